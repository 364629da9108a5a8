"""Gaussian: a bump that answers only to inputs near zero."""

import numpy as np

from activations.floats import clip
from activations.spec import Activation, Interval

FLAT = 40.0  # beyond this, exp(-x^2) is zero to the last bit


def gaussian(x):
    return np.exp(-x * x)


def derivative(x):
    x = clip(x, -FLAT, FLAT)
    return -2 * x * np.exp(-x * x)


SPEC = Activation(
    name="Gaussian",
    family="periodic",
    latex=r"f(x)=e^{-x^2}",
    derivative_latex=r"f'(x)=-2x\,e^{-x^2}",
    fn=gaussian,
    derivative_fn=derivative,
    range=Interval(0.0, 1.0, (False, True)),
    symmetry="even",
)
