"""Learning through a hard threshold: what happens when only the slope used on the way back is replaced."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from activations import elementwise

NETS, HIDDEN, STEPS, RATE, RADIUS = 16, 6, 400, 0.15, 0.75
_SIDE = np.linspace(-1.0, 1.0, 11)
POINTS = np.array([(a, b) for a in _SIDE for b in _SIDE])
INSIDE = (np.hypot(*POINTS.T) < RADIUS).astype(float)[:, None]


@dataclass(frozen=True, slots=True)
class Run:
    """The mean squared error before each step of gradient descent, and the farthest way a hidden weight went."""

    loss: NDArray[np.float64]
    moved: float


@cache
def train(back: str) -> Run:
    """Tell the inside of a disc from its outside with units that step, going back with the slope of `back`.

    Many small networks are trained at once on all points, each from weights of its own; their mean is told.
    """
    random, step, slope = np.random.default_rng(0), elementwise("step"), elementwise(back).derivative
    first = random.standard_normal((NETS, 2, HIDDEN))
    weights, bias = first.copy(), random.standard_normal((NETS, 1, HIDDEN))
    out, shift = np.zeros((NETS, HIDDEN, 1)), np.zeros((NETS, 1, 1))
    losses = []
    for _ in range(STEPS + 1):
        z = POINTS @ weights + bias
        hidden = step(z)
        wrong = hidden @ out + shift - INSIDE
        losses.append(float((wrong**2).mean()))
        push = wrong * (2 * RATE / len(POINTS))
        inner = push @ out.transpose(0, 2, 1) * slope(z)
        out = out - hidden.transpose(0, 2, 1) @ push
        shift = shift - push.sum(axis=1, keepdims=True)
        weights = weights - POINTS.T @ inner
        bias = bias - inner.sum(axis=1, keepdims=True)
    return Run(np.array(losses), float(np.abs(weights - first).max()))
