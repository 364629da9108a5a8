"""What the picture of an element-wise function consists of."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from activations.measure import FLAT
from activations.spec import Activation
from figures.heights import holding
from figures.samples.sampling import Drawing
from figures.samples.window import POINTS, WINDOW
from labs import abscissae

ROOM = 2.0  # shown beyond a corner that lies at the edge of the usual window


@lru_cache
def window(act: Activation) -> tuple[float, float]:
    """The x range of a picture: WINDOW, and what it takes to see both sides of every corner at the defaults."""
    low, high = WINDOW
    corners = _found(act, act.defaults)
    left = [corner - ROOM for corner in corners if corner < low + ROOM / 2]
    right = [corner + ROOM for corner in corners if corner > high - ROOM / 2]
    return min([low, *left]), max([high, *right])


def curves(act: Activation, params: dict[str, float]) -> Drawing:
    """x, f(x), f'(x) in the window, with a gap wherever one of them jumps, and the edges of the flat zones."""
    breaks = breaks_of(act, params)
    x = abscissae.between(breaks, window(act), POINTS)
    f, slope = act(x, **params), act.derivative(x, **params)
    slope[np.isin(x, [*breaks, *act.fact("kinks", **params)])] = np.nan
    f[np.isin(x, act.fact("jumps", **params))] = np.nan
    drawing = {"x": x, "f": f, "slope": slope, "zones": _zones(x, slope)}
    if act.envelope:
        drawing |= {f"edge{i}": edge(x, **params) for i, edge in enumerate(act.envelope)}
    return drawing


def settings(act: Activation) -> list[dict[str, float]]:
    """The defaults and both ends of every slider."""
    return [act.resolve(end) for end in [{}, *({p.name: end} for p in act.params for end in (p.low, p.high))]]


@lru_cache
def extremes(act: Activation, names: tuple[str, ...]) -> list[NDArray]:
    """The named arrays at the defaults and at both ends of every slider."""
    drawings = [curves(act, params) for params in settings(act)]
    return [drawing[name] for drawing in drawings for name in names]


@lru_cache
def height(act: Activation, names: tuple[str, ...] = ("f", "slope")) -> tuple[float, float]:
    """A y range that holds whatever the sliders can show, with some air, within limits."""
    return holding(extremes(act, names))


def breaks_of(act: Activation, params: dict[str, float]) -> tuple[float, ...]:
    """Kinks and jumps here, or, where they happen to vanish, as many as other settings have."""
    return abscissae.inside(max(_found(act, act.resolve(params)), _most_breaks(act), key=len), window(act))


def _found(act: Activation, params: dict[str, float]) -> list[float]:
    return sorted({*act.fact("kinks", **params), *act.fact("jumps", **params)})


@lru_cache
def _most_breaks(act: Activation) -> list[float]:
    return max((_found(act, params) for params in settings(act)), key=len)


def _zones(x: NDArray, slope: NDArray) -> NDArray:
    """Edges of the zones: right ends of saturated and dead on the left, left ends of dead and saturated on the right,
    then both ends of a dead zone in between."""
    low, high = float(x[0]), float(x[-1])
    steep = np.abs(slope)
    if not (steep > 0).any():
        return np.array([high, high, high, high, high, high])  # flat everywhere: one zone, not two on top of each other
    left = [_edge(x, steep >= FLAT, low), _edge(x, steep > 0, low)]
    right = [_edge(x[::-1], steep[::-1] > 0, high), _edge(x[::-1], steep[::-1] >= FLAT, high)]
    if not (steep >= FLAT).any():
        left[0], right[1] = right[0], right[0]
    return np.array([*left, *right, *_gap(x, steep == 0, left[1], right[0])])


def _gap(x: NDArray, dead: NDArray, left: float, right: float) -> tuple[float, float]:
    """The ends of the longest stretch of zero slope between two points; none at all is a stretch of no length."""
    inner = np.concatenate([[False], dead & (x > left) & (x < right), [False]])
    starts, stops = np.flatnonzero(inner[1:] & ~inner[:-1]), np.flatnonzero(inner[:-1] & ~inner[1:]) - 1
    if not starts.size:
        return left, left
    longest = int(np.argmax(x[stops] - x[starts]))
    return float(x[starts[longest]]), float(x[stops[longest]])


def _edge(x: NDArray, steep: NDArray, start: float) -> float:
    first = int(steep.argmax())
    return float(x[first - 1]) if first else start
