"""Maxout: several straight lines compete, and the highest speaks."""

import numpy as np

from activations.sources import cite
from activations.spec import PoolingActivation


def maxout(z):
    return z.max(axis=-1)


def gradient(z):
    return np.where(np.isnan(z).any(), np.nan, np.arange(len(z)) == z.argmax())


SPEC = PoolingActivation(
    name="Maxout",
    family="gated",
    latex=r"f(x)=\max_{i=1,\dots,k}\ (w_i^{\top}x+b_i)",
    derivative_latex=r"\frac{\partial f}{\partial x}=w_m,\qquad m=\arg\max_i\ (w_i^{\top}x+b_i)",
    fn=maxout,
    gradient_fn=gradient,
    sources=cite("Goodfellow2013"),
)
