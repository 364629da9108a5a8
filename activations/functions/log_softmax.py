"""Log-softmax: the logarithms of the softmax shares, computed without forming the shares."""

import numpy as np
from scipy.special import log_softmax as scipy_log_softmax

from activations.functions.softmax import softmax
from activations.sources import cite
from activations.spec import Interval, VectorActivation


def log_softmax(z):
    return scipy_log_softmax(z, axis=-1)


def jacobian(z):
    return np.eye(z.shape[-1]) - softmax(z, 1.0)[..., None, :]


SPEC = VectorActivation(
    name="LogSoftmax",
    family="distribution",
    latex=r"y_i=z_i-\ln\sum_{j=1}^{K}e^{z_j}",
    derivative_latex=r"\frac{\partial y_i}{\partial z_j}=\delta_{ij}-p_j,\qquad p=\operatorname{softmax}(z)",
    fn=log_softmax,
    jacobian_fn=jacobian,
    range=Interval(-np.inf, 0.0),
    aliases=("logsoftmax",),
    sources=cite("Bridle1990"),
)
