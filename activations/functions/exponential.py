"""Exponential: always positive, and its own derivative."""

import numpy as np

from activations.spec import POSITIVE, Activation


def exponential(x):
    return np.exp(x)


def derivative(x):
    return np.exp(x)


SPEC = Activation(
    name="Exponential",
    family="exponential",
    latex=r"f(x)=e^{x}",
    derivative_latex=r"f'(x)=e^{x}",
    fn=exponential,
    derivative_fn=derivative,
    range=POSITIVE,
    monotone="increasing",
    convex="convex",
    aliases=("exp",),
)
