"""Sparse-plus: a ReLU whose corner is replaced by a piece of a parabola."""

import numpy as np

from activations.floats import clip
from activations.spec import NON_NEGATIVE, Activation


def sparse_plus(x):
    return np.maximum(x, 1.0) * ((clip(x, -1.0, 1.0) + 1) ** 2 / 4)


def derivative(x):
    return (clip(x, -1.0, 1.0) + 1) / 2


SPEC = Activation(
    name="Sparse-plus",
    family="smooth_rectifier",
    latex=r"f(x)=\begin{cases}0 & x\le -1\\ \frac14(x+1)^2 & -1<x<1\\ x & x\ge 1\end{cases}",
    derivative_latex=r"f'(x)=\min\Bigl(1,\ \max\Bigl(0,\ \frac{x+1}{2}\Bigr)\Bigr)",
    fn=sparse_plus,
    derivative_fn=derivative,
    range=NON_NEGATIVE,
    monotone="non-decreasing",
    convex="convex",
    smoothness=1,
    aliases=("sparseplus",),
)
