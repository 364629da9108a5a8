"""Log-sigmoid: the logarithm of a probability, straight from its score."""

import numpy as np

from activations.functions import sigmoid
from activations.sources import cite
from activations.spec import Activation, Interval


def log_sigmoid(x):
    return np.minimum(x, 0.0) - np.log1p(np.exp(-np.abs(x)))


def derivative(x):
    return sigmoid.sigmoid(-x)


SPEC = Activation(
    name="LogSigmoid",
    family="sigmoidal",
    latex=r"f(x)=\ln\sigma(x)=-\ln\bigl(1+e^{-x}\bigr)",
    derivative_latex=r"f'(x)=\sigma(-x)",
    fn=log_sigmoid,
    derivative_fn=derivative,
    range=Interval(-np.inf, 0.0),
    monotone="increasing",
    convex="concave",
    aliases=("logsigmoid", "log_expit"),
    sources=cite("Dugas2001"),
)
