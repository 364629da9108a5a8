"""What becomes of a signal and of its gradient on the way through many layers, without any training."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from labs.depth.normalisation import Norm, none

WIDTH, BATCH, SEED = 256, 128, 0
LECUN, HE = 1.0, 2.0  # variance of a weight times the number of inputs


@dataclass(frozen=True, slots=True)
class Propagation:
    """After 0, 1, ... layers: the standard deviation of the signal, and the share of the gradient that arrives.

    `gradient[k]` is the norm of the gradient k layers below the output, divided by its norm at the output.
    """

    signal: NDArray[np.float64]
    gradient: NDArray[np.float64]


@lru_cache(maxsize=256)
def propagate(
    name: str,
    depth: int,
    variance: float = LECUN,
    seed: int = SEED,
    norm: Norm = none,
    shortcut: bool = False,
    **params: float,
) -> Propagation:
    """Send a standard normal batch through `depth` layers, and a random gradient back.

    A layer is x -> f(norm(x W)), or x -> x + f(norm(x W)) with a `shortcut`. Weights are independent
    normal with variance `variance` / WIDTH. `name` is an element-wise function.
    """
    act, random = elementwise(name), np.random.default_rng(seed)
    x = random.standard_normal((BATCH, WIDTH))
    signal, layers = [float(x.std())], []
    for _ in range(depth):
        weights = random.standard_normal((WIDTH, WIDTH)) * np.sqrt(variance / WIDTH)
        z, back = norm(x @ weights)
        layers.append((weights, back, act.derivative(z, **params)))
        x = act(z, **params) + (x if shortcut else 0.0)
        signal.append(float(x.std()))
    g = random.standard_normal((BATCH, WIDTH))
    start, gradient = float(np.linalg.norm(g)), [1.0]
    for weights, back, slope in reversed(layers):
        g = back(g * slope) @ weights.T + (g if shortcut else 0.0)
        gradient.append(float(np.linalg.norm(g)) / start)
    return Propagation(np.array(signal), np.array(gradient))
