"""A lamp: how brightly it shines for a wish to switch it on, from a soft dimmer to a hard switch."""

import math

import numpy as np
from numpy.typing import NDArray

from activations.functions.sigmoid import SPEC as SIGMOID
from activations.measure import FLAT
from activations.spec import POSITIVE, Param

DECADE = ((1.0, 2.0, 0.1), (2.0, 5.0, 0.2), (5.0, 10.0, 0.5))  # from, to, by: nearly logarithmic, and read well


def _crowding_at_zero(low: float, high: float) -> tuple[float, ...]:
    """Values between two ends, each a few per cent above the last."""
    tens = [10.0**n for n in range(math.floor(math.log10(low)), math.ceil(math.log10(high)))]
    values = {round(x * ten, 3) for ten in tens for start, end, by in DECADE for x in np.arange(start, end, by)}
    return tuple(x for x in sorted(values | {high}) if low <= x <= high)


PARAMS = (Param("steepness", "k", 1.0, 0.05, 20.0, step=0.005, domain=POSITIVE, offered=_crowding_at_zero(0.05, 20.0)),)
POINT = Param("wish", "z", default=0.0, low=-6.0, high=6.0, step=0.05)
CROWD = 5.0  # samples crowd around 0, where a hard switch turns within a tenth of a wish
WISH = POINT.high * np.sinh(CROWD * np.linspace(-1.0, 1.0, 321)) / np.sinh(CROWD)


def picture(steepness: float) -> dict[str, NDArray]:
    """Brightness f = sigmoid(k w) and its slope for a range of wishes w, and the ends of where the lamp responds."""
    half = responsive_width(steepness) / 2
    brightness = SIGMOID(steepness * WISH)
    slope = steepness * SIGMOID.derivative(steepness * WISH)
    return {"x": WISH, "f": brightness, "slope": slope, "responds": np.array([-half, half])}


def responsive_width(steepness: float, least: float = FLAT) -> float:
    """The length of the range of wishes in which brightness has a slope of at least `least`.

    Solves k σ(kw) σ(-kw) = least for w: σ(kw) = (1 + sqrt(1 - 4 least / k)) / 2.
    """
    root = math.sqrt(max(1 - 4 * least / steepness, 0.0))
    return 2 * math.log((1 + root) / (1 - root)) / steepness
