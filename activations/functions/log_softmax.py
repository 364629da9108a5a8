"""Log-softmax: the logarithms of the softmax shares, computed without forming the shares."""

import numpy as np

from activations.functions.softmax import softmax
from activations.sources import cite
from activations.spec import Interval, VectorActivation


def log_softmax(z):
    below = z - z.max(axis=-1, keepdims=True)
    largest = np.arange(z.shape[-1]) == np.expand_dims(below.argmax(axis=-1), -1)
    others = np.where(largest, below, np.exp(below))  # 0 for the largest, or NaN
    return below - np.log1p(others.sum(axis=-1, keepdims=True))


def jacobian(z):
    p, diagonal = softmax(z, 1.0)[..., None, :], np.eye(z.shape[-1])
    off = p * (diagonal - 1)
    return off - off.sum(axis=-1, keepdims=True) * diagonal  # 1 - p without subtracting from 1


SPEC = VectorActivation(
    name="LogSoftmax",
    family="distribution",
    latex=r"y_i=z_i-\ln\sum_{j=1}^{K}e^{z_j}",
    derivative_latex=r"\frac{\partial y_i}{\partial z_j}=\delta_{ij}-p_j,\qquad p=\operatorname{softmax}(z)",
    fn=log_softmax,
    jacobian_fn=jacobian,
    range=Interval(-np.inf, 0.0),
    absent=-np.inf,
    aliases=("logsoftmax",),
    sources=cite("Bridle1990"),
)
