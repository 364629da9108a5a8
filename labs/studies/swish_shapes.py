"""What Swish can turn into: a line, ReLU, nearly GELU, nearly Mish, and what monotone units can turn into."""

import numpy as np

from activations import elementwise
from activations.domain import Param
from activations.scan import curvature
from labs.claim import Evidence
from labs.studies.broken_lines import relu_interpolation
from labs.studies.gelu_forms import COARSE, FINE, largest, nearest_swish

SILU, SWISH, GELU, MISH, RELU = (elementwise(name) for name in ("silu", "swish", "gelu", "mish", "relu"))
X, NEAR = np.linspace(-6.0, 6.0, 481), np.linspace(-3.5, 3.0, 521)
FROM_LINE = Param("beta", "β", default=1.0, low=0.0, high=10.0, step=0.1)
BEND = Param("beta", "β", default=1.0, low=0.5, high=10.0, step=0.1)
MATCH = Param("beta", "β", default=1.7, low=1.0, high=2.5, step=0.05)
PIECES = Param("pieces", "n", default=5.0, low=2.0, high=24.0, step=1.0)
REACH = 6.0


def swish_approaches_relu() -> Evidence:
    """The largest distance from ReLU shrinks as 1 / beta."""
    t = np.linspace(-5.0, 5.0, 40_001)
    gaps = {b: float(np.abs(SWISH(t / b, beta=b) - RELU(t / b)).max()) for b in (0.5, 1.0, 2.0, 10.0, 100.0)}
    return Evidence({"silu": gaps[1.0], "sharp": gaps[100.0]}, tuple((f"{b:g}", gap) for b, gap in gaps.items()))


def from_line_to_relu(beta: float) -> dict[str, np.ndarray]:
    return {"x": X, "swish": SWISH(X, beta=beta), "relu": RELU(X), "half": X / 2}


def bend_of_swish() -> Evidence:
    """The second derivative at 0 grows with beta; what the slope gains in all stays 1."""
    rows = []
    for b in (1.0, 10.0, 100.0):
        gained = float(np.subtract(*SWISH.derivative([np.inf, -np.inf], beta=b)))
        rows.append((f"{b:g}", _bend(0.0, b), gained))
    return Evidence({"silu": rows[0][1], "sharp": rows[-1][1]}, tuple(rows))


def _bend(x, beta: float):
    return curvature(SWISH, x, h=1e-3 / beta, beta=beta)


def second_derivative(beta: float) -> dict[str, np.ndarray]:
    x = np.linspace(-4.0, 4.0, 641)
    return {"x": x, "swish": _bend(x, beta)}


def broken_line(x, pieces: int):
    """A sum of ReLUs that meets SiLU at equally spaced points within +-REACH."""
    return relu_interpolation(SILU, (-REACH, REACH), x, pieces)


def relus_make_a_hollow() -> Evidence:
    """How far a sum of monotone units stays from SiLU, and how deep a hollow it has."""
    x = np.linspace(-REACH, REACH, 48_001)
    rows = []
    for n in (4, 8, 16, 32):
        y = broken_line(x, n)
        rows.append((f"{n}", float(np.abs(y - SILU(x)).max()), float(y.min())))
    return Evidence({"gap": rows[-1][1]}, tuple(rows))


def sum_of_relus(pieces: float) -> dict[str, np.ndarray]:
    return {"x": X, "silu": SILU(X), "sum": broken_line(X, round(pieces))}


def mish_beside_silu() -> Evidence:
    """How much Mish and SiLU differ, and a few values of both."""
    gap, at = largest(MISH(FINE) - SILU(FINE))
    numbers = {"gap": gap, "at": at, "start": float(MISH.derivative(0.0)), "silu_start": float(SILU.derivative(0.0))}
    return Evidence(numbers, tuple((f"{p:g}", float(MISH(p)), float(SILU(p))) for p in (-4.0, -1.0, 1.0, 4.0)))


def mish_and_silu() -> dict[str, np.ndarray]:
    return {"x": NEAR, "mish": MISH(NEAR), "silu": SILU(NEAR)}


def a_mixture_is_a_swish() -> Evidence:
    """How close GELU, SiLU and their average are to one another, and to a Swish."""
    gap, at = largest(SILU(FINE) - GELU(FINE))
    gelu = nearest_swish(GELU(COARSE))
    mixed = nearest_swish((GELU(COARSE) + SILU(COARSE)) / 2)
    rows = (("silu", 1.0, 0.0), ("gelu", *gelu), ("(GELU + SiLU) / 2", *mixed))
    return Evidence({"gap": gap, "at": at, "mixed": mixed[1]}, rows)


def gelu_and_swish(beta: float) -> dict[str, np.ndarray]:
    return {"x": NEAR, "gelu": GELU(NEAR), "swish": SWISH(NEAR, beta=beta)}
