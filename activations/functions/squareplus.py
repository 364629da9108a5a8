"""Squareplus: a rounded ReLU made of a square root instead of an exponential."""

import numpy as np

from activations.floats import LARGEST, clip
from activations.sources import BARRON_2021
from activations.spec import NON_NEGATIVE, POSITIVE, Activation, Param


def squareplus(x, beta):
    root = np.hypot(x, np.sqrt(beta)) / 2
    left = beta / 4 / (root + np.abs(x) / 2) if beta else np.minimum(np.abs(x), 0.0)
    return np.where(x >= 0, x / 2 + root, left)  # x + sqrt(x^2 + b) would cancel on the left


def derivative(x, beta):
    if beta == 0:
        return np.heaviside(x, 0.0)
    x = clip(x, -LARGEST, LARGEST)
    root = np.hypot(x, np.sqrt(beta))
    return np.where(x >= 0, (1 + x / root) / 2, beta / 4 / root / (root / 2 + np.abs(x) / 2))


SPEC = Activation(
    name="Squareplus",
    family="smooth_rectifier",
    latex=r"f(x)=\frac{x+\sqrt{x^2+\beta}}{2}",
    derivative_latex=r"f'(x)=\frac12\Bigl(1+\frac{x}{\sqrt{x^2+\beta}}\Bigr)",
    fn=squareplus,
    derivative_fn=derivative,
    params=(Param("beta", "β", default=4.0, low=0.0, high=10.0, step=0.05, domain=NON_NEGATIVE),),
    range=lambda beta: POSITIVE if beta else NON_NEGATIVE,
    kinks=lambda beta: () if beta else (0.0,),
    monotone=lambda beta: "increasing" if beta else "non-decreasing",
    convex="convex",
    smoothness=lambda beta: np.inf if beta else 0,
    sources=(BARRON_2021,),
)
