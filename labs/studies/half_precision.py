"""Signals that grow from layer to layer, in 16-bit floats."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from activations import elementwise

LARGEST = float(np.finfo(np.float16).max)
WIDTH, SEED = 128, 0


@cache
def growth(name: str, depth: int, variance: float) -> NDArray[np.float64]:
    """The largest output of layers 1, 2, ..., for weights of variance `variance` / WIDTH; sums are kept in float32.

    Beyond LARGEST it is inf, and NaN one layer on.
    """
    act, random = elementwise(name), np.random.default_rng(SEED)
    x: NDArray[np.floating] = random.standard_normal(WIDTH).astype(np.float16)
    largest = []
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(depth):
            weights = random.standard_normal((WIDTH, WIDTH)) * np.sqrt(variance / WIDTH)
            x = act((x.astype(np.float32) @ weights.astype(np.float32)).astype(np.float16))
            largest.append(float(x.max()))
    return np.array(largest)
