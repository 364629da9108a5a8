"""Normalisation of the sums that enter a layer, and the way back of a gradient through it."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Back = Callable[[Array], Array]
Norm = Callable[[Array], tuple[Array, Back]]


def none(z: Array) -> tuple[Array, Back]:
    """The sums as they are."""
    return z, lambda g: g


def batch_norm(z: Array) -> tuple[Array, Back]:
    """Every neuron brought to mean 0 and variance 1 over the batch."""
    spread = z.std(axis=0)
    h = (z - z.mean(axis=0)) / spread
    return h, lambda g: (g - g.mean(axis=0) - h * (g * h).mean(axis=0)) / spread


def rms_norm(z: Array) -> tuple[Array, Back]:
    """Every example brought to the mean square 1."""
    size = np.sqrt((z * z).mean(axis=1, keepdims=True))
    h = z / size
    return h, lambda g: (g - h * (g * h).mean(axis=1, keepdims=True)) / size
