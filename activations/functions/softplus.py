"""Softplus: ReLU with its corner rounded off."""

import numpy as np

from activations.functions import sigmoid
from activations.sources import cite
from activations.spec import POSITIVE, Activation, Param


def softplus(x, beta):
    return np.maximum(x, 0.0) + np.log1p(np.exp(-beta * np.abs(x))) / beta


def derivative(x, beta):
    return sigmoid.sigmoid(beta * x)


SPEC = Activation(
    name="Softplus",
    family="smooth_rectifier",
    latex=r"f(x)=\frac{1}{\beta}\ln\bigl(1+e^{\beta x}\bigr)",
    derivative_latex=r"f'(x)=\sigma(\beta x)",
    fn=softplus,
    derivative_fn=derivative,
    params=(Param("beta", "β", default=1.0, low=0.2, high=10.0, step=0.05, domain=POSITIVE),),
    range=POSITIVE,
    monotone="increasing",
    convex="convex",
    sources=cite("Dugas2001"),
)
