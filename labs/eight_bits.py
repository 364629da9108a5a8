"""What is left of a function in 8-bit integers: inputs and outputs rounded to grids of 255 numbers."""

from functools import lru_cache
from math import log10

import numpy as np
from numpy.typing import NDArray

from activations.spec import Activation

REACH = 4.0  # inputs are kept from minus to plus this many standard deviations
STEPS = 254  # between the ends of a grid, which holds 0


def rounded(x: NDArray, low: float, high: float) -> NDArray:
    """The nearest points of a grid that holds both ends and 0, as a zero point that is an integer makes it."""
    step = (high - low) / STEPS
    zero = round(low / step)
    return np.clip(np.rint(x / step), zero, zero + STEPS) * step


def digits(act: Activation, **params: float) -> float:
    """How many decimal digits of the output are right for a standard normal input: -log10 of error over size, both as
    root mean squares. TypeError for an unknown parameter, ValueError for one outside its domain."""
    return _digits(act, tuple(act.resolve(params).items()))


@lru_cache(maxsize=1024)
def _digits(act: Activation, items: tuple[tuple[str, float], ...]) -> float:
    params = dict(items)
    x = np.linspace(-REACH, REACH, 64 * STEPS + 1)
    weight = np.exp(-x * x / 2)
    exact = act(x, **params)
    kept = act(rounded(x, -REACH, REACH), **params)
    out = rounded(kept, min(float(exact.min()), 0.0), max(float(exact.max()), 0.0))
    return -0.5 * log10(float(weight @ (out - exact) ** 2) / float(weight @ exact**2))
