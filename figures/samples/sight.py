"""What of a function has to be in sight, and the x windows of its picture, from the nearest to the farthest."""

from collections.abc import Mapping
from functools import lru_cache
from math import ceil, floor, isfinite

import numpy as np
from numpy.typing import NDArray

from activations.spec import Activation
from figures.heights import holding
from figures.samples.window import FARTHER, NEARER, WINDOW, ZOOM

ROOM = 2.0  # shown beyond what lies at the edge of the usual window
EDGE = 0.04  # of the width: what lies nearer to the edge of a window is not well in sight
NEAR = 0.05  # of the height: a curve that has come as near to a bound is seen to have come there
GRID = np.linspace(-30.0, 30.0, 601)  # beyond the farthest window
Span = tuple[float, float]


def settings(act: Activation) -> list[dict[str, float]]:
    """The defaults and both ends of every slider."""
    return [act.resolve(end) for end in [{}, *({p.name: end} for p in act.params for end in (p.low, p.high))]]


def corners(act: Activation, params: Mapping[str, float]) -> list[float]:
    """Kinks and jumps, in order."""
    return sorted({*act.fact("kinks", **params), *act.fact("jumps", **params)})


@lru_cache
def window(act: Activation) -> Span:
    """The x range of a picture: WINDOW, and what it takes to see at the defaults both sides of every corner, of the
    least and the greatest value, and how near the curve comes to its bounds."""
    turns, arrivals = _marks(act, act.defaults)
    wide = [(turn - ROOM, turn + ROOM) for turn in turns if not _inside(turn, WINDOW, ROOM / 2)]
    wide += [(floor(x), ceil(x)) for x in arrivals]
    low, high = WINDOW
    return float(min([low, *(a for a, _ in wide)])), float(max([high, *(b for _, b in wide)]))


@lru_cache
def windows(act: Activation) -> list[Span]:
    """What each step of zooming shows, the nearest first; the usual one is that at NEARER."""
    low, high = window(act)
    return [(low * ZOOM**step, high * ZOOM**step) for step in range(-NEARER, FARTHER + 1)]


def step_for(act: Activation, params: Mapping[str, float]) -> int:
    """The place among `windows` of the first, from the usual one on, that shows what there is to see at these values.

    What lies beyond the farthest is not waited for: the least value of Swish goes as far as one likes.
    """
    shown = windows(act)[NEARER:]
    turns, arrivals = _marks(act, params)

    def misses(span: Span) -> int:
        room = EDGE * (span[1] - span[0])
        return sum(not _inside(x, span, room) for x in turns) + sum(not _inside(x, span, 0.0) for x in arrivals)

    missed = [misses(span) for span in shown]
    return NEARER + missed.index(min(missed))


def _inside(x: float, span: Span, room: float) -> bool:
    return span[0] + room <= x <= span[1] - room


def _marks(act: Activation, params: Mapping[str, float]) -> tuple[list[float], list[float]]:
    """Corners with the least and the greatest value, and where the curve arrives at bounds that it never reaches."""
    turns, arrivals = corners(act, params), []
    image, y = act.fact("range", **params), act(GRID, **params)
    for bound, reached in zip((image.low, image.high), image.closed, strict=True):
        if not isfinite(bound):
            continue
        off, near = np.abs(y - bound), NEAR * _height(act)
        if reached:
            turns.append(_nearest_zero((off <= near) & _least(off)))
        elif off.min() <= near:
            arrivals.append(_nearest_zero(off <= near))
    return turns, arrivals


def _least(off: NDArray) -> NDArray:
    """Which are no greater than their neighbours."""
    grows = np.diff(off)
    return np.concatenate([[True], grows <= 0]) & np.concatenate([grows >= 0, [True]])


def _nearest_zero(there: NDArray) -> float:
    return float(GRID[there][np.abs(GRID[there]).argmin()])


@lru_cache
def _height(act: Activation) -> float:
    """How high the picture is, as far as the usual window tells."""
    x = np.linspace(*WINDOW, 241)
    low, high = holding(face(x, **at) for at in settings(act) for face in (act, act.derivative))
    return high - low
