"""What deep plain stacks do to a signal and to its gradient, shown by function and by the size of the weights."""

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from activations.domain import POSITIVE, Param
from activations.measure import properties
from activations.normal import expectation
from labs.claim import Evidence
from labs.depth.propagation import BATCH, HE, LECUN, WIDTH, propagate
from labs.studies.mean_field import about, power_of_ten, predicted

DEPTH, DEEP = 20, 50
GAIN = Param("gain", "g", 1.0, 0.5, 4.0, 0.05, domain=POSITIVE)
FINE_GAIN = Param("gain", "g", 1.0, 0.8, 2.2, 0.01, domain=POSITIVE)
EXPLODE = 4.0  # twice the variance that He chose
SIGMOID = elementwise("sigmoid")


def arriving(name: str, depth: int, variance: float = LECUN) -> float:
    """The share of a gradient that arrives below `depth` layers, to the digits that one random network is good for."""
    return about(float(propagate(name, depth, variance).gradient[-1]))


def gradients_that_arrive() -> Evidence:
    """What is left of a gradient below twenty layers, by function and by the size of the weights."""
    names = ("identity", "selu", "tanh", "relu", "silu", "sigmoid")
    return Evidence(table=tuple((n, arriving(n, DEPTH), arriving(n, DEPTH, HE)) for n in names))


def gradients_by_gain(gain: float) -> dict[str, NDArray]:
    names = ("identity", "tanh", "relu", "sigmoid")
    left = {name: power_of_ten(predicted(name, DEPTH, gain**2).gradient) for name in names}
    return {"x": np.arange(DEPTH + 1.0), **left}


def only_some_are_bounded() -> Evidence:
    """Far out some functions stop and others do not; the size of a signal is a matter of the weights."""
    names = ("sigmoid", "tanh", "softsign", "relu6", "relu", "elu", "gelu", "silu")
    far = {name: elementwise(name)([-1e3, 1e3]) for name in names}
    kept, grown = propagate("selu", DEEP).signal[-1], propagate("identity", DEPTH, HE).signal[-1]
    numbers = {"kept": about(float(kept)), "grown": about(float(grown))}
    return Evidence(numbers, tuple((name, float(low), float(high)) for name, (low, high) in far.items()))


def saturated(name: str, depth: int) -> float:
    """The share of units, in all layers together, whose slope is below a hundredth."""
    act, random = elementwise(name), np.random.default_rng(0)
    x, flat = random.standard_normal((BATCH, WIDTH)), 0
    for _ in range(depth):
        z = x @ (random.standard_normal((WIDTH, WIDTH)) / np.sqrt(WIDTH))
        flat += int((act.derivative(z) < 0.01).sum())
        x = act(z)
    return flat / (depth * BATCH * WIDTH)


def sigmoid_fades_unsaturated() -> Evidence:
    """Hardly a unit is saturated, and yet every layer takes three quarters of the gradient or more."""
    gradient = propagate("sigmoid", DEPTH).gradient
    table = tuple((n, about(0.25**n, 3), about(float(gradient[n]))) for n in (5, 10, 20))
    return Evidence({"saturated": saturated("sigmoid", DEPTH)}, table)


def slopes_multiplied(at: float) -> dict[str, NDArray]:
    layers = np.arange(DEPTH + 1.0)
    slopes = {name: float(elementwise(name).derivative(at)) for name in ("sigmoid", "tanh")}
    return {"x": layers, **{name: layers * np.log10(slope) for name, slope in slopes.items()}}


def relu_by_weights() -> Evidence:
    """The same ReLU network loses, keeps or blows up the gradient, by the variance of its weights."""
    variances = {"lecun": LECUN, "he": HE, "double": EXPLODE}
    off = 1 - expectation(elementwise("relu").derivative, (0.0,))
    return Evidence({"off": off} | {name: arriving("relu", DEPTH, v) for name, v in variances.items()})


def relu_gradients() -> dict[str, NDArray]:
    lines = {"lecun": LECUN, "he": HE, "double": EXPLODE}
    return {"x": np.arange(DEPTH + 1.0)} | {name: propagate("relu", DEPTH, v).gradient for name, v in lines.items()}


def gains_are_not_enough() -> Evidence:
    """What is left of a signal below fifty layers, the gain that would keep it, and whether the balance is stable."""
    table = []
    for name in ("relu", "silu", "selu"):
        signal, found = propagate(name, DEEP).signal[-1], properties(elementwise(name))
        table.append((name, about(float(signal)), round(found["forward_gain"], 4), round(found["growth"], 4)))
    return Evidence(table=tuple(table))


def signals_by_gain(gain: float) -> dict[str, NDArray]:
    left = {name: power_of_ten(predicted(name, DEEP, gain**2).signal) for name in ("relu", "silu", "tanh", "selu")}
    return {"x": np.arange(DEEP + 1.0), **left}
