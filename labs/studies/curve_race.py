"""A race between activation functions: small networks that differ in nothing else learn the same curve."""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from activations import elementwise

POINTS, WIDTH, STEPS, RATE = 64, 16, 300, 0.01
TASKS: dict[str, Callable[[NDArray], NDArray]] = {
    "$\\sin 3x$": lambda x: np.sin(3 * x),
    "$\\lvert x\\rvert$": np.abs,
    "$e^{-x^2}$": lambda x: np.exp(-x * x),
}


def loss(name: str, task: str, seed: int) -> float:
    """The mean squared error after STEPS steps of Adam; two hidden layers, He initialisation."""
    random, x = np.random.default_rng(seed), np.linspace(-2.0, 2.0, POINTS)[:, None]
    shapes = ((1, WIDTH), (WIDTH, WIDTH), (WIDTH, 1))
    parts = [random.standard_normal(s) * np.sqrt(2 / s[0]) for s in shapes] + [np.zeros(s[1]) for s in shapes]
    slow, fast = [np.zeros_like(p) for p in parts], [np.zeros_like(p) for p in parts]
    target = TASKS[task](x)
    for t in range(1, STEPS + 1):
        for i, g in enumerate(_gradients(name, parts, x, target)):
            slow[i] = 0.9 * slow[i] + 0.1 * g
            fast[i] = 0.999 * fast[i] + 0.001 * g * g
            parts[i] -= RATE * slow[i] / (1 - 0.9**t) / (np.sqrt(fast[i] / (1 - 0.999**t)) + 1e-8)
    return float(np.mean((_forward(name, parts, x)[-1] - target) ** 2))


def _forward(name: str, parts: list[NDArray], x: NDArray) -> list[NDArray]:
    """Input, pre-activation and output of each hidden layer in turn, then the result."""
    act, seen = elementwise(name), [x]
    for w, b in zip(parts[:2], parts[3:5], strict=True):
        z = seen[-1] @ w + b
        seen += [z, act(z)]
    return [*seen, seen[-1] @ parts[2] + parts[5]]


def _gradients(name: str, parts: list[NDArray], x: NDArray, target: NDArray) -> list[NDArray]:
    act = elementwise(name)
    x0, z1, x1, z2, x2, y = _forward(name, parts, x)
    top = 2 * (y - target) / len(x)
    middle = top @ parts[2].T * act.derivative(z2)
    bottom = middle @ parts[1].T * act.derivative(z1)
    return [x0.T @ bottom, x1.T @ middle, x2.T @ top, bottom.sum(axis=0), middle.sum(axis=0), top.sum(axis=0)]


def ranking(names: Iterable[str], task: str, seed: int) -> list[str]:
    """The runners, the best first."""
    return sorted(names, key=lambda name: loss(name, task, seed))
