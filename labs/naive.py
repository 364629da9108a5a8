"""Softplus as the formula is written, and where rounding spoils it."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from activations import elementwise

SOFTPLUS = elementwise("softplus")


def softplus(x):
    """log(1 + exp(x)) in the float type of x."""
    with np.errstate(over="ignore"):
        return np.log(1 + np.exp(x))


def threshold(broken: Callable[[np.floating], bool], fine: float, bad: float, kind: type[np.floating]) -> float:
    """The number between `fine` and `bad` from which on `broken` holds, in this float type."""
    while True:
        middle = kind(fine + (bad - fine) / 2)
        if middle in (kind(fine), kind(bad)):
            return float(bad)
        fine, bad = (fine, float(middle)) if broken(middle) else (float(middle), bad)


def overflow(kind: type[np.floating]) -> float:
    return threshold(lambda x: bool(np.isinf(softplus(x))), 1.0, 1000.0, kind)


def underflow(kind: type[np.floating]) -> float:
    return threshold(lambda x: bool(softplus(x) == 0), -1.0, -1000.0, kind)


def relative_error(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of the formula, against the stable form; NaN where the two agree to the last bit."""
    error = np.abs(softplus(x) / SOFTPLUS(x) - 1)
    return np.where(error > 0, error, np.nan)
