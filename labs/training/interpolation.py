"""An element-wise function as nodes between which cubics stand for f and for f', for those who cannot call it.

A piece runs from one corner or jump to the next; both f and f' are interpolated by cubic Hermite polynomials, from f,
f' and f'' at the nodes. Beyond the first and the last node a straight line goes on, or the period repeats.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from activations.spec import Activation

Array = NDArray[np.float64]

REACH = 60.0  # up to here f and f' are within TOLERANCE
FAR = 1000.0  # and up to here, unless f has left what a float can hold
TOLERANCE = 1e-11  # of 1 + |f|, and of 1 + |f'|
WITHIN = np.array([[0.25], [0.5], [0.75]])  # where an interval is tried
NARROWEST = 1e-9  # intervals are not halved beyond this
BESIDE = 1e-3  # how far apart slopes are taken whose difference is f''
CENTRAL = (np.arange(-2.0, 3.0), np.array([1.0, -8.0, 0.0, 8.0, -1.0]) / 12)
ONE_SIDED = (np.arange(5.0), np.array([-25.0, 48.0, -36.0, 16.0, -3.0]) / 12)


@dataclass(frozen=True, slots=True)
class Nodes:
    """Rows of x, f, f' and f'' at the nodes of every piece, one piece after the other.

    `corners` are the inner edges of the pieces, with what f and f' are by convention exactly there. `ends` are slopes
    before the first node and after the last one. If `period` is not 0, the nodes cover one of it, in which f rises by
    its second number.
    """

    rows: Array
    corners: Array
    ends: tuple[float, float] = (0.0, 0.0)
    period: tuple[float, float] = (0.0, 0.0)

    def arrays(self) -> dict[str, Array]:
        """All of it by name."""
        return {
            "rows": self.rows,
            "corners": self.corners,
            "ends": np.array(self.ends),
            "period": np.array(self.period),
        }


def nodes(act: Activation, **params: float) -> Nodes:
    """Nodes of f at these parameters, as few as halving intervals gives; TypeError and ValueError as for a call."""
    if period := act.fact("period", **params):
        rise = float(act(period, **params) - act(0.0, **params))
        return Nodes(_piece(act, params, 0.0, period), np.empty((3, 0)), period=(period, rise))
    corners = np.unique([0.0 + x for x in (*act.fact("kinks", **params), *act.fact("jumps", **params))])
    pieces = [_piece(act, params, a, b) for a, b in pairwise((_end(act, params, -1), *corners, _end(act, params, 1)))]
    outer = (pieces[0][0, 0], pieces[-1][0, -1])
    limits = [act.derivative(np.copysign(np.inf, x), **params) for x in outer]
    ends = [float(s if np.isfinite(s) else act.derivative(x, **params)) for s, x in zip(limits, outer, strict=True)]
    return Nodes(
        np.concatenate(pieces, axis=1),
        np.stack([corners, act(corners, **params), act.derivative(corners, **params)]),
        (ends[0], ends[1]),
    )


def _end(act: Activation, params: dict[str, float], sign: int) -> float:
    """The last node on one side."""
    return sign * (FAR if abs(act(sign * FAR, **params)) < np.finfo(np.float32).max else REACH)


def _piece(act: Activation, params: dict[str, float], low: float, high: float) -> Array:
    """Rows of x, f, f' and f'' from one edge to the other, where the values are those inside the piece."""
    inner = np.array([np.nextafter(low, high), np.nextafter(high, low)])
    near = np.clip(np.sinh(np.linspace(-8, 8, 33)) / 4, low, high)
    x = np.unique([low, *near, high])
    while True:
        at = np.clip(x, *inner)
        rows = np.stack([x, act(at, **params), act.derivative(at, **params), _bend(act, params, at)])
        missed = _missed(act, params, rows) & (np.diff(x) > NARROWEST)
        if not missed.any():
            return rows
        x = np.sort(np.concatenate([x, (x[:-1] + np.diff(x) / 2)[missed]]))


def _missed(act: Activation, params: dict[str, float], rows: Array) -> NDArray[np.bool_]:
    """In which intervals f or f' is not what the cubics give."""
    x, y, slope, bend = rows
    within = x[:-1] + WITHIN * np.diff(x)
    wrong = np.zeros(len(x) - 1, bool)
    for exact, value, rise in ((act(within, **params), y, slope), (act.derivative(within, **params), slope, bend)):
        wrong |= (np.abs(hermite(x, value, rise) - exact) > TOLERANCE * (1 + np.abs(exact))).any(axis=0)
    return wrong


def hermite(x: Array, value: Array, rise: Array) -> Array:
    """The cubics of these values and slopes at the places WITHIN each interval."""
    h, t = np.diff(x), WITHIN
    weight = t * t * (3 - 2 * t)
    turned = t * (1 - t) * (rise[:-1] * (1 - t) - rise[1:] * t)
    return value[:-1] + weight * np.diff(value) + h * turned


def _bend(act: Activation, params: dict[str, float], at: Array) -> Array:
    """f'' by differences of f' of fourth order, which look no farther than a quarter of the next interval."""
    gap = np.diff(at)
    step = np.minimum(BESIDE, np.minimum(np.append(gap, gap[-1]), np.append(gap[0], gap)) / 8)
    places = at[:, None] + step[:, None] * CENTRAL[0]
    places[0], places[-1] = at[0] + step[0] * ONE_SIDED[0], at[-1] - step[-1] * ONE_SIDED[0]
    weights = np.broadcast_to(CENTRAL[1], places.shape).copy()
    weights[0], weights[-1] = ONE_SIDED[1], -ONE_SIDED[1]
    return (act.derivative(places, **params) * weights).sum(axis=1) / step
