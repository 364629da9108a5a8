"""What hidden layers may apply: every element-wise function of the catalogue, and two that only networks here need."""

import numpy as np

from activations import CATALOGUE
from activations.floats import clip
from activations.functions.sigmoid import SPEC as SIGMOID
from activations.sources import cite
from activations.spec import Activation, Interval

LEVEL = 1 / 16  # between two values of int8
LOWEST, HIGHEST = -128, 127
OFFSET = 1.67  # of B-SiLU, as its paper has it


def rounded(x):
    """To the nearest of the 256 values of int8 with a scale of LEVEL."""
    return clip(np.round(x / LEVEL), LOWEST, HIGHEST) * LEVEL


def b_silu(x):
    return np.where(np.isinf(x), np.maximum(x, -OFFSET / 2), (finite(x) + OFFSET) * SIGMOID(x) - OFFSET / 2)


def b_silu_slope(x):
    return SIGMOID(x) + (finite(x) + OFFSET) * SIGMOID.derivative(x)


def finite(x):
    return np.where(np.isinf(x), 0.0, x)


LEVELS = np.arange(LOWEST, HIGHEST + 1)
INT8 = Activation(
    name="int8",
    family="threshold",
    latex=r"f(x)=\tfrac{1}{16}\lfloor 16x\rceil",
    derivative_latex=r"f'(x)=0",
    fn=rounded,
    derivative_fn=np.zeros_like,
    range=Interval(LOWEST * LEVEL, HIGHEST * LEVEL),
    jumps=tuple(((LEVELS[1:] - 0.5) * LEVEL).tolist()),
    monotone="non-decreasing",
    smoothness=-1,
    id="int8",
)
B_SILU = Activation(
    name="B-SiLU",
    family="self_gated",
    latex=rf"f(x)=(x+{OFFSET})\,\sigma(x)-{OFFSET / 2}",
    derivative_latex=rf"f'(x)=\sigma(x)\,\bigl(1+(x+{OFFSET})\,\sigma(-x)\bigr)",
    fn=b_silu,
    derivative_fn=b_silu_slope,
    sources=cite("Horuz2025"),
    id="b_silu",
)
ELEMENTWISE = {name: act for name, act in CATALOGUE.items() if isinstance(act, Activation)}
ALL = ELEMENTWISE | {act.id: act for act in (INT8, B_SILU)}
