"""The hollow that self-gated functions have left of zero: where it lies, how deep it is, and what follows from it."""

import numpy as np
from scipy.optimize import brentq

from activations import elementwise
from activations.domain import Param
from activations.scan import curvature, stationary
from activations.spec import Activation
from labs.claim import Evidence

SILU, SWISH, GELU, MISH = (elementwise(name) for name in ("silu", "swish", "gelu", "mish"))
X = np.linspace(-8.0, 8.0, 641)
BETA = Param("beta", "β", default=1.0, low=0.2, high=5.0, step=0.1)
LEVEL = -0.1  # an output that GELU takes twice


def swish_falls_on_the_left() -> Evidence:
    """Swish has a turning point; left of it the derivative is negative, as much as it exceeds 1 on the right."""
    (turn,) = stationary(SILU)
    at = float(brentq(lambda x: curvature(SILU, x), -6.0, turn))
    numbers = {"turn": turn, "lowest": float(SILU.derivative(at)), "lowest_at": at}
    points = (1.0, 2.0, 3.0, 5.0)
    return Evidence(numbers, tuple((f"±{p:g}", *_pair(p)) for p in points))


def _pair(p: float) -> tuple[float, float, float]:
    """The derivatives of SiLU at -p and p, and their sum."""
    left, right = float(SILU.derivative(-p)), float(SILU.derivative(p))
    return left, right, left + right


def swish_slope(beta: float) -> dict[str, np.ndarray]:
    return {"x": X, "swish": SWISH.derivative(X, beta=beta)}


def all_are_bounded_below() -> Evidence:
    """How low the self-gated functions get, and where; Swish as its slope changes."""
    found = {name: _lowest(elementwise(name)) for name in ("silu", "gelu", "mish")}
    swish = {f"Swish, β = {beta:g}": _lowest(SWISH, beta=beta) for beta in (0.5, 2.0)}
    return Evidence({name: f for name, (f, _) in found.items()}, tuple((n, *at) for n, at in (found | swish).items()))


def _lowest(act: Activation, **params: float) -> tuple[float, float]:
    """The value at the only turning point, and where that is."""
    (turn,) = stationary(act, **params)
    return float(act(turn, **params)), turn


def floors(beta: float) -> dict[str, np.ndarray]:
    """The three curves, with their hollows; Swish at the slope chosen."""
    x = X[X <= 2.0]
    return {"x": x, "swish": SWISH(x, beta=beta), "gelu": GELU(x), "mish": MISH(x)}


def lowest_point_of_silu() -> Evidence:
    """The lowest point, found by looking for the zero of the derivative, and the values around it."""
    lowest, turn = _lowest(SILU)
    points = (-1.3, -1.28, -1.278, -1.27, -1.2)
    rows = tuple((f"{p:g}", float(SILU(p)), float(SILU.derivative(p))) for p in points)
    return Evidence({"turn": turn, "lowest": lowest}, rows)


def silu_meets_a_line() -> dict[str, np.ndarray]:
    """SiLU and the line x + 1 meet in one point: the lowest of the curve."""
    x = np.linspace(-2.5, 0.0, 401)
    return {"x": x, "silu": SILU(x), "one_more": x + 1}


def an_output_that_two_inputs_share() -> Evidence:
    """Two inputs with the same GELU and different slopes: the slope cannot be told from the output."""
    _, turn = _lowest(GELU)
    inputs = [float(brentq(lambda x: float(GELU(x)) - LEVEL, *ends)) for ends in ((-6.0, turn), (turn, 0.0))]
    rows = tuple((x, float(GELU(x)), float(GELU.derivative(x))) for x in inputs)
    return Evidence({"left": rows[0][2], "right": rows[1][2]}, rows)


def slope_over_output() -> dict[str, np.ndarray]:
    """Slope against output: a function of the output for ReLU, but not for GELU."""
    t = np.linspace(-5.0, 1.2, 621)
    out = GELU(t)
    return {"x": out, "gelu": GELU.derivative(t), "relu": np.where(out > 0, 1.0, np.nan)}
