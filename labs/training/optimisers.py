"""Rules by which weights go downhill: Adam, and gradient descent with momentum or without; decay and clipping.

Arguments that hold for all: `params` are weights and biases in turn, each with the copies of a network along its first
axis; `decay` is the share that weights, not biases, lose with each step, times the learning rate and apart from the
gradient (https://arxiv.org/abs/1711.05101).
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Optimiser(Protocol):
    """Takes one step after another with the weights of one network."""

    def step(self, params: Sequence[Array], grads: Sequence[Array]) -> None:
        """Change the weights in place, by the derivatives of the loss."""


def shrink(params: Sequence[Array], share: float) -> None:
    """Take a share off the weights."""
    if share:
        for weights in params[::2]:
            weights *= 1 - share


def clip(grads: Sequence[Array], most: float) -> None:
    """Shorten the gradient of each copy to a norm of at most `most`."""
    norms = np.sqrt(sum(np.square(grad).sum(axis=(1, 2), keepdims=True) for grad in grads))
    for grad in grads:
        grad *= np.minimum(1.0, most / np.maximum(norms, most))


class Momentum:
    """Gradient descent that keeps most of its speed; of 0, it is plain gradient descent."""

    KEPT = 0.9

    def __init__(self, learning_rate: float, kept: float = KEPT, decay: float = 0.0) -> None:
        self.learning_rate, self.kept, self.decay = learning_rate, kept, decay
        self.speed: list[Array] = []

    def step(self, params: Sequence[Array], grads: Sequence[Array]) -> None:
        self.speed = self.speed or [np.zeros_like(param) for param in params]
        shrink(params, self.learning_rate * self.decay)
        for param, grad, speed in zip(params, grads, self.speed, strict=True):
            speed *= self.kept
            speed -= self.learning_rate * grad
            param += speed


class Adam:
    """Steps as long as the mean slope of late over its root mean square."""

    MEAN_KEPT, SQUARE_KEPT, TINY = 0.9, 0.999, 1e-8

    def __init__(self, learning_rate: float, decay: float = 0.0) -> None:
        self.learning_rate, self.decay, self.steps = learning_rate, decay, 0
        self.mean: list[Array] = []
        self.square: list[Array] = []

    def step(self, params: Sequence[Array], grads: Sequence[Array]) -> None:
        self.mean = self.mean or [np.zeros_like(param) for param in params]
        self.square = self.square or [np.zeros_like(param) for param in params]
        self.steps += 1
        shrink(params, self.learning_rate * self.decay)
        grown, settled = 1 - self.MEAN_KEPT**self.steps, np.sqrt(1 - self.SQUARE_KEPT**self.steps)
        for param, grad, mean, square in zip(params, grads, self.mean, self.square, strict=True):
            mean += (1 - self.MEAN_KEPT) * (grad - mean)
            square += (1 - self.SQUARE_KEPT) * (grad * grad - square)
            param -= self.learning_rate / grown * mean / (np.sqrt(square) / settled + self.TINY)
