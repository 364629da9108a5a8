"""A linear unit that learns from signals which lean to one side of zero, or do not."""

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from activations.measure import properties
from labs.claim import Evidence
from labs.studies import rows

STEPS, SEED = 40, 1
START, GOAL = (0.0, 0.0), (1.0, -1.0)


def stretch(name: str, inputs: int) -> float:
    """How much longer than wide the valley of the squared error is: the condition number of E[a a^T].

    The inputs a_i = f(Z_i) are independent with mean m and variance v, so that the eigenvalues are
    v, and v + inputs m^2 along (1, ..., 1).
    """
    found = properties(elementwise(name))
    return 1 + inputs * found["mean"] ** 2 / found["variance"]


def gradients_share_a_sign() -> Evidence:
    """One error times positive inputs; and how long the valley gets behind several functions."""
    gradient = 0.5 * np.array([0.2, 0.7, 0.9])
    counts = (10, 100, 1000)
    table = rows.at("n", counts, *([stretch(f, n) for n in counts] for f in ("sigmoid", "relu", "tanh")))
    return Evidence(dict(zip(("first", "second", "third"), map(float, gradient), strict=True)), table)


def path(name: str) -> NDArray[np.float64]:
    """The two weights of a unit after 0, 1, ... examples, each followed by one step of gradient descent.

    The step is one over the mean squared length of an input.
    """
    act, random = elementwise(name), np.random.default_rng(SEED)
    found = properties(act)
    step = 1 / (2 * (found["mean"] ** 2 + found["variance"]))
    weights = np.array(START)
    walked = [weights]
    for a in act(random.standard_normal((STEPS, 2))):
        weights = weights - step * ((weights - np.array(GOAL)) @ a) * a
        walked.append(weights)
    return np.array(walked)


def walks() -> dict[str, NDArray]:
    """Both paths, one after the other along the shared x."""
    ours, theirs = path("sigmoid"), path("tanh")
    gap = np.full(len(ours), np.nan)
    x = np.concatenate([ours[:, 0], theirs[:, 0]])
    return {"x": x, "sigmoid": np.concatenate([ours[:, 1], gap]), "tanh": np.concatenate([gap, theirs[:, 1]])}
