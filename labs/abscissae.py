"""Where a curve is sampled whose corners move: between two of them always the same number of points.

So a point keeps its place in the row while a slider moves a corner, and interpolating between two settings moves the
corner instead of smearing it.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from activations.floats import read_only

EDGE = 1e-3  # breaks outside wait at the edge, so that their number never changes
BESIDE = 1e-9  # from a break to the next point on either side: beyond the rounding of the break itself


def inside(breaks: Sequence[float], span: tuple[float, float]) -> tuple[float, ...]:
    """Ascending breaks, with those beyond the span moved to its edge, in order."""
    low, high = span
    return tuple(min(max(b, low + EDGE * (i + 1)), high - EDGE * (len(breaks) - i)) for i, b in enumerate(breaks))


@lru_cache
def between(breaks: tuple[float, ...], span: tuple[float, float], points: int) -> NDArray[np.float64]:
    """About `points` abscissae over the span, each break among them, with a neighbour close by on either side."""
    edges = [span[0], *breaks, span[1]]
    share = points // (len(edges) - 1)
    pieces = []
    for low, high in pairwise(edges):
        piece = np.linspace(low, high, share + 1)
        if low in breaks:
            piece[0] = low + BESIDE
        if high in breaks:
            piece[-1] = high - BESIDE
            piece = np.append(piece, high)
        pieces.append(piece)
    return read_only(np.concatenate(pieces))
