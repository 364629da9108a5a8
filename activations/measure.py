"""Every number that describes an element-wise function, computed, so that no text has to type it.

The names in `properties` are the blanks that texts may use. What is measured, and kept, is the object that is given,
whatever it is called: it need not be in the catalogue.
"""

from functools import lru_cache
from math import inf, nan

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from activations.normal import nodes
from activations.scan import inflections, scan, stationary
from activations.spec import Activation, Function

FLAT = 0.01  # a slope smaller than this counts as saturated
LEAST, MOST = 1e-3, 1e30  # between which rounding to the limit is looked for
TRIED = 256  # points at once
NEIGHBOURS = 3  # x + 1 rounds to x for every second or fourth number before it always does


def properties(function: Function, **params: float) -> dict[str, float]:
    """All numbers for one function at these parameters, by name; only the parameters if it is not element-wise.

    NaN for what the function has not. TypeError for an unknown parameter, ValueError for one outside its domain.
    """
    values = function.resolve(params)
    if not isinstance(function, Activation):
        return values
    return dict(_properties(function, tuple(values.items())))


@lru_cache(maxsize=4096)
def _properties(act: Activation, items: tuple[tuple[str, float], ...]) -> dict[str, float]:
    params = dict(items)
    return params | shape(act, **params) | limits(act, **params)


def shape(act: Activation, **params: float) -> dict[str, float]:
    """Of `properties` those that a reader sees change while a slider moves, which are the quicker ones."""
    flats = {"flat_left": flat(act, -1, FLAT, **params), "flat_right": flat(act, 1, FLAT, **params)}
    return _extrema(act, params) | _slopes(act, params) | _moments(act, params) | flats


def limits(act: Activation, **params: float) -> dict[str, float]:
    """Where f' is zero for good, and where f is rounded to its limit."""
    return {
        "dead_left": flat(act, -1, 0.0, **params),
        "dead_right": flat(act, 1, 0.0, **params),
        "round64_left": rounds(act, -1, np.float64, **params),
        "round64_right": rounds(act, 1, np.float64, **params),
        "round32_left": rounds(act, -1, np.float32, **params),
        "round32_right": rounds(act, 1, np.float32, **params),
    }


def _extrema(act: Activation, params: dict[str, float]) -> dict[str, float]:
    image, seen = act.fact("range", **params), scan(act, **params)
    named = np.array([0.0, *seen.breaks, *stationary(act, **params)])
    there, ends = act(named, **params), act([-inf, inf], **params)
    everywhere = np.concatenate([there, seen.f, ends])
    low, high = np.nanmin(everywhere), np.nanmax(everywhere)  # a tail that oscillates is NaN
    return {
        "minimum": float(low),
        "argmin": _nearest_zero(named[there <= low]) if image.closed[0] else nan,
        "maximum": float(high),
        "argmax": _nearest_zero(named[there >= high]) if image.closed[1] else nan,
        "at_zero": float(there[0]) + 0.0,
    }


def _nearest_zero(points: NDArray) -> float:
    """The point of smallest size, NaN if there is none."""
    return float(np.round(points[np.abs(points).argmin()], 13) + 0.0) if points.size else nan


def _slopes(act: Activation, params: dict[str, float]) -> dict[str, float]:
    seen = scan(act, **params)
    smooth = np.array([x for x in (0.0, *inflections(act, **params)) if x not in seen.breaks])
    slope = np.abs(act.derivative(smooth, **params))
    everywhere = np.concatenate([slope, np.abs(seen.slope), np.abs(act.derivative([-inf, inf], **params))])
    steepest = float(np.nanmax(everywhere))
    return {
        "steepest": steepest,
        "steepest_at": _nearest_zero(smooth[slope >= steepest * (1 - 1e-13)]),
        "slope_at_zero": float(act.derivative(0.0, **params)) + 0.0,
        "lipschitz": inf if act.fact("jumps", **params) else steepest,
    }


def _moments(act: Activation, params: dict[str, float]) -> dict[str, float]:
    """Of f(Z) and f'(Z) for a standard normal Z.

    `forward_gain` on the weights lets a layer keep the mean square of its input. Every layer multiplies a small
    deviation from that balance by `growth`, d ln E f(sZ)^2 / d ln s^2 at s = 1: above 1 it does not last in depth.
    Stein's identity gives it without a derivative, so that jumps count as well.
    """
    z, weight = nodes(tuple(scan(act, **params).breaks))
    y = act(z, **params)

    def mean(of: NDArray) -> float:
        return float(np.sum(weight * of))  # not a dot product, which leaves more of what should cancel

    first, second, slope = mean(y), mean(y**2), mean(act.derivative(z, **params) ** 2)
    return {
        "mean": first,
        "variance": mean((y - first) ** 2),
        "forward_gain": second**-0.5 if second else inf,
        "backward_gain": slope**-0.5 if slope else inf,
        "growth": mean((z * z - 1) * y**2) / (2 * second) if second else nan,
        "zeros": mean(y == 0),
    }


def flat(act: Activation, side: int, limit: float, **params: float) -> float:
    """The x beyond which |f'| stays below `limit` (or at zero, if that is 0), to the left (side -1) or right (+1).

    NaN where the tail is not flat; +-inf where the whole line is. Searched within `scan.REACH`, with limit 0 within the
    window only, because far out every vanishing slope underflows.
    """
    seen = scan(act, **params)
    points, slopes = (values[::-side] for values in (seen.near if limit == 0 else (seen.x, seen.slope)))
    slopes = np.abs(slopes)
    steep = slopes > 0 if limit == 0 else slopes >= limit
    if steep[0]:
        return nan
    if not steep.any():
        return -side * inf
    first = int(steep.argmax())
    if limit == 0:
        return _nearest_zero(points[first - 1 : first])

    def excess(x):
        return np.abs(act.derivative(x, **params)) - limit

    return float(brentq(excess, points[first - 1], points[first], xtol=1e-14))


def rounds(act: Activation, side: int, kind: type[np.floating], **params: float) -> float:
    """The x from which f, in this float type, equals its limit, to nine digits, looked for between LEAST and MOST in
    size; NaN if the limit is not finite, or not reached there.

    Just before it f may round to and fro from one number to the next, so neighbours are looked at as well.
    """
    limit = act(kind(side * inf), **params)
    low, high = LEAST, MOST

    def short(tried: NDArray) -> NDArray:
        """At which of these f, there or at a neighbour, is not its limit."""
        around = [(side * tried).astype(kind)]
        for _ in range(NEIGHBOURS):
            around.append(np.nextafter(around[-1], kind(side * inf)))
        return np.flatnonzero((act(np.stack(around), **params) != limit).any(axis=0))

    if not np.isfinite(limit) or short(np.array([high])).size:
        return nan
    while high / low > 1 + 1e-9:
        tried = np.geomspace(low, high, TRIED)
        last = max(short(tried), default=0)
        low, high = tried[last], tried[last + 1]
    return side * high
