"""Rules by which weights go downhill: Adam, and gradient descent with momentum."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Optimiser(Protocol):
    """Takes one step after another with the weights of one network."""

    def step(self, params: Sequence[Array], grads: Sequence[Array]) -> None:
        """Change the weights in place, by the derivatives of the loss."""


class Momentum:
    """Gradient descent that keeps most of its speed."""

    KEPT = 0.9

    def __init__(self, learning_rate: float) -> None:
        self.learning_rate = learning_rate
        self.speed: list[Array] = []

    def step(self, params: Sequence[Array], grads: Sequence[Array]) -> None:
        self.speed = self.speed or [np.zeros_like(param) for param in params]
        for param, grad, speed in zip(params, grads, self.speed, strict=True):
            speed *= self.KEPT
            speed -= self.learning_rate * grad
            param += speed


class Adam:
    """Steps as long as the mean slope of late over its root mean square."""

    MEAN_KEPT, SQUARE_KEPT, TINY = 0.9, 0.999, 1e-8

    def __init__(self, learning_rate: float) -> None:
        self.learning_rate, self.steps = learning_rate, 0
        self.mean: list[Array] = []
        self.square: list[Array] = []

    def step(self, params: Sequence[Array], grads: Sequence[Array]) -> None:
        self.mean = self.mean or [np.zeros_like(param) for param in params]
        self.square = self.square or [np.zeros_like(param) for param in params]
        self.steps += 1
        grown, settled = 1 - self.MEAN_KEPT**self.steps, np.sqrt(1 - self.SQUARE_KEPT**self.steps)
        for param, grad, mean, square in zip(params, grads, self.mean, self.square, strict=True):
            mean += (1 - self.MEAN_KEPT) * (grad - mean)
            square += (1 - self.SQUARE_KEPT) * (grad * grad - square)
            param -= self.learning_rate / grown * mean / (np.sqrt(square) / settled + self.TINY)
