"""Which numbers go in and come out: types kept, arithmetic in double precision, no warnings."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

LARGEST = float(np.finfo(np.float64).max)
BLOCK = 65_536  # elements that fit in the cache together with what is computed from them
KEPT = (np.float16, np.float32, np.float64)
BFLOAT16 = "bfloat16"  # known by name: it comes from ml_dtypes, which the core does without
WIDEST = 8  # bytes of a float64, and of a longdouble where that is the same


def as_float(x: ArrayLike) -> NDArray[np.floating]:
    """`x` as an array of float16, bfloat16, float32 or float64, or `x` itself; integers and booleans become float64.

    TypeError for complex numbers, strings and objects, for masked arrays, and for floats wider than float64,
    which would be rounded silently.
    """
    if isinstance(x, np.ma.MaskedArray):
        raise TypeError("masked arrays are not supported: fill them, or give the mask as `where`")
    array = np.asarray(x)
    if array.dtype.type in KEPT or array.dtype.name == BFLOAT16:
        return array
    if array.dtype.kind in "iub" or (array.dtype.kind == "f" and array.dtype.itemsize <= WIDEST):
        return array.astype(np.float64)
    raise TypeError(f"expected real numbers of at most 64 bits, got {array.dtype}")


def computed_wide(formula: Callable[..., NDArray], x: ArrayLike, params: Mapping[str, float]) -> NDArray:
    """Apply `formula` in float64 and round once to the float type of `x`; the shape is what the formula makes of it.

    No dimensions left: a NumPy scalar, as NumPy's own functions give. TypeError as from `as_float`.
    """
    array = as_float(x)
    with np.errstate(all="ignore"):
        result = formula(array.astype(np.float64, copy=False), **params)
        return np.asarray(result).astype(array.dtype, copy=False)[()]


def computed_in_blocks(formula: Callable[..., NDArray], x: ArrayLike, params: Mapping[str, float]) -> NDArray:
    """The same for an element-wise formula, in the shape of `x`: block by block, so that what lies between stays in the
    cache."""
    array = as_float(x)
    if array.size <= BLOCK:
        return computed_wide(formula, array, params)
    flat, result = array.reshape(-1), np.empty(array.size, array.dtype)
    with np.errstate(all="ignore"):
        for start in range(0, array.size, BLOCK):
            block = slice(start, start + BLOCK)
            result[block] = formula(flat[block].astype(np.float64, copy=False), **params)
    return result.reshape(array.shape)


def read_only(array: NDArray) -> NDArray:
    """The array itself, which nobody may change any more because a cache hands it to many."""
    array.flags.writeable = False
    return array


def clip(x: NDArray, low: float, high: float) -> NDArray:
    """`x` kept between two bounds, NaN stays NaN; for short arrays in a third of the time of `np.clip`."""
    return np.minimum(np.maximum(x, low), high)


def keep_nan(x: NDArray, y: NDArray) -> NDArray:
    """`y`, but NaN wherever `x`, of the same shape, is."""
    return np.where(np.isnan(x), x, y) if x.size and np.isnan(x.min()) else y


def constant(x: NDArray, value: float) -> NDArray:
    """`value` everywhere; NaN stays NaN."""
    return value + np.minimum(np.abs(x), 0.0)


def above(x: NDArray, at: float = 0.0) -> NDArray:
    """1 where x > at, 0 elsewhere; NaN stays NaN."""
    return np.maximum(np.sign(x - at if at else x), 0.0)


def shares(x: NDArray) -> tuple[NDArray, NDArray]:
    """exp(x) and exp(0), both divided by the larger of them, so that nothing overflows."""
    return np.exp(np.minimum(x, 0.0)), np.exp(-np.maximum(x, 0.0))


def split(x: NDArray, left: float, right: float, at: float = 0.0) -> NDArray:
    """`right` where x > at, `left` elsewhere; NaN stays NaN."""
    right_side = above(x, at)
    return left * (1 - right_side) + right * right_side  # np.where is slow where signs alternate


def inside(x: NDArray, low: float, high: float, ends: bool = False) -> NDArray:
    """1 between `low` and `high`, with the ends or without, 0 elsewhere; NaN stays NaN."""
    between = (x >= low) & (x <= high) if ends else (x > low) & (x < high)
    return keep_nan(x, between.astype(np.float64))


def common_floats(*arrays: ArrayLike) -> NDArray[np.floating]:
    """n arrays broadcast against each other and stacked, shape (n, ...), in the widest of their float types.

    ValueError for shapes that do not fit, TypeError as from `as_float` and for float types without a common one.
    """
    return np.stack(np.broadcast_arrays(*(as_float(array) for array in arrays)))


def power_of_two(x: NDArray) -> NDArray:
    """The power of two next below each number: to divide by it rounds nothing; 1/2 for 0, NaN and infinity."""
    return np.ldexp(1.0, np.frexp(x)[1] - 1)


def exp_quotient(z: NDArray, peak: NDArray, divisor: float) -> NDArray:
    """exp((z - peak) / divisor) for peak >= z and divisor > 0, broadcast, to a few units in the last place.

    Rounding the exponent alone would cost up to a thousand of them: what the difference and the quotient lose is
    computed exactly (Knuth's and Dekker's error-free transformations) and made up for.
    """
    q, lost = quotient(z, peak, divisor)
    return np.exp(q) * (1 + np.where(q > -800.0, lost, 0.0))  # below, exp is 0, and `lost` may be NaN


def quotient(z: NDArray, peak: NDArray | float, divisor: float) -> tuple[NDArray, NDArray]:
    """(z - peak) / divisor, broadcast, and what rounding lost of it, which may be NaN where it overflows."""
    d = z - peak
    back = d - z
    lost = (z - (d - back)) - (peak + back)
    q = d / divisor
    if divisor != 1.0:
        high, low = halves(q)
        first, second = halves(np.array(divisor))
        product = q * divisor
        rest = ((high * first - product) + high * second + low * first) + low * second
        lost = lost + (d - product) - rest
    return q, lost / divisor


def square(x: NDArray) -> tuple[NDArray, NDArray]:
    """x^2, and what rounding has lost of it."""
    high, low = halves(x)
    power = x * x
    return power, ((high * high - power) + 2 * high * low) + low * low


def halves(x: NDArray) -> tuple[NDArray, NDArray]:
    """Two numbers of half the digits that add up to x (Veltkamp's splitting, as Dekker has it)."""
    wide = 134_217_729.0 * x  # 2^27 + 1
    high = wide - (wide - x)
    return high, x - high
