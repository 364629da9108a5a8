"""How far outputs reach when inputs do: some functions stop, some stop on one side, some never."""

from functools import cache
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from activations import CATALOGUE
from activations.scan import stationary
from activations.spec import Activation, Param

SIZE = Param("size", "A", default=3.0, low=0.5, high=10.0, step=0.25)
PARAMS = (SIZE,)
SHOWN = (
    *("sigmoid", "gaussian", "tanh", "softsign", "relu6"),
    *("relu", "softplus", "elu", "silu", "gelu", "log_sigmoid"),
    *("leaky_relu", "snake", "identity"),
)
KINDS = ("bounded", "half", "unbounded")


def kind(act: Activation) -> str:
    """Is the range bounded, bounded on one side only, or all the reals?"""
    image = act.fact("range")
    ends = isfinite(image.low) + isfinite(image.high)
    return KINDS[2 - ends]


def members(wanted: str) -> list[Activation]:
    """The functions on show of one kind, narrow ranges first."""
    acts = [f for name in SHOWN if isinstance(f := CATALOGUE[name], Activation) and kind(f) == wanted]
    return sorted(acts, key=lambda act: act.fact("range").high - act.fact("range").low)


def reach(act: Activation, size: float) -> tuple[float, float]:
    """The smallest and the largest output for inputs from -size to size."""
    y = act(np.array([-size, size, *(x for x in _turns(act) if abs(x) < size)]))
    return float(y.min()), float(y.max())


@cache
def _turns(act: Activation) -> tuple[float, ...]:
    """Where an output smaller or larger than its neighbours can lie."""
    return (*stationary(act), *act.fact("kinks"), *act.fact("jumps"))


def picture(size: float) -> dict[str, NDArray]:
    """For each kind, where the bars of its members begin and how long they are."""
    drawing: dict[str, NDArray] = {}
    for name in KINDS:
        low, high = np.array([reach(act, size) for act in members(name)]).T
        drawing |= {f"{name}_low": low, f"{name}_long": high - low}
    return drawing
