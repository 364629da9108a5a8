"""LiSHT: the input times its own tanh, a smooth absolute value."""

import numpy as np

from activations.floats import clip
from activations.functions import sigmoid
from activations.spec import NON_NEGATIVE, Activation

FLAT = 400.0  # beyond this, tanh is 1 to the last bit


def lisht(x):
    return x * np.tanh(x)


def derivative(x):
    x = clip(x, -FLAT, FLAT)
    return np.tanh(x) + 4 * x * sigmoid.derivative(2 * x)


SPEC = Activation(
    name="LiSHT",
    family="self_gated",
    latex=r"f(x)=x\,\tanh x",
    derivative_latex=r"f'(x)=\tanh x+x\,(1-\tanh^2 x)",
    fn=lisht,
    derivative_fn=derivative,
    range=NON_NEGATIVE,
    symmetry="even",
)
