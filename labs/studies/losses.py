"""The gradient of two losses, cross-entropy and squared error, behind sigmoid and softmax."""

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from labs.claim import Evidence
from labs.studies import rows
from labs.studies.mean_field import about
from labs.studies.softmax_shares import jacobian, softmax

SIGMOID = elementwise("sigmoid")
TRUE = 1  # the right class, counted from 0


def binary(z: NDArray) -> tuple[NDArray, NDArray]:
    """For the target 1: the slopes of -ln p and of (p - 1)^2 at the logit, p = sigmoid(z)."""
    missing = -SIGMOID(-z)  # p - 1
    return missing, 2 * missing * SIGMOID.derivative(z)


def the_loss_decides_about_saturation() -> Evidence:
    """The slopes at several logits, for the target 1."""
    z = np.array([-10.0, -5.0, 0.0, 5.0])
    entropy, squared = binary(z)
    numbers = {"entropy": float(entropy[0]), "squared": float(squared[0])}
    return Evidence(numbers, rows.at("z", z, SIGMOID(z), entropy, squared))


def sizes_of_slopes() -> dict[str, NDArray]:
    z = np.linspace(-10.0, 10.0, 401)
    entropy, squared = binary(z)
    return {"x": z, "entropy": -entropy, "squared": -squared}


def sizes(z: NDArray) -> tuple[np.floating, np.floating, np.floating]:
    """Frobenius norm of the Jacobian of softmax, and the lengths of both gradients with respect to the scores."""
    slopes, missing = jacobian(z), softmax(z) - np.eye(len(z))[TRUE]
    norm = np.linalg.norm
    return norm(slopes), norm(missing), norm(2 * slopes @ missing)


def gaps_decide_not_sizes() -> Evidence:
    """The same at equal scores, small and huge, and at scores with a gap."""
    scores = ((0, 0, 0), (1000, 1000, 1000), (10, 0, 0), (20, 0, 0))
    found = [sizes(np.array(z, dtype=float)) for z in scores]
    numbers = {"entropy": float(found[-1][1]), "squared": float(found[-1][2])}
    columns = [[about(float(size), 4) for size in column] for column in zip(*found, strict=True)]
    return Evidence(numbers, rows.labelled(map(rows.listed, scores), *columns))


def sizes_over_a_gap() -> dict[str, NDArray]:
    gap = np.linspace(-10.0, 20.0, 121)
    found = np.array([sizes(np.array([g, 0.0, 0.0])) for g in gap])
    return {"x": gap} | dict(zip(("jacobian", "ce", "se"), found.T, strict=True))
