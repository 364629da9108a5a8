"""Which numbers go in and come out: types kept, arithmetic in double precision, no warnings."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

LARGEST = float(np.finfo(np.float64).max)
KEPT = (np.float16, np.float32, np.float64)


def as_float(x: ArrayLike) -> NDArray[np.floating]:
    """`x` as an array of float16, float32 or float64; integers and booleans become float64.

    Raises TypeError for complex numbers, strings and objects.
    """
    array = np.asarray(x)
    if array.dtype.type in KEPT:
        return array
    if array.dtype.kind in "iubf":
        return array.astype(np.float64)
    raise TypeError(f"expected real numbers, got {array.dtype}")


def computed_wide(formula: Callable[..., NDArray], x: ArrayLike, params: Mapping[str, float]) -> NDArray:
    """Apply `formula` in float64 and round once to the type of `x`."""
    array = as_float(x)
    with np.errstate(all="ignore"):
        result = formula(array.astype(np.float64, copy=False), **params)
        return np.asarray(result).astype(array.dtype, copy=False)[()]


def split(x: NDArray, left: ArrayLike, right: ArrayLike, at: float = 0.0) -> NDArray:
    """`right` where x > at, `left` elsewhere; NaN stays NaN."""
    return np.where(x > at, right, np.where(x <= at, left, x))


def inside(x: NDArray, low: float, high: float, ends: bool = False) -> NDArray:
    """1 between `low` and `high`, with the ends or without, 0 elsewhere; NaN stays NaN."""
    between = (x >= low) & (x <= high) if ends else (x > low) & (x < high)
    return np.where(np.isnan(x), x, between)


def common_floats(*arrays: ArrayLike) -> NDArray[np.floating]:
    """The arrays broadcast against each other and stacked, in the widest of their float types."""
    return np.stack(np.broadcast_arrays(*(as_float(array) for array in arrays)))
