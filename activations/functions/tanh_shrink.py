"""Tanh-shrink: what tanh takes away; small inputs nearly vanish."""

import numpy as np

from activations.spec import Activation

LEVELS = range(19, 1, -2)  # of the continued fraction of tanh, enough for |x| <= 1


def tanh_shrink(x):
    square = np.minimum(x * x, 1.0)
    c = 0.0
    for odd in LEVELS:
        c = square / (odd + c)  # tanh x = x / (1 + c), hence x - tanh x = x c / (1 + c), without cancellation
    return np.where(np.abs(x) < 1, x * (c / (1 + c)), x - np.tanh(x))


def derivative(x):
    return np.tanh(x) ** 2


SPEC = Activation(
    name="Tanhshrink",
    family="shrinkage",
    latex=r"f(x)=x-\tanh x",
    derivative_latex=r"f'(x)=\tanh^2 x",
    fn=tanh_shrink,
    derivative_fn=derivative,
    monotone="increasing",
    symmetry="odd",
    aliases=("tanhshrink",),
)
