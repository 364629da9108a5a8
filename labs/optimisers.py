"""Rules by which weights go downhill: Adam, and gradient descent with momentum."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Optimiser(Protocol):
    """Takes one step after another with the weights of one network."""

    def step(self, values: Sequence[Array], slopes: Sequence[Array]) -> None:
        """Change the weights in place, by the derivatives of the loss."""


class Momentum:
    """Gradient descent that keeps most of its speed."""

    KEPT = 0.9

    def __init__(self, rate: float) -> None:
        self.rate = rate
        self.speed: list[Array] = []

    def step(self, values: Sequence[Array], slopes: Sequence[Array]) -> None:
        self.speed = self.speed or [np.zeros_like(value) for value in values]
        for value, slope, speed in zip(values, slopes, self.speed, strict=True):
            speed *= self.KEPT
            speed -= self.rate * slope
            value += speed


class Adam:
    """Steps as long as the mean slope of late over its root mean square."""

    MEAN_KEPT, SQUARE_KEPT, TINY = 0.9, 0.999, 1e-8

    def __init__(self, rate: float) -> None:
        self.rate, self.steps = rate, 0
        self.mean: list[Array] = []
        self.square: list[Array] = []

    def step(self, values: Sequence[Array], slopes: Sequence[Array]) -> None:
        self.mean = self.mean or [np.zeros_like(value) for value in values]
        self.square = self.square or [np.zeros_like(value) for value in values]
        self.steps += 1
        grown, settled = 1 - self.MEAN_KEPT**self.steps, np.sqrt(1 - self.SQUARE_KEPT**self.steps)
        for value, slope, mean, square in zip(values, slopes, self.mean, self.square, strict=True):
            mean += (1 - self.MEAN_KEPT) * (slope - mean)
            square += (1 - self.SQUARE_KEPT) * (slope * slope - square)
            value -= self.rate / grown * mean / (np.sqrt(square) / settled + self.TINY)
