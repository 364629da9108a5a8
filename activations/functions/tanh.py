"""Tanh: an S-shaped curve centred on zero."""

import numpy as np

from activations.functions import sigmoid
from activations.sources import cite
from activations.spec import Activation, Interval


def tanh(x):
    return np.tanh(x)


def derivative(x):
    return 4 * sigmoid.derivative(2 * x)  # sech^2 without overflow, and without 1 - tanh^2


SPEC = Activation(
    name="Tanh",
    family="sigmoidal",
    latex=r"f(x)=\tanh x=\frac{e^{x}-e^{-x}}{e^{x}+e^{-x}}",
    derivative_latex=r"f'(x)=1-\tanh^2 x",
    fn=tanh,
    derivative_fn=derivative,
    range=Interval(-1.0, 1.0),
    monotone="increasing",
    symmetry="odd",
    aliases=("hyperbolic_tangent",),
    sources=cite("LeCun1998"),
)
