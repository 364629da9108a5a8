"""Scaled sigmoid: tanh with both axes doubled."""

import numpy as np

from activations.functions import sigmoid
from activations.spec import Activation, Interval


def scaled_sigmoid(x):
    return 2 * np.tanh(x / 2)


def derivative(x):
    return 4 * sigmoid.derivative(x)


SPEC = Activation(
    name="Scaled sigmoid",
    family="sigmoidal",
    latex=r"f(x)=\frac{4}{1+e^{-x}}-2=2\tanh\frac{x}{2}",
    derivative_latex=r"f'(x)=4\,\sigma(x)\,\sigma(-x)",
    fn=scaled_sigmoid,
    derivative_fn=derivative,
    range=Interval(-2.0, 2.0),
    monotone="increasing",
    symmetry="odd",
    aliases=("symmetric_sigmoid",),
)
