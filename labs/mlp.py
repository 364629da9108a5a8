"""A small network trained from scratch: several copies at once, one for each seed, on points with two labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from activations.spec import Activation
from labs.propagation import HE

Array = NDArray[np.float64]
RATE, KEEP_MEAN, KEEP_SQUARE, TINY = 0.02, 0.9, 0.999, 1e-8  # Adam


@dataclass(frozen=True, slots=True)
class Points:
    """Rows of `x` with labels `y`, 0 or 1."""

    x: Array
    y: Array


@dataclass(frozen=True, slots=True)
class Trained:
    """How training went: for each seed the share of points on the right side, and the loss after each step."""

    seen: Array
    unseen: Array
    loss: Array


def spirals(count: int, seed: int, turns: float = 1.5, noise: float = 0.2) -> Points:
    """Two arms that wind round each other, `count` points on each."""
    random = np.random.default_rng(seed)
    along = np.sqrt(random.uniform(0.03, 1.0, 2 * count))
    label = np.repeat([0.0, 1.0], count)
    angle = 2 * np.pi * turns * along + np.pi * label
    x = along[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return Points(2 * x + noise * random.standard_normal(x.shape), label)


class Nets:
    """Copies of one network, all computed together: each weight is an array copies x inputs x outputs."""

    def __init__(self, sizes: Sequence[int], act: Activation, params: dict[str, float], seeds: Sequence[int]) -> None:
        self.act, self.params = act, params
        draws = [np.random.default_rng(seed) for seed in seeds]
        self.values: list[Array] = []  # weights and biases in turn
        for inputs, outputs in pairwise(sizes):
            weights = np.stack([draw.standard_normal((inputs, outputs)) for draw in draws])
            self.values += [weights * np.sqrt(HE / inputs), np.zeros((len(seeds), 1, outputs))]

    def layers(self) -> Iterator[tuple[Array, Array]]:
        return zip(self.values[::2], self.values[1::2], strict=True)

    def forward(self, x: Array) -> tuple[list[Array], list[Array]]:
        """What enters each layer, and what each layer makes of it before the activation."""
        entering, sums = [np.broadcast_to(x, (len(self.values[0]), *x.shape))], []
        for weights, bias in self.layers():
            sums.append(entering[-1] @ weights + bias)
            entering.append(self.act(sums[-1], **self.params))
        return entering[:-1], sums

    def logits(self, x: Array) -> Array:
        return self.forward(x)[1][-1][..., 0]

    def gradients(self, points: Points) -> tuple[Array, list[Array]]:
        """The mean cross-entropy of each copy, and its derivative by every weight and bias."""
        entering, sums = self.forward(points.x)
        logits, y = sums[-1], points.y[:, None]
        loss = np.mean(np.logaddexp(0.0, logits) - y * logits, axis=(1, 2))
        back = (0.5 * (1 + np.tanh(logits / 2)) - y) / len(y)
        found: list[Array] = []
        for k in reversed(range(len(sums))):
            found[:0] = [np.swapaxes(entering[k], 1, 2) @ back, back.sum(axis=1, keepdims=True)]
            if k:
                back = (back @ np.swapaxes(self.values[2 * k], 1, 2)) * self.act.derivative(sums[k - 1], **self.params)
        return loss, found

    def right(self, points: Points) -> Array:
        """The share of points that each copy puts on the right side."""
        return np.mean((self.logits(points.x) > 0) == points.y, axis=1)


def train(
    name: str,
    seen: Points,
    unseen: Points,
    *,
    hidden: Sequence[int] = (32, 32),
    seeds: Sequence[int] = range(5),
    steps: int = 300,
    rate: float = RATE,
    **params: float,
) -> Trained:
    """Train a copy for each seed on all points at once, with Adam; `name` is an element-wise function."""
    nets = Nets((seen.x.shape[1], *hidden, 1), elementwise(name), params, seeds)
    mean = [np.zeros_like(v) for v in nets.values]
    square = [np.zeros_like(v) for v in nets.values]
    losses = np.empty((steps, len(seeds)))
    for step in range(steps):
        losses[step], slopes = nets.gradients(seen)
        reach = rate * np.sqrt(1 - KEEP_SQUARE ** (step + 1)) / (1 - KEEP_MEAN ** (step + 1))
        for value, slope, m, s in zip(nets.values, slopes, mean, square, strict=True):
            m += (1 - KEEP_MEAN) * (slope - m)
            s += (1 - KEEP_SQUARE) * (slope * slope - s)
            value -= reach * m / (np.sqrt(s) + TINY)
    return Trained(nets.right(seen), nets.right(unseen), losses.T)
