"""Arctan: an S-shaped curve that flattens as slowly as 1/x."""

import numpy as np

from activations.spec import Activation, Interval


def arctan(x):
    return np.arctan(x)


def derivative(x):
    return 1 / (1 + x * x)


SPEC = Activation(
    name="Arctan",
    family="sigmoidal",
    latex=r"f(x)=\arctan x",
    derivative_latex=r"f'(x)=\frac{1}{1+x^2}",
    fn=arctan,
    derivative_fn=derivative,
    range=Interval(-np.pi / 2, np.pi / 2),
    monotone="increasing",
    symmetry="odd",
    aliases=("atan",),
)
