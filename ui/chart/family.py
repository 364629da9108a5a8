"""A family of pictures, sampled once along each slider, so that a browser can draw any of them itself.

The bytes of a family: a little-endian uint32 with the length of a JSON header, the header (padded
with spaces to a multiple of four), then all arrays as float32, one after another.
"""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from activations.spec import Param

Drawing = dict[str, NDArray[np.floating]]
Sampled = tuple[NDArray[np.intp], NDArray[np.floating]]  # the slider stops kept, and the array at each


@dataclass(frozen=True, slots=True)
class Family:
    """`draw(**values)` gives the named arrays of one picture; `axes` are the sliders that change it.

    `tolerance` is the error that interpolation between kept stops may make, in units of the arrays:
    half a pixel. What lies beyond +-`limit` is off the picture and may be wrong.
    """

    draw: Callable[..., Drawing]
    axes: tuple[Param, ...] = ()
    tolerance: float = 0.001
    limit: float = math.inf
    finer: Mapping[str, float] = field(default_factory=dict)  # tolerances of arrays whose numbers are printed


def stops(axis: Param) -> NDArray[np.floating]:
    """Every value the slider can take."""
    return np.linspace(axis.low, axis.high, round((axis.high - axis.low) / axis.step) + 1)


def along(family: Family, axis: Param, point: dict[str, float]) -> dict[str, Sampled]:
    """Each array at as few stops of `axis` as the tolerance allows, the other values at `point`."""
    drawings = [family.draw(**point | {axis.name: float(value)}) for value in stops(axis)]
    sampled = {}
    for name in drawings[0]:
        table = np.stack([drawing[name] for drawing in drawings])
        tolerance = family.finer.get(name, family.tolerance)
        kept = _knots(table.reshape(len(table), -1), tolerance, family.limit)
        sampled[name] = (kept, table[kept])
    return sampled


def _knots(table: NDArray, tolerance: float, limit: float) -> NDArray[np.intp]:
    """Rows of `table` between which linear interpolation stays within the tolerance: greedy, longest step first."""
    kept, last = [0], len(table) - 1
    while kept[-1] < last:
        start, low, high = kept[-1], kept[-1] + 1, last
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if _fits(table[start : middle + 1], tolerance, limit) else (low, middle - 1)
        kept.append(low)
    return np.array(kept)


def _fits(rows: NDArray, tolerance: float, limit: float) -> bool:
    w = np.linspace(0, 1, len(rows))[:, None]
    drawn, true = (np.clip(a, -limit, limit) for a in ((1 - w) * rows[0] + w * rows[-1], rows))
    return bool(np.all((np.abs(drawn - true) <= tolerance) | np.isnan(true)))


def encode(family: Family, point: dict[str, float]) -> bytes:
    """The bytes of the family around `point`, a value for each axis."""
    header, data = [], []
    for axis in family.axes or (None,):
        if axis:
            sampled = along(family, axis, point)
        else:
            sampled = {name: (np.array([0]), array[None]) for name, array in family.draw().items()}
        header.append(
            {
                "axis": axis and {"name": axis.name, "low": axis.low, "high": axis.high, "last": len(stops(axis)) - 1},
                "arrays": [
                    {"name": name, "stops": kept.tolist(), "shape": rows.shape[1:]}
                    for name, (kept, rows) in sampled.items()
                ],
            }
        )
        data += [np.ascontiguousarray(rows, "<f4").tobytes() for _, rows in sampled.values()]
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    return len(text).to_bytes(4, "little") + text + b"".join(data)
