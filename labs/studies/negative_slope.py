"""The slope of the negative side: what frameworks assume, and what gradient descent makes of it."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from activations.frameworks import FRAMEWORKS
from labs.claim import Evidence

RELU, LEAKY, PRELU = (elementwise(name) for name in ("relu", "leaky_relu", "prelu"))
Formula = Callable[[NDArray[np.float64]], NDArray[np.float64]]
START, RATE, STEPS = 0.25, 0.5, 100


def fitted(target: Formula) -> float:
    """The slope after gradient descent on the mean squared error over [-2, 2]; d f / d slope = min(0, x)."""
    x = np.linspace(-2.0, 2.0, 401)
    wanted, slope = target(x), START
    for _ in range(STEPS):
        slope -= RATE * float(np.mean((PRELU(x, alpha=slope) - wanted) * np.minimum(x, 0.0)))
    return slope


def what_frameworks_assume() -> Evidence:
    """The slope that each framework takes unless told, and what f(-1) is then."""
    defaults = [d for by in FRAMEWORKS.values() for name in ("leaky_relu", "prelu") for d in by.defaults.get(name, ())]
    slopes = {d.owner: d.value for d in defaults if isinstance(d.value, float) and "." in d.owner}
    fixed = [a for owner, a in slopes.items() if not owner.endswith("PReLU")]
    table = tuple((f"`{owner}`", a, float(LEAKY(-1.0, alpha=a))) for owner, a in slopes.items())
    return Evidence({"ratio": max(fixed) / min(fixed)}, table)


def four_slopes() -> dict[str, np.ndarray]:
    x = np.linspace(-4.0, 1.0, 251)
    slopes = {"hundredth": 0.01, "tenth": 0.1, "fifth": 0.2, "three_tenths": 0.3}
    return {"x": x, **{name: LEAKY(x, alpha=a) for name, a in slopes.items()}}


def slopes_that_are_learned() -> Evidence:
    """Gradient descent finds the slope that the target asks for: negative, zero, one or more."""
    targets: dict[str, Formula] = {
        "abs(x)": np.abs,
        "max(0, x)": RELU,
        "x": lambda x: x,
        "min(x, 3x/2)": lambda x: np.minimum(x, 1.5 * x),
    }
    return Evidence({}, tuple((word, round(fitted(target), 12)) for word, target in targets.items()))


def learnable(alpha: float) -> dict[str, np.ndarray]:
    x = np.linspace(-4.0, 4.0, 401)
    return {"x": x, "prelu": PRELU(x, alpha=alpha), "relu": RELU(x), "identity": x}
