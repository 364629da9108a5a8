"""Functions of a whole vector along one axis of an array, or several, with some places left out."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.lib.array_utils import normalize_axis_tuple
from numpy.typing import ArrayLike, NDArray

from activations.floats import as_float, computed_wide

Axis = int | Sequence[int]  # counted from the end if negative


def computed_along(
    formula: Callable[[NDArray], NDArray],
    x: ArrayLike,
    axis: Axis,
    where: ArrayLike | None = None,
    hidden: float | None = 0.0,
    absent: float = 0.0,
) -> NDArray:
    """Apply `formula`, which works along the last axis, to the vectors that lie along `axis`.

    The shape and the float type of `x` are kept. Several axes are taken together as one vector. Places that `where`
    leaves out enter as `hidden` (or, where that is None, the formula sees the others alone) and come out as `absent`.
    A single number is a vector of one.
    numpy.exceptions.AxisError for an axis that is not there, ValueError for one named twice or a mask of another shape,
    TypeError for a mask that is not boolean and for what is no real number (`as_float`).
    """
    array = as_float(x)
    mask = None if where is None else _mask(where, array.shape)
    axes = normalize_axis_tuple(axis, max(array.ndim, 1))
    if not array.size:
        return array.copy()

    if mask is None:
        return computed_wide(lambda v: _along_last(formula, v, axes), array, {})
    return computed_wide(lambda v: np.where(mask, _masked(formula, v, mask, hidden, axes), absent), array, {})


def _masked(
    formula: Callable[[NDArray], NDArray], v: NDArray, mask: NDArray, hidden: float | None, axes: tuple[int, ...]
) -> NDArray:
    """The formula on what the mask keeps; anything elsewhere."""
    if hidden is not None:
        return _along_last(formula, np.where(mask, v, hidden), axes)
    kept = _flat(mask, axes)
    return _along_last(lambda flat: _without(formula, flat, kept), v, axes)


def _along_last(formula: Callable[[NDArray], NDArray], v: NDArray, axes: tuple[int, ...]) -> NDArray:
    """Bring the axes to the end as one, apply the formula, and bring them back."""
    last = tuple(range(-len(axes), 0))
    moved = np.moveaxis(v.reshape(v.shape or (1,)), axes, last)
    return np.moveaxis(formula(_flat(v, axes)).reshape(moved.shape), last, axes).reshape(v.shape)


def _flat(v: NDArray, axes: tuple[int, ...]) -> NDArray:
    """The axes at the end, as one."""
    moved = np.moveaxis(v.reshape(v.shape or (1,)), axes, tuple(range(-len(axes), 0)))
    return moved.reshape(*moved.shape[: moved.ndim - len(axes)], -1)


def _without(formula: Callable[[NDArray], NDArray], flat: NDArray, kept: NDArray) -> NDArray:
    """The formula on what is kept of each row, row by row; 0 elsewhere."""
    out = np.zeros(flat.shape)
    for row in np.ndindex(flat.shape[:-1]):
        if kept[row].any():
            out[row][kept[row]] = formula(flat[row][kept[row]])
    return out


def _mask(where: ArrayLike, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    mask = np.asarray(where)
    if mask.dtype != np.bool_:
        raise TypeError(f"`where` must be boolean, got {mask.dtype}")
    try:
        return np.broadcast_to(mask, shape)
    except ValueError:
        raise ValueError(f"`where` of shape {mask.shape} does not fit scores of shape {shape}") from None
