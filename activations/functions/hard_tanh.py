"""Hard tanh: the identity, cut off at a floor and a ceiling."""

import numpy as np

from activations.floats import clip, inside
from activations.spec import NON_NEGATIVE, Activation, Interval, Param


def hard_tanh(x, low, high):
    return clip(x, low, high)


def derivative(x, low, high):
    return inside(x, low, high)


SPEC = Activation(
    name="Hard tanh",
    family="sigmoidal",
    latex=r"f(x)=\min(b,\ \max(a,\,x))",
    derivative_latex=r"f'(x)=\begin{cases}0 & x<a\\ 1 & a<x<b\\ 0 & x>b\end{cases}",
    fn=hard_tanh,
    derivative_fn=derivative,
    params=(
        Param("low", "a", default=-1.0, low=-3.0, high=0.0, step=0.02, domain=Interval(-np.inf, 0.0, (False, True))),
        Param("high", "b", default=1.0, low=0.1, high=6.0, step=0.05, domain=NON_NEGATIVE),
    ),
    range=lambda low, high: Interval(low, high, (True, True)),
    kinks=lambda low, high: (low, high) if low < high else (),
    monotone=lambda low, high: "non-decreasing" if low < high else "constant",
    convex=lambda low, high: "no" if low < high else "affine",
    smoothness=lambda low, high: 0 if low < high else np.inf,
    symmetry=lambda low, high: "odd" if low == -high else "none",
    aliases=("hardtanh",),
)
