"""What the picture of an element-wise function consists of."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from activations.measure import FLAT
from activations.spec import Activation
from figures.heights import CEILING, FLOOR, holding
from figures.samples.sampling import Drawing
from figures.samples.sight import Span, corners, settings, step_for, window, windows
from figures.samples.window import NEARER, POINTS
from labs import abscissae

LETTER, STRICT = 0.16, 3.0  # of the height is a letter with its distance on a phone; how much more that is worth


def curves(act: Activation, params: dict[str, float]) -> Drawing:
    """The lines in the usual window, where their names stand, and which of the `windows` shows what there is to see."""
    drawing = _lines(act, params, window(act), POINTS)
    label = np.array([drawing[name][named(act)] for name in ("x", "f", "slope")])
    return drawing | {"label": label, "step": np.array([float(step_for(act, params))])}


def far(act: Activation, params: dict[str, float]) -> Drawing:
    """The lines alone, in the farthest window."""
    return _lines(act, params, windows(act)[-1], 2 * POINTS)


def _lines(act: Activation, params: dict[str, float], span: Span, points: int) -> Drawing:
    """x, f(x), f'(x) over the span, with a gap where one of them jumps, the edges of the flat zones, and its ends."""
    breaks = breaks_of(act, params, span)
    x = abscissae.between(breaks, span, points)
    f, slope = act(x, **params), act.derivative(x, **params)
    slope[np.isin(x, [*breaks, *act.fact("kinks", **params)])] = np.nan
    f[np.isin(x, act.fact("jumps", **params))] = np.nan
    drawing = {"x": x, "f": f, "slope": slope, "zones": _zones(x, slope), "ends": np.array(span)}
    steep = np.abs(act.derivative([-np.inf, np.inf], **params)) >= FLAT  # what is flat at the edge alone is no zone
    drawing["zones"][[0, 3]] = np.where(steep, drawing["ends"], drawing["zones"][[0, 3]])
    if act.envelope:
        drawing |= {f"edge{i}": edge(x, **params) for i, edge in enumerate(act.envelope)}
    return drawing


@lru_cache
def named(act: Activation) -> int:
    """The sample at which f and f' are named: in the picture, far apart, and with room for a letter beyond each."""
    f, slope = extremes(act, ("f", "slope"))[:2]
    low, high = height(act)
    above, below = np.maximum(f, slope), np.minimum(f, slope)
    room = LETTER * (high - low)
    cramped = np.maximum(above - (high - room), 0.0) + np.maximum(low + room - below, 0.0)
    inner = np.arange(f.size) // (f.size // 16) % 15 > 0  # not at the very edges
    there = inner & (below > low) & (above < high)
    worth = np.where(there, above - below - STRICT * cramped, -np.inf)
    best = np.flatnonzero(worth >= worth.max() - 1e-9)
    return int(best[len(best) // 2])  # where it does not matter, away from corners


@lru_cache
def extremes(act: Activation, names: tuple[str, ...], step: int = NEARER) -> list[NDArray]:
    """The named arrays at the defaults and at both ends of every slider, in one of the `windows`."""
    drawings = [_lines(act, params, windows(act)[step], POINTS) for params in settings(act)]
    return [drawing[name] for drawing in drawings for name in names]


@lru_cache
def height(act: Activation, names: tuple[str, ...] = ("f", "slope")) -> tuple[float, float]:
    """A y range that holds whatever the sliders can show, with some air, within limits."""
    image = act.fact("range")
    low, high = (end if np.isfinite(end) else 0.0 for end in (image.low, image.high))
    return holding(extremes(act, names), min(low, FLOOR), max(high, CEILING))


def breaks_of(act: Activation, params: dict[str, float], span: Span) -> tuple[float, ...]:
    """Kinks and jumps here, or, where they happen to vanish, as many as other settings have."""
    return abscissae.inside(max(corners(act, act.resolve(params)), _most_breaks(act), key=len), span)


@lru_cache
def _most_breaks(act: Activation) -> list[float]:
    return max((corners(act, params) for params in settings(act)), key=len)


def _zones(x: NDArray, slope: NDArray) -> NDArray:
    """Edges of the zones: right ends of saturated and dead on the left, left ends of dead and saturated on the right,
    then both ends of a dead zone in between."""
    low, high = float(x[0]), float(x[-1])
    steep = np.abs(slope)
    if not (steep > 0).any():
        return np.array([high, high, high, high, high, high])  # flat everywhere: one zone, not two on top of each other
    left = [_fade(x, steep, low), _edge(x, steep > 0, low)]
    right = [_edge(x[::-1], steep[::-1] > 0, high), _fade(x[::-1], steep[::-1], high)]
    if not (steep >= FLAT).any():
        left[0], right[1] = right[0], right[0]
    return np.array([*left, *right, *_gap(x, steep == 0, left[1], right[0])])


def _gap(x: NDArray, dead: NDArray, left: float, right: float) -> tuple[float, float]:
    """The ends of the longest stretch of zero slope between two points; none at all is a stretch of no length."""
    inner = np.concatenate([[False], dead & (x > left) & (x < right), [False]])
    starts, stops = np.flatnonzero(inner[1:] & ~inner[:-1]), np.flatnonzero(inner[:-1] & ~inner[1:]) - 1
    if not starts.size or np.array_equal(starts, stops):
        return left, left
    longest = int(np.argmax(x[stops] - x[starts]))
    return float(x[starts[longest]]), float(x[stops[longest]])


def _edge(x: NDArray, steep: NDArray, start: float) -> float:
    first = int(steep.argmax())
    return float(x[first - 1]) if first else start


def _fade(x: NDArray, steep: NDArray, start: float) -> float:
    """Where the slope comes to FLAT, on the line between two samples, so that it glides while a slider moves."""
    first = int((steep >= FLAT).argmax())
    if not first or np.isnan(steep[first - 1]):
        return _edge(x, steep >= FLAT, start)
    return float(np.interp(FLAT, steep[first - 1 : first + 1], x[first - 1 : first + 1]))
