"""One neuron with one input: weigh and shift, z = w x + b, then bend, y = f(z)."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from activations import CATALOGUE
from activations.floats import read_only
from activations.spec import Activation, Param
from labs import abscissae

WEIGHT = Param("weight", "w", default=2.0, low=-3.0, high=3.0, step=0.1)
BIAS = Param("bias", "b", default=-2.0, low=-3.0, high=3.0, step=0.1)
INPUT = Param("input", "x", default=2.0, low=-5.0, high=5.0, step=0.1)
PARAMS = (WEIGHT, BIAS, INPUT)
CHOICES = ("relu", "leaky_relu", "sigmoid", "tanh", "silu", "gelu", "elu", "softplus", "hard_tanh", "sine", "step")
DOOR = ("step", "relu", "leaky_relu", "silu", "sigmoid")  # doorkeepers, from strict to mild
GUESTS = (-4.0, -1.0, 0.5, 3.0)
SPAN = (-6.0, 6.0)
POINTS = 180
_NOWHERE = 99.0  # off the picture


def functions(names: tuple[str, ...] = CHOICES) -> list[Activation]:
    """The element-wise functions with these ids."""
    return [f for name in names if isinstance(f := CATALOGUE[name], Activation)]


def threshold(weight: float, bias: float) -> float:
    """The input at which z = 0, NaN if there is none or every one."""
    return -bias / weight if weight else float("nan")


def forward(act: Activation, weight: float, bias: float, input: float) -> tuple[float, float, float]:
    """What becomes of one input on its way: w x, then w x + b, then f(w x + b)."""
    weighed = weight * input
    return weighed, weighed + bias, float(act(weighed + bias))


@lru_cache(maxsize=256)
def curve(act: Activation, weight: float, bias: float) -> tuple[NDArray, NDArray]:
    """x and f(w x + b) with a sample at every corner and a gap at every jump, wherever weight and bias move them."""
    jumps = act.fact("jumps")
    found = np.array([*act.fact("kinks"), *jumps])
    with np.errstate(all="ignore"):
        at = np.sort(np.nan_to_num((found - bias) / weight, nan=_NOWHERE))
    breaks = abscissae.inside(at.tolist(), SPAN)
    x = abscissae.between(breaks, SPAN, POINTS)
    y = act(weight * x + bias)
    if jumps:
        y[np.isin(x, breaks)] = np.nan
    return x, read_only(y)


def picture(act: Activation, weight: float, bias: float, input: float) -> dict[str, NDArray]:
    """The straight line z and the bent curve y over x, f alone for comparison, and one input on its way."""
    x, y = curve(act, weight, bias)
    plain_x, plain = curve(act, 1.0, 0.0)
    _, z, out = forward(act, weight, bias, input)
    zero = np.clip(np.nan_to_num(threshold(weight, bias), nan=_NOWHERE), -_NOWHERE, _NOWHERE)
    return {
        "x": x,
        "f": y,
        "ends": np.array(SPAN),
        "z": weight * np.array(SPAN) + bias,
        "plain_x": plain_x,
        "plain": plain,
        "here": np.array([[input, input], [0.0, z], [0.0, out]]),
        "zero": np.array([zero]),
    }
