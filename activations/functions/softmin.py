"""Softmin: softmax of the scores with their signs turned, so the lowest wins."""

import numpy as np

from activations.functions import softmax
from activations.spec import Interval, VectorActivation


def softmin(z):
    return softmax.softmax(-z, 1.0)


def jacobian(z):
    return -softmax.jacobian(-z, 1.0)


SPEC = VectorActivation(
    name="Softmin",
    family="distribution",
    latex=r"p_i=\frac{e^{-z_i}}{\sum_{j=1}^{K}e^{-z_j}}",
    derivative_latex=r"\frac{\partial p_i}{\partial z_j}=-p_i\,(\delta_{ij}-p_j)",
    fn=softmin,
    jacobian_fn=jacobian,
    range=Interval(0.0, 1.0),
    simplex=True,
    hidden=np.inf,
)
