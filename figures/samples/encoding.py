"""A sampled family as bytes for the browser.

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

import gzip
import json

import numpy as np
from numpy.typing import NDArray

from activations.spec import Param
from figures import samples
from figures.samples.sampling import FINE, Sampled, SampledPicture, along, stops

MOST = {bits: 2 ** (bits - 1) - 1 for bits in (16, 32)}  # of them fit into so many bits


def packed(name: str, point: tuple[tuple[str, float], ...]) -> bytes:
    """The gzipped bytes of the family called `name` around a point."""
    return gzip.compress(encode(samples.find(name), dict(point)), 6)


def encode(family: SampledPicture, point: dict[str, float]) -> bytes:
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


def _sampled(family: SampledPicture, axis: Param | None, point: dict[str, float]) -> dict[str, Sampled]:
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
