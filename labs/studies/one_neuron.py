"""One neuron under gradient descent: one weight, one bias, one training pair, so that every step can be followed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from labs.depth.propagation import HE
from labs.studies import rows

Formula = Callable[..., NDArray[np.floating]]
INPUT = 1.0


@dataclass(frozen=True, slots=True)
class Path:
    """Before each step: weight, bias, pre-activation z, output, and the gradient of the loss by the weight."""

    weight: NDArray[np.floating]
    bias: NDArray[np.floating]
    z: NDArray[np.floating]
    out: NDArray[np.floating]
    gradient: NDArray[np.floating]


def descend(f: Formula, slope: Formula, start: tuple[float, float], target: float, rate: float, steps: int) -> Path:
    """Gradient descent on (f(w x + b) - target)^2 / 2 with x = 1, from `start` = (w, b)."""
    weight, bias = start
    path = []
    for _ in range(steps + 1):
        z = weight * INPUT + bias
        out = float(f(np.float64(z)))
        push = (out - target) * float(slope(np.float64(z)))
        path.append((weight, bias, z, out, push * INPUT))
        weight, bias = weight - rate * push * INPUT, bias - rate * push
    return Path(*np.array(path).T)


def follow(name: str, start: tuple[float, float], target: float, rate: float, steps: int, **params: float) -> Path:
    """The same for a function of the catalogue."""
    act = elementwise(name)
    values = act.resolve(params)  # checked once, not at every step
    return descend(partial(act.fn, **values), partial(act.derivative_fn, **values), start, target, rate, steps)


def tabulated(*columns: NDArray[np.floating]) -> tuple[rows.Row, ...]:
    """The steps as rows of a table, numbered from 0."""
    return rows.labelled(map(str, range(len(columns[0]))), *columns)


def silence(name: str, bias: float, inputs: int = 1000, width: int = 256) -> tuple[float, float]:
    """In a fresh layer with He weights: how often a neuron outputs 0, and how many do so for every input."""
    random = np.random.default_rng(0)
    x, weights = random.standard_normal((inputs, width)), random.standard_normal((width, width))
    off = elementwise(name)(x @ weights * np.sqrt(HE / width) + bias) == 0
    return float(np.mean(off)), float(np.mean(off.all(axis=0)))
