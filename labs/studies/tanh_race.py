"""A race between activation functions: the same small network and data, whose error falls below a mark first?"""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from activations.functions.sigmoid import SPEC as SIGMOID
from labs.claim import Cell, Evidence
from labs.propagation import HE, LECUN

Array = NDArray[np.float64]
LAYERS, WIDTH, POINTS = 4, 32, 256  # small enough for one processor: products this size are not shared out
MOMENTUM, LIMIT = 0.9, 2000
MARK, RATES, SEEDS = 0.25, (0.1, 0.3), 6
RUNNERS = (("tanh", LECUN), ("relu", HE))
Task = Callable[[np.random.Generator], tuple[Array, Array]]


def rings(random: np.random.Generator) -> tuple[Array, Array]:
    """Points in a disc, told apart by the ring they lie in."""
    radius, angle = random.uniform(0, 1, POINTS), random.uniform(0, 2 * np.pi, POINTS)
    return np.sqrt(3) * _around(radius, angle), np.floor(5 * radius) % 2


def spirals(random: np.random.Generator) -> tuple[Array, Array]:
    """Points on one of two spirals that wind into each other."""
    radius, arm = random.uniform(0.25, 1, POINTS), random.integers(0, 2, POINTS)
    return np.sqrt(3) * _around(radius, np.pi * (3 * radius + arm)), arm.astype(float)


def _around(radius: Array, angle: Array) -> Array:
    return radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])


class Network:
    """A plain network with one output, trained on all points by gradient descent with momentum."""

    def __init__(self, name: str, variance: float, random: np.random.Generator) -> None:
        sizes = [2, *[WIDTH] * LAYERS, 1]
        self.act = elementwise(name)
        self.weights = [random.standard_normal((a, b)) * np.sqrt(variance / a) for a, b in pairwise(sizes)]
        self.weights += [np.zeros((1, b)) for b in sizes[1:]]
        self.speed = [np.zeros_like(w) for w in self.weights]

    def learn(self, x: Array, wanted: Array, rate: float) -> float:
        """One step down the gradient of the cross-entropy; returns the share of wrong answers before it."""
        entered, sums = [x], []
        for k in range(LAYERS + 1):
            sums.append(entered[-1] @ self.weights[k] + self.weights[LAYERS + 1 + k])
            entered.append(self.act(sums[-1]))
        g = (SIGMOID(sums[-1]) - wanted[:, None]) / len(x)
        for k in range(LAYERS, -1, -1):
            change = (entered[k].T @ g, g.sum(axis=0, keepdims=True))
            if k:
                g = (g @ self.weights[k].T) * self.act.derivative(sums[k - 1])
            for i, one in zip((k, LAYERS + 1 + k), change, strict=True):
                self.speed[i] = MOMENTUM * self.speed[i] - rate * one
                self.weights[i] = self.weights[i] + self.speed[i]
        return float(np.mean((sums[-1][:, 0] > 0) != wanted))


def steps_until(mark: float, name: str, variance: float, task: Task, rate: float, seed: int) -> int:
    """The number of steps until the training error is below `mark`, at most LIMIT."""
    random = np.random.default_rng(seed)
    x, wanted = task(random)
    network = Network(name, variance, random)
    return next((step for step in range(LIMIT) if network.learn(x, wanted, rate) < mark), LIMIT)


def _mean_steps(name: str, variance: float, task: Task, rate: float) -> float:
    return float(np.mean([steps_until(MARK, name, variance, task, rate, seed) for seed in range(SEEDS)]))


def relu_against_tanh() -> Evidence:
    """Steps until a quarter of the answers is wrong, on two tasks, with two learning rates."""
    steps = {
        rate: [_mean_steps(*runner, task, rate) for task in (rings, spirals) for runner in RUNNERS] for rate in RATES
    }
    first = steps[RATES[0]]
    table: tuple[tuple[Cell, ...], ...] = tuple((f"η = {rate:g}", *map(round, row)) for rate, row in steps.items())
    return Evidence({"rings": first[0] / first[1], "spirals": first[2] / first[3]}, table)
