"""What hidden layers may apply: every element-wise function of the catalogue, and one that only networks here need."""

import numpy as np

from activations import CATALOGUE
from activations.floats import clip
from activations.spec import Activation, Interval

LEVEL = 1 / 16  # between two values of int8
LOWEST, HIGHEST = -128, 127


def rounded(x):
    """To the nearest of the 256 values of int8 with a scale of LEVEL."""
    return clip(np.round(x / LEVEL), LOWEST, HIGHEST) * LEVEL


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
ELEMENTWISE = {name: act for name, act in CATALOGUE.items() if isinstance(act, Activation)}
ALL = ELEMENTWISE | {INT8.id: INT8}
