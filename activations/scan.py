"""An element-wise function on a fine grid, scanned once for everything that is then looked for between its points."""

from collections.abc import Callable
from functools import lru_cache
from math import inf
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.optimize.elementwise import find_root

from activations.floats import read_only
from activations.spec import Activation

WINDOW = 30.0  # extrema, zeros of f' and dead zones are looked for within +-WINDOW
REACH = 1e6  # saturation is looked for within +-REACH
_NEAR = np.linspace(-WINDOW, WINDOW, 12_001)
_FAR = np.geomspace(WINDOW, REACH, 400)[1:]
GRID = np.concatenate([-_FAR[::-1], _NEAR, _FAR])
ROUNDING = 1e-11  # a second derivative smaller than this may be nothing but the rounding of the five-point rule
STEP = 1e-3  # of the five-point rule
NEAR = 1e-14  # how near a root is come to
MANY = 8  # `find_root` takes as long for any number of roots as `brentq`, one by one, for so many


class Scan(NamedTuple):
    """The grid with the breaks of f and of f' and their nearest neighbours, and f and f' there."""

    breaks: NDArray
    x: NDArray
    f: NDArray
    slope: NDArray

    @property
    def near(self) -> tuple[NDArray, NDArray]:
        """x and f' within the window."""
        inside = np.abs(self.x) <= WINDOW
        return self.x[inside], self.slope[inside]


def scan(act: Activation, **params: float) -> Scan:
    """What `act` does at the points of the grid, in vectors that cannot be written to; the latest few are kept."""
    return _scan(act, tuple(act.resolve(params).items()))


@lru_cache(maxsize=8)
def _scan(act: Activation, items: tuple[tuple[str, float], ...]) -> Scan:
    params = dict(items)
    breaks = np.sort([*act.fact("kinks", **params), *act.fact("jumps", **params)]).astype(float)
    x = _points(tuple(breaks.tolist()))
    return Scan(breaks, x, read_only(act(x, **params)), read_only(act.derivative(x, **params)))


@lru_cache(maxsize=16)
def _points(breaks: tuple[float, ...]) -> NDArray:
    near = [np.nextafter(breaks, -inf), breaks, np.nextafter(breaks, inf)]
    return read_only(np.unique(np.concatenate([GRID, *near])))


def sign_changes(x: NDArray, values: NDArray) -> tuple[NDArray, NDArray]:
    """The pairs of neighbours between which the sign changes; zeros are stepped over."""
    seen = values != 0
    x, positive = x[seen], values[seen] > 0
    at = np.flatnonzero(positive[:-1] != positive[1:])
    return x[at], x[at + 1]


def roots(g: Callable[..., Any], left: NDArray, right: NDArray) -> NDArray:
    """The zeros of g, which is element-wise, one in each bracket; all three vectors have the same length."""
    if len(left) < MANY:
        return np.array([brentq(g, a, b, xtol=NEAR) for a, b in zip(left, right, strict=True)])
    return find_root(g, (left, right), tolerances={"xatol": NEAR}).x


def stationary(act: Activation, **params: float) -> tuple[float, ...]:
    """Where f' changes sign within the window, in order: the turning points of f."""
    turns = roots(lambda x: act.derivative(x, **params), *sign_changes(*scan(act, **params).near))
    return tuple(turns.tolist())


def curvature(act: Activation, x: NDArray | float, h: NDArray | float = STEP, **params: float) -> Any:
    """f'' from f' by the five-point rule, in the shape of `x`; the truncation error is of order h^4."""
    steps = np.multiply.outer([-2, -1, 1, 2], np.broadcast_to(h, np.shape(x)))
    d = act.derivative(x + steps, **params)
    return (d[0] - 8 * d[1] + 8 * d[2] - d[3]) / (12 * h)


def inflections(act: Activation, **params: float) -> NDArray:
    """Where f' turns within the window, kinks and jumps left out."""
    found = scan(act, **params)
    x, slope = found.near
    with np.errstate(over="ignore"):  # from one side of a kink to the other
        rise = np.diff(slope) / np.diff(x)
    rise[np.abs(rise) <= ROUNDING] = 0
    left, right = sign_changes((x[:-1] + x[1:]) / 2, rise)
    bent = np.sign(curvature(act, left, **params)) != np.sign(curvature(act, right, **params))
    bent &= np.searchsorted(found.breaks, left - STEP) == np.searchsorted(found.breaks, right + STEP)
    return roots(lambda x: curvature(act, x, **params), left[bent], right[bent])
