"""A neuron that is off, and whether gradient descent can wake it up."""

import numpy as np

from activations import elementwise
from activations.measure import properties
from labs.claim import Evidence
from labs.studies.one_neuron import descend, follow

LEAKY = elementwise("leaky_relu")
START = (-1.5, -1.5)  # weight and bias: the pre-activation is -3
TARGET, RATE, LONG, SHORT = 1.0, 0.25, 800, 80
ALPHA = 0.1  # of Leaky ReLU beside others


def waking_up() -> Evidence:
    """The share of exact zeros, and how many steps a neuron that is off needs to switch on again."""
    rows = []
    for alpha in (0.0, 0.01, 0.1, 0.3):
        on = follow("leaky_relu", START, TARGET, RATE, LONG, alpha=alpha).z > 0
        rows.append(
            (f"α = {alpha:g}", properties(LEAKY, alpha=alpha)["zeros"], float(on.argmax()) if on.any() else np.inf)
        )
    return Evidence({}, tuple(rows))


def sleepers(alpha: float) -> dict[str, np.ndarray]:
    relu = follow("relu", START, TARGET, RATE, SHORT)
    leaky = follow("leaky_relu", START, TARGET, RATE, SHORT, alpha=alpha)
    return {"x": np.arange(SHORT + 1.0), "relu": relu.z, "leaky_relu": leaky.z}


def floor(x):
    """Not zero on the left, but flat there."""
    return np.maximum(x, -1.0)


def floor_slope(x):
    return np.heaviside(x + 1.0, 0.0)


def slope_not_value() -> Evidence:
    """Value and slope at x = -3: the first function has a value there and no slope."""
    rows = [("max(x, −1)", float(floor(-3.0)), float(floor_slope(-3.0)))]
    for name, shape in (("relu", {}), ("leaky_relu", {"alpha": ALPHA}), ("elu", {})):
        act = elementwise(name)
        rows.append((name, float(act(-3.0, **shape)), float(act.derivative(-3.0, **shape))))
    return Evidence({}, tuple(rows))


def who_wakes_up() -> dict[str, np.ndarray]:
    flat = descend(floor, floor_slope, START, TARGET, RATE, SHORT)
    leaky = follow("leaky_relu", START, TARGET, RATE, SHORT, alpha=ALPHA)
    elu = follow("elu", START, TARGET, RATE, SHORT)
    return {"x": np.arange(SHORT + 1.0), "floor": flat.z, "leaky_relu": leaky.z, "elu": elu.z}
