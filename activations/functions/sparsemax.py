"""Sparsemax: the point of the probability simplex nearest to the scores; weak scores get exactly zero."""

import numpy as np

from activations.sources import cite
from activations.spec import Interval, VectorActivation


def sparsemax(z):
    z = z - z.max(axis=-1, keepdims=True)
    ranked = -np.sort(-z, axis=-1)
    count = np.arange(1, z.shape[-1] + 1)
    excess = np.cumsum(ranked, axis=-1) - 1
    size = np.sum(count * ranked > excess, axis=-1, keepdims=True)  # how many scores stay
    threshold = np.take_along_axis(excess, size - 1, axis=-1) / size
    return np.maximum(z - threshold, 0.0)


def jacobian(z):
    support = (sparsemax(z) > 0).astype(float)
    mean = support[..., None, :] / support.sum(axis=-1)[..., None, None]
    return support[..., :, None] * (np.eye(z.shape[-1]) - mean)


SPEC = VectorActivation(
    name="Sparsemax",
    family="distribution",
    latex=r"p=\arg\min_{q\in\Delta}\lVert q-z\rVert^2,\qquad p_i=\max(z_i-\tau(z),\ 0)",
    derivative_latex=r"\frac{\partial p_i}{\partial z_j}=\delta_{ij}-\frac{1}{|S|}\quad(i,j\in S),\qquad S=\{i:p_i>0\}",
    fn=sparsemax,
    jacobian_fn=jacobian,
    range=Interval(0.0, 1.0, (True, True)),
    simplex=True,
    sources=cite("Martins2016"),
)
