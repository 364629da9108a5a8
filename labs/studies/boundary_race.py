"""A small race: the same network, the same tasks and the same draws, but another activation function."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from activations.functions.sigmoid import SPEC as SIGMOID
from activations.spec import Activation
from labs.claim import Cell, Evidence

RUNNERS = ("relu", "elu", "gelu")
SEEDS = 6
POINTS, HIDDEN, STEPS, RATE = 200, 24, 300, 0.01
Layers = list[NDArray]
Task = Callable[[np.random.Generator], tuple[NDArray, NDArray]]


def spirals(random: np.random.Generator) -> tuple[NDArray, NDArray]:
    """Points of two arms that wind around each other, and which arm each is on."""
    arm = np.arange(POINTS) % 2
    way = random.uniform(0.15, 1.0, POINTS)
    angle = np.pi * (3 * way + arm)
    points = 2 * way[:, None] * np.stack([np.cos(angle), np.sin(angle)], 1)
    return points + 0.1 * random.standard_normal(points.shape), arm[:, None].astype(float)


def diamond(random: np.random.Generator) -> tuple[NDArray, NDArray]:
    """Points of a square, and which of them lie outside a figure with straight edges."""
    points = random.uniform(-2, 2, (POINTS, 2))
    return points, (np.abs(points).sum(1, keepdims=True) > 1.6).astype(float)


def slopes(act: Activation, weights: Layers, x: NDArray, wanted: NDArray) -> tuple[float, Layers]:
    """The share of points on the wrong side, and the gradient of the cross-entropy for every matrix."""
    one = np.ones((len(x), 1))
    inputs, sums = [np.hstack([x, one])], []
    for w in weights[:-1]:
        sums.append(inputs[-1] @ w)
        inputs.append(np.hstack([act(sums[-1]), one]))
    z = inputs[-1] @ weights[-1]
    g = (SIGMOID(z) - wanted) / len(x)
    found = [inputs[-1].T @ g]
    for i in reversed(range(len(sums))):
        g = (g @ weights[i + 1][:-1].T) * act.derivative(sums[i])
        found.append(inputs[i].T @ g)
    return float(((z > 0) != wanted).mean()), found[::-1]


def run(name: str, task: Task, seed: int) -> float:
    """The share of fresh points on the wrong side after STEPS steps of Adam."""
    act, random = elementwise(name), np.random.default_rng(seed)
    x, wanted = task(random)
    shapes = ((2, HIDDEN), (HIDDEN, HIDDEN), (HIDDEN, 1))
    weights = [np.vstack([random.standard_normal(s) * np.sqrt(2 / s[0]), np.zeros((1, s[1]))]) for s in shapes]
    mean, square = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    for t in range(1, STEPS + 1):
        _, found = slopes(act, weights, x, wanted)
        for w, g, m, v in zip(weights, found, mean, square, strict=True):
            m += 0.1 * (g - m)
            v += 0.001 * (g * g - v)
            w -= RATE * m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return slopes(act, weights, *task(random))[0]


def race() -> Evidence:
    """Every runner from the same starting points: on each task the mean and the worst percentage of mistakes."""
    rows: list[tuple[Cell, ...]] = []
    for name in RUNNERS:
        results = [[100 * run(name, task, seed) for seed in range(SEEDS)] for task in (spirals, diamond)]
        rows.append((name, *(float(f(r)) for r in results for f in (np.mean, np.max))))
    return Evidence({"seeds": SEEDS}, tuple(rows))
