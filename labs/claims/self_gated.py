"""Claims about Swish, SiLU, GELU and Mish."""

import numpy as np

from activations import elementwise
from activations.measure import facts, stationary
from labs.claim import Claim, Evidence, Plot

SILU, SWISH = elementwise("silu"), elementwise("swish")
X = np.linspace(-8.0, 8.0, 641)


def swish_falls_on_the_left() -> Evidence:
    """Swish has a turning point; left of it the derivative is negative."""
    (turn,) = stationary(SILU)
    x = np.linspace(-6.0, turn, 20_001)
    slope = SILU.derivative(x)
    numbers = {"turn": turn, "lowest": float(slope.min()), "lowest_at": float(x[slope.argmin()])}
    points = (-3.0, -2.0, -1.0, 0.0, 1.0)
    return Evidence(numbers, tuple((f"x = {p:g}", float(SILU.derivative(p))) for p in points))


def swish_slope(beta: float) -> dict[str, np.ndarray]:
    return {"x": X, "swish": SWISH.derivative(X, beta=beta)}


def minima() -> Evidence:
    """Where the self-gated functions turn, and how low they get."""
    found = {name: facts(elementwise(name)) for name in ("silu", "gelu", "mish")}
    table = tuple((name, f["minimum"], f["argmin"]) for name, f in found.items())
    return Evidence({name: f["minimum"] for name, f in found.items()}, table)


CLAIMS = (
    Claim(
        id="C084",
        verdict="wrong",
        functions=("swish", "silu"),
        sources=("Ramachandran2017", "Elfwing2017"),
        evidence=swish_falls_on_the_left,
        plot=Plot(swish_slope, knobs=SWISH.params),
    ),
    Claim(
        id="C085",
        verdict="wrong",
        functions=("swish", "silu", "gelu", "mish"),
        sources=("Ramachandran2017", "Hendrycks2016"),
        evidence=minima,
    ),
)
