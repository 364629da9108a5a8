"""Squared ReLU: ReLU multiplied by itself, smooth at the corner and steep beyond."""

import numpy as np

from activations.sources import cite
from activations.spec import NON_NEGATIVE, Activation


def squared_relu(x):
    return np.maximum(x, 0.0) ** 2


def derivative(x):
    return 2 * np.maximum(x, 0.0)


SPEC = Activation(
    name="Squared ReLU",
    family="rectifier",
    latex=r"f(x)=\max(0,\,x)^2",
    derivative_latex=r"f'(x)=2\max(0,\,x)",
    fn=squared_relu,
    derivative_fn=derivative,
    range=NON_NEGATIVE,
    monotone="non-decreasing",
    convex="convex",
    smoothness=1,
    aliases=("relu_squared",),
    sources=cite("So2021"),
)
