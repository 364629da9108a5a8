"""A family of pictures, sampled once along each slider, so that a browser can draw any of them itself."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from activations.spec import Param

FINE = 1 / 8  # of the tolerance is the step of a quantised number, or less
FIRST = 8  # stretches that a slider is cut into at first
SURE = 0.5  # of the tolerance: what comes that near needs no second look

Drawing = dict[str, NDArray[np.floating]]
Sampled = tuple[NDArray[np.intp], NDArray[np.floating]]  # the slider stops kept, and the array at each


@dataclass(frozen=True, slots=True)
class SampledPicture:
    """`draw(**values)` gives the named arrays of one picture; `axes` are the sliders that change it.

    `moving` are those along which it is sampled, by default all. Those in `sweeps` may be given as an array of values,
    which is quicker: what depends on them then has an axis for the values in front.
    `tolerance` is the error that interpolation between kept stops may make, in units of the arrays:
    half a pixel. What lies beyond +-`limit` is off the picture and may be wrong.
    """

    draw: Callable[..., Drawing]
    axes: tuple[Param, ...] = ()
    tolerance: float = 0.001
    limit: float = math.inf
    finer: Mapping[str, float] = field(default_factory=dict)  # tolerances of arrays whose numbers are printed
    moving: tuple[Param, ...] | None = None
    sweeps: frozenset[str] = frozenset()


def stops(axis: Param) -> NDArray[np.floating]:
    """Every value the slider can take."""
    return np.linspace(axis.low, axis.high, round((axis.high - axis.low) / axis.step) + 1)


def along(family: SampledPicture, axis: Param, point: dict[str, float]) -> dict[str, Sampled]:
    """Each array at as few stops of `axis` as the tolerance allows, the other values at `point`."""
    at, tables = _looked_at(family, axis, point)
    sampled = {}
    for name, table in tables.items():
        tolerance = family.finer.get(name, family.tolerance) * (1 - FINE)
        kept = _knots(at, table, tolerance, family.limit) if len(table) > 1 else np.array([0])
        sampled[name] = (at[kept], table[kept])
    return sampled


def _looked_at(family: SampledPicture, axis: Param, point: dict[str, float]) -> tuple[NDArray[np.intp], Drawing]:
    """Enough stops of `axis`, and each array there, or once if it does not depend on it.

    A few at first; then those halfway wherever a line through two neighbours does not meet the third.
    """
    values = stops(axis)
    at = _first_looks(axis, values, point, swept=axis.name in family.sweeps)
    tables = _drawn(family, axis, point, values[at])
    while len(fresh := _halfway(at, _bends(family, at, tables))):
        more = _drawn(family, axis, point, values[fresh])
        order = np.argsort(np.concatenate([at, fresh]))
        at = np.concatenate([at, fresh])[order]
        moves = {name for name in tables if len(tables[name]) > 1}
        tables = {name: np.concatenate([t, more[name]])[order] if name in moves else t for name, t in tables.items()}
    return at, tables


def _first_looks(axis: Param, values: NDArray, point: dict[str, float], swept: bool) -> NDArray[np.intp]:
    """Stops all along the slider, and those where a picture may be unlike its neighbours: zero, one, its default, the
    values of the other sliders, and their opposites. Between whole numbers nothing need be smooth, and sweeping
    over all of them at once takes less time than choosing: then all.
    """
    last = len(values) - 1
    if axis.step >= 1 or swept:
        return np.arange(last + 1)
    likely = np.array([0.0, 1.0, axis.default, *point.values()])
    near = np.round((np.concatenate([likely, -likely]) - axis.low) / axis.step).astype(np.intp)
    even = np.linspace(0, last, FIRST + 1).round().astype(np.intp)
    return np.unique(np.concatenate([even, near[(near > 0) & (near < last)]]))


def _drawn(family: SampledPicture, axis: Param, point: dict[str, float], values: NDArray) -> Drawing:
    """Each array at some values of a slider; only once if it is sure not to depend on it."""
    if axis.name not in family.sweeps:
        drawings = [family.draw(**point | {axis.name: float(value)}) for value in values]
        return {name: np.stack([drawing[name] for drawing in drawings]) for name in drawings[0]}
    one, all_at_once = family.draw(**point), family.draw(**point | {axis.name: values})
    return {name: table[None] if table.shape == one[name].shape else table for name, table in all_at_once.items()}


def _bends(family: SampledPicture, at: NDArray[np.intp], tables: Drawing) -> NDArray[np.floating]:
    """How far each stop between two others lies off the line between them: in tolerances, the most of all arrays."""
    after = ((at[1:-1] - at[:-2]) / (at[2:] - at[:-2]))[:, None]
    bends = np.zeros(len(at) - 2)
    for name, table in tables.items():
        if len(table) < 2:
            continue
        flat = table.reshape(len(table), math.prod(table.shape[1:]))
        shown, hole = flat.clip(-family.limit, family.limit), np.isnan(flat)
        drawn = ((1 - after) * flat[:-2] + after * flat[2:]).clip(-family.limit, family.limit)
        off = np.abs(drawn - shown[1:-1]) / family.finer.get(name, family.tolerance)
        off[(hole[1:-1] != hole[:-2]) | (hole[1:-1] != hole[2:])] = np.inf
        bends = np.maximum(bends, np.nan_to_num(off, nan=0.0, posinf=np.inf).max(axis=1, initial=0.0))
    return bends


def _halfway(at: NDArray[np.intp], bends: NDArray[np.floating]) -> NDArray[np.intp]:
    """The stops in the middle of each stretch whose other end cannot be told from its two neighbours on either side."""
    steps, wanted = np.diff(at), np.zeros(len(at) - 1, dtype=bool)
    wide = steps[:-1] + steps[1:]
    wanted[1:] |= bends * wide / steps[:-1] > SURE
    wanted[:-1] |= bends * wide / steps[1:] > SURE
    return ((at[:-1] + at[1:]) // 2)[wanted & (steps > 1)]


def _knots(at: NDArray[np.intp], table: NDArray, tolerance: float, limit: float) -> NDArray[np.intp]:
    """Rows of `table`, at the stops `at`, between which linear interpolation stays within the tolerance.

    Greedy, longest step first; what never changes is kept once. The search begins with the step before, so that it
    looks at few long stretches.
    """
    if np.array_equal(table, np.broadcast_to(table[0], table.shape), equal_nan=True):
        return np.array([0])
    table = table.reshape(len(table), math.prod(table.shape[1:]))
    shown, hole = table.clip(-limit, limit), np.isnan(table)
    far, holes = bool((np.abs(table) > limit).any()), bool(hole.any())

    def fits(first: int, final: int) -> bool:
        after = ((at[first : final + 1] - at[first]) / (at[final] - at[first]))[:, None]
        drawn = (1 - after) * table[first] + after * table[final]
        off = np.abs((drawn.clip(-limit, limit) if far else drawn) - shown[first : final + 1])
        near = off <= tolerance
        return bool((near | hole[first : final + 1] if holes else near).all())

    kept, last, step = [0], len(table) - 1, 1
    while (start := kept[-1]) < last:
        kept.append(_furthest(fits, start, step, last))
        step = kept[-1] - start
    return np.array(kept)


def _furthest(fits: Callable[[int, int], bool], start: int, step: int, last: int) -> int:
    """The last row that one line from `start` reaches; the search doubles its steps, then halves them."""
    low, further = start + 1, min(start + step, last)
    while low < last and fits(start, further):
        low, further = further, min(start + 2 * (further - start), last)
    high = max(further - 1, low) if low < last else last
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(start, middle) else (low, middle - 1)
    return low
