"""Squareplus: a rounded ReLU made of a square root instead of an exponential."""

import numpy as np

from activations.floats import LARGEST, above, clip
from activations.sources import cite
from activations.spec import NON_NEGATIVE, POSITIVE, Activation, Param

HUGE = 1e150  # its square does not overflow, and beside it no beta shows


def root(x, beta):
    """The square root of x^2 + beta, in a fraction of the time of np.hypot."""
    size = np.abs(x)
    return np.maximum(size, np.sqrt(np.minimum(size, HUGE) ** 2 + beta))


def squareplus(x, beta):
    right = np.maximum(x, 0.0)  # x + root would cancel on the left
    return right + beta / 4 / (root(x, beta) / 2 + np.abs(x) / 2) if beta else right


def derivative(x, beta):
    if beta == 0:
        return above(x)
    x = clip(x, -LARGEST, LARGEST)
    long = root(x, beta)
    left = beta / 4 / long / (long / 2 + np.abs(x) / 2)
    return np.abs(above(x) - left)  # 1 - left on the right, where left is at most one half


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
    sources=cite("Barron2021"),
)
