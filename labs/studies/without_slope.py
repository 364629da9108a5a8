"""Where a function has no derivative: at a corner it hardly matters, at a jump everything stands still."""

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from activations.spec import Activation
from labs.claim import Evidence
from labs.studies.mean_field import about
from labs.studies.straight_through import STEPS, train

RELU, SIGMOID, STEP = (elementwise(name) for name in ("relu", "sigmoid", "step"))
BACK = ("step", "hard_tanh", "sigmoid")
X = np.linspace(-6.0, 6.0, 481)


def the_sides_of_the_corner_disagree() -> Evidence:
    """The quotients from the left and from the right differ, and hardly an input falls on the corner."""
    draws = np.random.default_rng(0).standard_normal(1_000_000)
    sides = {name: float((RELU(h) - RELU(0.0)) / h) + 0.0 for name, h in (("right", 1e-6), ("left", -1e-6))}
    return Evidence({**sides, "draws": float(draws.size), "hits": float((draws == 0).sum())})


def supporting_line(slope: float) -> dict[str, NDArray]:
    x = np.linspace(-2.0, 2.0, 201)
    return {"x": x, "relu": RELU(x), "support": slope * x}


def only_the_way_back_is_replaced() -> Evidence:
    """The step's own slope leaves the hidden layer where it was; a borrowed one moves it."""
    runs = {name: train(name) for name in BACK}
    quotient = float((STEP(0.3 + 1e-3) - STEP(0.3 - 1e-3)) / 2e-3)
    numbers = {"quotient": quotient, "start": float(runs["step"].loss[0])}
    return Evidence(numbers, tuple((name, about(r.moved), about(float(r.loss[-1]), 3)) for name, r in runs.items()))


def losses() -> dict[str, NDArray]:
    return {"x": np.arange(STEPS + 1.0), **{name: train(name).loss for name in BACK}}


def a_jump_has_no_slope() -> Evidence:
    """The quotient across zero grows without end for the step and settles for the sigmoid."""

    def quotient(act: Activation, h: float) -> float:
        return float((act(h) - act(-h)) / (2 * h))

    table = tuple((f"h = {h:g}", quotient(STEP, h), quotient(SIGMOID, h)) for h in (0.1, 0.01, 0.001))
    return Evidence({"slope": float(SIGMOID.derivative(0.0))}, table)


def step_and_sigmoid(steepness: float) -> dict[str, NDArray]:
    return {"x": X, "step": np.where(X == 0, np.nan, STEP(X)), "sigmoid": SIGMOID(steepness * X)}
