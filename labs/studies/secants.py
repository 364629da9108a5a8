"""Secants that close in on one point from both sides: where they agree there is a tangent."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from labs.claim import Evidence
from labs.studies import rows

SIGMOID, RELU = elementwise("sigmoid"), elementwise("relu")
RUNS = (1.0, 0.1, 0.01, 0.001)


def secant(f: Callable, a: float, b: float) -> float:
    """The slope of the straight line through two points of the curve."""
    return float((f(b) - f(a)) / (b - a))


def both_sides(f: Callable, x: float) -> tuple[list[float], list[float]]:
    """Secants that end at x, and secants that start there."""
    return [secant(f, x - h, x) for h in RUNS], [secant(f, x, x + h) for h in RUNS]


def secants_of_sigmoid_settle() -> Evidence:
    """At 1 the secants of sigmoid agree from both sides; those of ReLU at 0 never do."""
    middle, end = map(float, SIGMOID.derivative([0.0, 1.0]))
    numbers = {"secant": secant(SIGMOID, -1.0, 1.0), "middle": middle, "end": end}
    return Evidence(numbers, rows.at("h", RUNS, *both_sides(SIGMOID, 1.0), *both_sides(RELU, 0.0)))


def secant_and_tangent(h: float) -> dict[str, NDArray]:
    x, here = np.linspace(-4.0, 7.0, 221), float(SIGMOID(1.0))
    tangent = here + SIGMOID.derivative(1.0) * (x - 1)
    return {"x": x, "sigmoid": SIGMOID(x), "secant": here + secant(SIGMOID, 1.0, 1 + h) * (x - 1), "tangent": tangent}
