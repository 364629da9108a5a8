"""What becomes of a gradient on its way back through layers with batch normalisation, without any training."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from labs.propagation import BATCH, HE, SEED, WIDTH


@lru_cache(maxsize=64)
def gradient(name: str, depth: int, shortcut: bool = False, variance: float = HE, seed: int = SEED) -> NDArray:
    """The norm of the gradient k layers below the output, divided by its norm at the output, for k = 0, 1, ...

    A layer is x -> f(BN(x W)), or x -> x + f(BN(x W)) with a `shortcut`; BN brings every neuron to
    mean 0 and variance 1 over the batch.
    """
    act, random = elementwise(name), np.random.default_rng(seed)
    x, layers = random.standard_normal((BATCH, WIDTH)), []
    for _ in range(depth):
        weights = random.standard_normal((WIDTH, WIDTH)) * np.sqrt(variance / WIDTH)
        z = x @ weights
        spread = z.std(axis=0)
        h = (z - z.mean(axis=0)) / spread
        layers.append((weights, spread, h))
        x = act(h) + shortcut * x
    g = random.standard_normal((BATCH, WIDTH))
    norms = [np.linalg.norm(g)]
    for weights, spread, h in reversed(layers):
        back = _through(g * act.derivative(h), h, spread) @ weights.T
        g = back + shortcut * g
        norms.append(np.linalg.norm(g))
    return np.array(norms) / norms[0]


def _through(g: NDArray, h: NDArray, spread: NDArray) -> NDArray:
    """The gradient before batch normalisation from the one behind it."""
    return (g - g.mean(axis=0) - h * (g * h).mean(axis=0)) / spread
