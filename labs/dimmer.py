"""A lamp: how brightly it shines for a wish to switch it on, from a soft dimmer to a hard switch."""

import math

import numpy as np
from numpy.typing import NDArray

from activations.functions.sigmoid import SPEC as SIGMOID
from activations.measure import FLAT
from activations.spec import POSITIVE, Param

PARAMS = (Param("steepness", "k", default=1.0, low=0.5, high=20.0, step=0.1, domain=POSITIVE),)
WISH = np.linspace(-6.0, 6.0, 241)


def picture(steepness: float) -> dict[str, NDArray]:
    """Brightness sigmoid(k w) for a range of wishes w."""
    return {"x": WISH, "f": SIGMOID(steepness * WISH)}


def slope_at_zero(steepness: float) -> float:
    """How fast brightness grows where the wish is undecided."""
    return steepness * float(SIGMOID.derivative(0.0))


def responsive_width(steepness: float, least: float = FLAT) -> float:
    """The length of the range of wishes in which brightness has a slope of at least `least`.

    Solves k σ(kw) σ(-kw) = least for w: σ(kw) = (1 + sqrt(1 - 4 least / k)) / 2.
    """
    root = math.sqrt(max(1 - 4 * least / steepness, 0.0))
    return 2 * math.log((1 + root) / (1 - root)) / steepness
