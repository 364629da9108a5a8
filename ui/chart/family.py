"""A family of pictures, sampled once along each slider, so that a browser can draw any of them itself.

The bytes of a family: a little-endian uint32 with the length of a JSON header, the header (padded
with spaces to a multiple of four), then arrays, each padded with zeros to a multiple of four. The
header has a section for each axis, and in it for each array its name, the slider stops it is kept
at, the shape it has at each, and the byte `at` which it begins after the header:

* with a `quantum`, the numbers are integers of 16 or 32 `bits`, to be multiplied by it; the least
  integer stands for NaN. Along each row they are replaced by their second differences, which wrap
  around. Curves are smooth, so these are mostly zeros and ones, and pack far better than floats;
* without, they are float32.

Arrays with equal bytes stand there once.
"""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from activations.spec import Param

FINE = 1 / 8  # of the tolerance is the step of a quantised number, or less
MOST = {bits: 2 ** (bits - 1) - 1 for bits in (16, 32)}  # of them fit into so many bits

Drawing = dict[str, NDArray[np.floating]]
Sampled = tuple[NDArray[np.intp], NDArray[np.floating]]  # the slider stops kept, and the array at each


@dataclass(frozen=True, slots=True)
class Family:
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


def along(family: Family, axis: Param, point: dict[str, float]) -> dict[str, Sampled]:
    """Each array at as few stops of `axis` as the tolerance allows, the other values at `point`."""
    sampled = {}
    for name, table in _tables(family, axis, point).items():
        tolerance = family.finer.get(name, family.tolerance)
        kept = _knots(table.reshape(len(table), math.prod(table.shape[1:])), tolerance * (1 - FINE), family.limit)
        sampled[name] = (kept, table[kept])
    return sampled


def _tables(family: Family, axis: Param, point: dict[str, float]) -> Drawing:
    """Each array at every stop of `axis`, or once if it does not depend on it."""
    if axis.name not in family.sweeps:
        drawings = [family.draw(**point | {axis.name: float(value)}) for value in stops(axis)]
        return {name: np.stack([drawing[name] for drawing in drawings]) for name in drawings[0]}
    one, all_at_once = family.draw(**point), family.draw(**point | {axis.name: stops(axis)})
    return {name: table[None] if table.shape == one[name].shape else table for name, table in all_at_once.items()}


def _knots(table: NDArray, tolerance: float, limit: float) -> NDArray[np.intp]:
    """Rows of `table` between which linear interpolation stays within the tolerance: greedy, longest step first.

    What never changes is kept once. The search begins with the step before and doubles it, so that it looks at few
    long stretches.
    """
    if np.array_equal(table, np.broadcast_to(table[0], table.shape), equal_nan=True):
        return np.array([0])
    shown, hole = table.clip(-limit, limit), np.isnan(table)
    far, holes = bool((np.abs(table) > limit).any()), bool(hole.any())

    def fits(first: int, final: int) -> bool:
        before, after = _shares(final - first)
        drawn = before * table[first] + after * table[final]
        off = np.abs((drawn.clip(-limit, limit) if far else drawn) - shown[first : final + 1])
        near = off <= tolerance
        return bool((near | hole[first : final + 1] if holes else near).all())

    kept, last, step = [0], len(table) - 1, 1
    while (start := kept[-1]) < last:
        low, further = start + 1, min(start + step, last)
        while low < last and fits(start, further):
            low, further = further, min(start + 2 * (further - start), last)
        high = max(further - 1, low) if low < last else last
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if fits(start, middle) else (low, middle - 1)
        kept.append(low)
        step = low - start
    return np.array(kept)


@lru_cache(maxsize=512)
def _shares(steps: int) -> tuple[NDArray, NDArray]:
    """How much of each end there is at every stop from one to the other."""
    after = np.linspace(0, 1, steps + 1)[:, None]
    return 1 - after, after


def encode(family: Family, point: dict[str, float]) -> bytes:
    """The bytes of the family around `point`, a value for each axis."""
    header, places, data = [], dict[bytes, int](), bytearray()
    for axis in (family.axes if family.moving is None else family.moving) or (None,):
        arrays = []
        for name, (kept, rows) in _sampled(family, axis, point).items():
            written, packed = _packed(rows, family.finer.get(name, family.tolerance))
            at = places.setdefault(packed, len(data))
            if at == len(data):
                data += packed + bytes(-len(packed) % 4)
            arrays.append({"name": name, "stops": kept.tolist(), "shape": rows.shape[1:], "at": at} | written)
        ends = axis and {"name": axis.name, "low": axis.low, "high": axis.high, "last": len(stops(axis)) - 1}
        header.append({"axis": ends, "arrays": arrays})
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    return len(text).to_bytes(4, "little") + text + bytes(data)


def _sampled(family: Family, axis: Param | None, point: dict[str, float]) -> dict[str, Sampled]:
    if axis:
        return along(family, axis, point)
    return {name: (np.array([0]), array[None]) for name, array in family.draw().items()}


def _packed(rows: NDArray, tolerance: float) -> tuple[dict[str, float], bytes]:
    """How the numbers are written, and their bytes; what is not zero stays so, because lamps show which are."""
    largest = float(np.nanmax(np.abs(rows), initial=0.0))
    quantum = min(tolerance * FINE, largest / MOST[16]) or tolerance * FINE
    if not largest <= MOST[32] * quantum > 0:
        return {}, np.ascontiguousarray(rows, "<f4").tobytes()
    bits = 16 if largest <= MOST[16] * quantum else 32
    steps = np.maximum(np.round(np.abs(rows) / quantum), np.float32(rows) != 0) * np.sign(rows)
    whole = np.where(np.isnan(steps), -MOST[bits] - 1, steps).astype(f"<i{bits // 8}")
    ends = np.zeros((*whole.shape[:-1], 2), whole.dtype)
    return {"quantum": quantum, "bits": bits}, np.diff(whole, 2, prepend=ends).astype(whole.dtype).tobytes()
