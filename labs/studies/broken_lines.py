"""Broken lines that networks draw: a sum of ReLUs, and the highest of several straight lines."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from activations import elementwise, get
from labs.claim import Evidence

RELU, MAXOUT = elementwise("relu"), get("maxout")
Array = NDArray[np.float64]
Formula = Callable[[Array], Array]


def relu_interpolation(f: Formula, ends: tuple[float, float], x: Array, pieces: int) -> Array:
    """A layer of ReLUs, one corner each, whose weighted sum meets f at pieces + 1 even points between two ends."""
    corners = np.linspace(*ends, pieces + 1)
    height = f(corners)
    bends = np.diff(np.diff(height) / np.diff(corners), prepend=0.0)
    return height[0] + RELU(np.subtract.outer(x, corners[:-1])) @ bends


def highest(pieces: Array) -> Array:
    """The highest of the pieces, which stand along the last axis."""
    return MAXOUT(pieces)


def highest_tangent(x: Array, count: int) -> Array:
    """Maxout over the tangents of x^2 that touch it in the middle of equal parts of [-1, 1]."""
    touch = (2 * np.arange(count) + 1) / count - 1
    return highest(2 * x[:, None] * touch - touch**2)


def error_of_tangents() -> Evidence:
    """How far the highest of k tangents of x^2 is from it, as it stands and moved up by half of that."""
    x = np.linspace(-1.0, 1.0, 8193)
    worst = {k: float((x**2 - highest_tangent(x, k)).max()) for k in (2, 4, 8, 16)}
    shifted = {k: float(np.abs(x**2 - highest_tangent(x, k) - e / 2).max()) for k, e in worst.items()}
    absolute = float(np.abs(highest(np.stack([x, -x], axis=-1)) - np.abs(x)).max())
    return Evidence({"absolute": absolute}, tuple((str(k), e, shifted[k]) for k, e in worst.items()))
