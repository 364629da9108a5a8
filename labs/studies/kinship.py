"""How functions are related: Swish to its neighbours, LeCun's tanh to the plain one."""

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from activations.measure import properties
from activations.scan import curvature
from labs.claim import Evidence

RELU, SILU, SWISH, LECUN_TANH = (elementwise(name) for name in ("relu", "silu", "swish", "lecun_tanh"))
FAR, NEAR = np.linspace(-10.0, 10.0, 20_001), np.linspace(-0.1, 0.1, 20_001)
X = np.concatenate([FAR, NEAR])  # a sharp Swish leaves ReLU close to 0 only


def largest_gap(one: NDArray, other: NDArray) -> float:
    return float(np.abs(one - other).max())


def swish_turns_into_known_functions() -> Evidence:
    """By beta, Swish is a line, SiLU, close to GELU, or nearly ReLU."""
    table = [("β = 0", "x / 2", largest_gap(SWISH(X, beta=0.0), X / 2))]
    for beta, name in ((1.0, "silu"), (1.702, "gelu"), (100.0, "relu")):
        table.append((f"β = {beta:g}", name, largest_gap(SWISH(X, beta=beta), elementwise(name)(X))))
    return Evidence({"gelu": table[2][2], "nearly": table[-1][2]}, tuple(table))


def swish_between_line_and_relu(beta: float) -> dict[str, NDArray]:
    x = np.linspace(-6.0, 6.0, 481)
    return {"x": x, "swish": SWISH(x, beta=beta), "silu": SILU(x), "relu": RELU(x)}


def silu_is_swish_at_one() -> Evidence:
    """The two formulas agree at every point for beta = 1 and for no other beta."""
    return Evidence(table=tuple((f"β = {b:g}", largest_gap(SWISH(X, beta=b), SILU(X))) for b in (0.5, 1.0, 2.0)))


def one_maps_to_one() -> Evidence:
    """LeCun's constants send 1 to 1, nearly, and put the sharpest bend there."""
    x = np.linspace(0.0, 3.0, 3001)
    bend = float(x[np.abs(curvature(LECUN_TANH, x)).argmax()])
    found = properties(LECUN_TANH)
    return Evidence(
        {"at_one": float(LECUN_TANH(1.0)), "slope": found["slope_at_zero"], "top": found["maximum"], "bend": bend}
    )


def stretched_tanh() -> dict[str, NDArray]:
    x = np.linspace(-3.0, 3.0, 301)
    return {"x": x, **{name: elementwise(name)(x) for name in ("lecun_tanh", "tanh", "identity")}}
