"""Every number that describes an element-wise function, computed, so that no text has to type it.

The names in `facts` are the blanks that texts may use.
"""

from functools import lru_cache
from math import inf, nan

import numpy as np
from scipy.optimize import brentq

from activations import CATALOGUE
from activations.floats import read_only
from activations.normal import expectation
from activations.spec import Activation, Function

FLAT = 0.01  # a slope smaller than this counts as saturated
WINDOW = 30.0  # extrema, zeros of f' and dead zones are looked for within +-WINDOW
REACH = 1e6  # saturation is looked for within +-REACH
ROUNDING = 1e-11  # a second derivative smaller than this may be nothing but the rounding of the five-point rule
_NEAR = np.linspace(-WINDOW, WINDOW, 12_001)
_FAR = np.geomspace(WINDOW, REACH, 400)[1:]
GRID = np.concatenate([-_FAR[::-1], _NEAR, _FAR])


def facts(function: Function, **params: float) -> dict[str, float]:
    """All numbers for one function at these parameters, by name; only the parameters if it is not element-wise."""
    values = function.resolve(params)
    if not isinstance(function, Activation):
        return values
    return dict(_facts(function.id, tuple(values.items())))


@lru_cache(maxsize=4096)
def _facts(name: str, items: tuple[tuple[str, float], ...]) -> dict[str, float]:
    act, params = CATALOGUE[name], dict(items)
    assert isinstance(act, Activation)
    return params | _extrema(act, params) | _slopes(act, params) | _moments(act, params) | _tails(act, params)


def _breaks(act: Activation, params: dict[str, float]) -> np.ndarray:
    return np.array([*act.fact("kinks", **params), *act.fact("jumps", **params)], dtype=float)


def _points(act: Activation, params: dict[str, float]) -> np.ndarray:
    """The search grid, with the kinks and jumps and their nearest neighbours added."""
    return _refined(tuple(_breaks(act, params).tolist()))


@lru_cache(maxsize=16)
def _refined(breaks: tuple[float, ...]) -> np.ndarray:
    near = [np.nextafter(breaks, -inf), breaks, np.nextafter(breaks, inf)]
    return read_only(np.unique(np.concatenate([GRID, *near])))


def _extrema(act: Activation, params: dict[str, float]) -> dict[str, float]:
    image = act.fact("range", **params)
    named = np.array([0.0, *_breaks(act, params), *stationary(act, **params)])
    y = act(np.concatenate([named, _points(act, params), [-inf, inf]]), **params)
    low, high = np.nanmin(y), np.nanmax(y)  # a tail that oscillates is NaN
    return {
        "minimum": float(low),
        "argmin": _nearest_zero(named[act(named, **params) <= low]) if image.closed[0] else nan,
        "maximum": float(high),
        "argmax": _nearest_zero(named[act(named, **params) >= high]) if image.closed[1] else nan,
        "at_zero": float(act(0.0, **params)) + 0.0,
    }


def _nearest_zero(points: np.ndarray) -> float:
    """The point of smallest size, NaN if there is none."""
    return float(np.round(points[np.abs(points).argmin()], 13) + 0.0) if points.size else nan


def stationary(act: Activation, **params: float) -> tuple[float, ...]:
    """Where f' changes sign within the window, in order: the turning points of f."""
    return _roots(lambda x: act.derivative(x, **params), _points(act, params))


def _roots(g, points: np.ndarray, noise: float = 0.0) -> tuple[float, ...]:
    """Where g changes sign within the window; stretches on which it is zero, or within its noise, are stepped over."""
    points = points[np.abs(points) <= WINDOW]
    values = g(points)
    sign = np.where(np.abs(values) <= noise, 0, np.sign(values))
    points, sign = points[sign != 0], sign[sign != 0]
    return tuple(float(brentq(g, points[i], points[i + 1], xtol=1e-15)) for i in np.flatnonzero(sign[:-1] != sign[1:]))


def curvature(act: Activation, x, h: float = 1e-3, **params: float):
    """f'' from f' by the five-point rule; the truncation error is of order h^4."""
    steps = np.multiply.outer([-2, -1, 1, 2], np.broadcast_to(h, np.shape(x)))
    d = act.derivative(x + steps, **params)
    return (d[0] - 8 * d[1] + 8 * d[2] - d[3]) / (12 * h)


def _slopes(act: Activation, params: dict[str, float]) -> dict[str, float]:
    inflections = _roots(lambda x: curvature(act, x, **params), _points(act, params), ROUNDING)
    smooth = np.array([x for x in (0.0, *inflections) if x not in _breaks(act, params)])
    slope = np.abs(act.derivative(smooth, **params))
    everywhere = np.abs(act.derivative([-inf, *_points(act, params), inf], **params))
    steepest = float(np.nanmax([*slope, *everywhere]))
    reached = smooth[slope >= steepest * (1 - 1e-13)]
    return {
        "steepest": steepest,
        "steepest_at": _nearest_zero(reached),
        "slope_at_zero": float(act.derivative(0.0, **params)) + 0.0,
        "lipschitz": inf if act.fact("jumps", **params) else steepest,
    }


def _moments(act: Activation, params: dict[str, float]) -> dict[str, float]:
    breaks = _breaks(act, params)

    def mean(g) -> float:
        return expectation(g, breaks)

    first = mean(lambda z: act(z, **params))
    second = mean(lambda z: act(z, **params) ** 2)
    slope = mean(lambda z: act.derivative(z, **params) ** 2)
    return {
        "mean": first,
        "variance": mean(lambda z: (act(z, **params) - first) ** 2),
        "forward_gain": second**-0.5 if second else inf,
        "backward_gain": slope**-0.5 if slope else inf,
        "zeros": mean(lambda z: act(z, **params) == 0),
    }


def _tails(act: Activation, params: dict[str, float]) -> dict[str, float]:
    return {
        "flat_left": flat(act, -1, FLAT, **params),
        "flat_right": flat(act, 1, FLAT, **params),
        "dead_left": flat(act, -1, 0.0, **params),
        "dead_right": flat(act, 1, 0.0, **params),
        "round64_left": rounds(act, -1, np.float64, **params),
        "round64_right": rounds(act, 1, np.float64, **params),
        "round32_left": rounds(act, -1, np.float32, **params),
        "round32_right": rounds(act, 1, np.float32, **params),
    }


def flat(act: Activation, side: int, limit: float, **params: float) -> float:
    """The x beyond which |f'| stays below `limit` (or at zero, if that is 0), to the left (side -1) or right (+1).

    NaN where the tail is not flat; +-inf where the whole line is. With limit 0 only the window is
    searched, because far out every vanishing slope underflows.
    """

    def excess(x):
        return np.abs(act.derivative(x, **params)) - limit

    points = _points(act, params)[:: -side or 1]
    points = points[np.abs(points) <= (WINDOW if limit == 0 else REACH)]
    steep = excess(points) > 0 if limit == 0 else excess(points) >= 0
    if steep[0]:
        return nan
    if not steep.any():
        return -side * inf
    first = int(steep.argmax())
    if limit == 0:
        return _nearest_zero(points[first - 1 : first])
    return float(brentq(excess, points[first - 1], points[first], xtol=1e-14))


def rounds(act: Activation, side: int, kind: type[np.floating], **params: float) -> float:
    """The x from which f, in this float type, equals its limit; NaN if the limit is not finite."""
    limit = act(kind(side * inf), **params)
    low, high = 1e-3, 1e30

    def there(x: float) -> bool:
        return bool(act(kind(side * x), **params) == limit)

    if not np.isfinite(limit) or not there(high):
        return nan
    while high / low > 1 + 1e-9:
        middle = (low * high) ** 0.5
        low, high = (low, middle) if there(middle) else (middle, high)
    return side * high
