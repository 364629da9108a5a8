"""Textbook formulas typed in as they stand, in whatever float type they are given, and where they break."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

KINDS: dict[str, type[np.floating[Any]]] = {"float64": np.float64, "float32": np.float32, "float16": np.float16}


@np.errstate(all="ignore")
def sigmoid(x):
    return 1 / (1 + np.exp(-x))


@np.errstate(all="ignore")
def sigmoid_slope(x):
    s = sigmoid(x)
    return s * (1 - s)


@np.errstate(all="ignore")
def silu(x):
    return x / (1 + np.exp(-x))


@np.errstate(all="ignore")
def tanh(x):
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


@np.errstate(all="ignore")
def tanh_doubled(x):
    return 2 * np.exp(2 * x) / (np.exp(2 * x) + 1) - 1


def tanh_slope(x):
    return 1 - np.tanh(x) ** 2


@np.errstate(all="ignore")
def softmax(z):
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)


@np.errstate(all="ignore")
def softplus(x):
    return np.log(1 + np.exp(x))


@np.errstate(all="ignore")
def first(holds: Callable[[Any], Any], low: float, high: float, kind: type[np.floating[Any]] = np.float64) -> float:
    """The smallest number of this float type from which on `holds`; it must not at `low`, and must at `high`."""
    below, above = kind(low), kind(high)
    while True:
        middle = kind((float(below) + float(above)) / 2)
        if middle in (below, above):
            return float(above)
        below, above = (below, middle) if holds(middle) else (middle, above)


def overflow(kind: type[np.floating[Any]]) -> float:
    """The smallest x of this float type whose exponential is infinite."""
    return first(lambda x: np.isinf(np.exp(x)), 0.0, 1000.0, kind)


def relative_error(computed: NDArray, true: NDArray) -> NDArray:
    """Size of the error as a share of the true value."""
    return np.abs(computed / true - 1)
