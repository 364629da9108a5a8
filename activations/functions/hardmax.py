"""Hardmax: everything to the first of the largest scores, nothing to the others."""

import numpy as np

from activations.spec import Interval, VectorActivation


def hardmax(z):
    first = np.arange(z.shape[-1]) == np.expand_dims(z.argmax(axis=-1), -1)
    return np.where(np.isnan(z).any(axis=-1, keepdims=True), np.nan, first)


def jacobian(z):
    return np.zeros(z.shape[-1]) * hardmax(z)[..., None]


SPEC = VectorActivation(
    name="Hardmax",
    family="distribution",
    latex=r"p_i=\begin{cases}1 & i=\min\,\arg\max_j z_j\\ 0 & i\ne\min\,\arg\max_j z_j\end{cases}",
    derivative_latex=r"\frac{\partial p_i}{\partial z_j}=0\qquad\bigl(\lvert\arg\max_k z_k\rvert=1\bigr)",
    fn=hardmax,
    jacobian_fn=jacobian,
    range=Interval(0.0, 1.0, (True, True)),
    simplex=True,
)
