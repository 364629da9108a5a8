"""Sigmoid: squeeze any number into the interval from 0 to 1."""

import numpy as np

from activations.floats import shares
from activations.sources import cite
from activations.spec import Activation, Interval


def sigmoid(x):
    mine, rest = shares(x)  # never overflows, and keeps its digits down to the smallest numbers
    return mine / (mine + rest)


def derivative(x):
    e = np.exp(-np.abs(x))
    return e / (1 + e) ** 2  # never σ (1 - σ): 1 - σ loses every digit once σ is near 1


SPEC = Activation(
    name="Sigmoid",
    family="sigmoidal",
    latex=r"f(x)=\sigma(x)=\frac{1}{1+e^{-x}}",
    derivative_latex=r"f'(x)=\sigma(x)\,\sigma(-x)",
    fn=sigmoid,
    derivative_fn=derivative,
    range=Interval(0.0, 1.0),
    monotone="increasing",
    aliases=("logistic", "expit"),
    sources=cite("Rumelhart1986"),
)
