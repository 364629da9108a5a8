"""Arrays by name as bytes, in the format of safetensors (https://github.com/huggingface/safetensors).

That is a length, a head in JSON, and the numbers as they stand in memory.
"""

import json
import struct
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

KINDS = {np.dtype("<f8"): "F64", np.dtype("<i4"): "I32"}
ALIGNED = 8  # the head is filled up with spaces to a multiple of this


def tensors(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """The bytes of arrays of float64 or int32; KeyError for others."""
    head, bodies, at = {}, [], 0
    for name, array in arrays.items():
        body = np.ascontiguousarray(array).tobytes()
        head[name] = {"dtype": KINDS[array.dtype], "shape": array.shape, "data_offsets": (at, at + len(body))}
        bodies.append(body)
        at += len(body)
    text = json.dumps(head, separators=(",", ":")).encode()
    text += b" " * (-len(text) % ALIGNED)
    return struct.pack("<Q", len(text)) + text + b"".join(bodies)
