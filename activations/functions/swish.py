"""Swish: let the input open its own gate, beta says how sharply."""

import numpy as np
from scipy.special import lambertw

from activations.floats import LARGEST, clip, shares, split
from activations.functions.sigmoid import sigmoid
from activations.sources import cite
from activations.spec import NON_NEGATIVE, REAL_LINE, Activation, Interval, Param

FLAT = 800.0  # beyond this, sigmoid is 0 or 1 to the last bit
DIP = float(lambertw(np.exp(-1)).real)  # the minimum of x * sigmoid(x) is -W(1/e)


def swish(x, beta):
    if beta == 0:
        return x / 2
    return np.maximum(x, -LARGEST) * sigmoid(beta * x)


def derivative(x, beta):
    if beta == 0:
        return split(x, 0.5, 0.5)
    t = clip(beta * x, -FLAT, FLAT)
    mine, rest = shares(t)
    both = mine + rest
    return mine / both * (1 + t * (rest / both))  # σ(t) (1 + t σ(-t))


SPEC = Activation(
    name="Swish",
    family="self_gated",
    latex=r"f(x)=x\,\sigma(\beta x)",
    derivative_latex=r"f'(x)=\sigma(\beta x)\,\bigl(1+\beta x\,\sigma(-\beta x)\bigr)",
    fn=swish,
    derivative_fn=derivative,
    params=(Param("beta", "β", default=1.0, low=0.0, high=10.0, step=0.05, domain=NON_NEGATIVE),),
    range=lambda beta: Interval(-DIP / beta, np.inf, (True, False)) if beta > 0 else REAL_LINE,
    monotone=lambda beta: "no" if beta > 0 else "increasing",
    convex=lambda beta: "no" if beta > 0 else "affine",
    symmetry=lambda beta: "none" if beta > 0 else "odd",
    sources=cite("Ramachandran2017"),
)
