"""Cubic B-splines on a grid of step 1, four bumps side by side around 0, each lifted by a coefficient of its own."""

from collections.abc import Callable, Sequence
from math import inf

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from activations.domain import Interval

REACH = 3.5  # beyond it in both directions, there is no bump
OUT = 4  # a cell beyond
CELLS = 2000  # in which a turn is looked for
# of the cubic around the middle of a cell, in 48ths, what each of the four bumps contributes that reach it
SHARES = np.array([[1, 23, 23, 1], [-6, -30, 30, 6], [12, -12, -12, 12], [-8, 24, -24, 8]])


def cubics(coefficients: Sequence[float]) -> NDArray[np.float64]:
    """A row for each cell from -OUT to OUT: the cubic by powers of what x is beside its middle, a whole number."""
    beside = np.concatenate([np.zeros(4), coefficients, np.zeros(4)])
    return np.array([SHARES @ beside[i : i + 4] / 48 for i in range(2 * OUT + 1)])


def spline(x: NDArray, coefficients: Sequence[float]) -> NDArray:
    """The sum of all bumps."""
    a, b, c, d, t = _around(x, coefficients)
    return a + t * (b + t * (c + t * d))


def slope(x: NDArray, coefficients: Sequence[float]) -> NDArray:
    """Its derivative."""
    _, b, c, d, t = _around(x, coefficients)
    return b + t * (2 * c + t * (3 * d))


def _around(x: NDArray, coefficients: Sequence[float]) -> tuple[NDArray, ...]:
    cell = np.rint(np.clip(x, -OUT, OUT))
    rows = cubics(coefficients)[np.nan_to_num(cell).astype(int) + OUT]
    return *np.moveaxis(rows, -1, 0), np.where(np.abs(x) < OUT, x - cell, np.minimum(np.abs(x), 0.0))


def span(f: Callable, derivative: Callable, tail: float) -> Interval:
    """Where f lies if all its turns do within REACH, and beyond it is `tail` times SiLU."""
    x = np.linspace(-REACH, REACH, CELLS + 1)
    rise = derivative(x)
    cells = np.flatnonzero(np.sign(rise[:-1]) * np.sign(rise[1:]) < 0)
    turns = [float(f(np.asarray(brentq(derivative, x[i], x[i + 1], xtol=1e-14)))) for i in cells]
    low, high = -inf if tail < 0 else min(0.0, *turns, 0.0), inf if tail > 0 else max(0.0, *turns, 0.0)
    return Interval(low, high, (low > -inf, high < inf))
