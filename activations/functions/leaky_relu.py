"""Leaky ReLU: let a little signal through where ReLU is silent."""

import numpy as np

from activations.floats import split
from activations.sources import cite
from activations.spec import NON_NEGATIVE, REAL_LINE, Activation, Interval, Param


def leaky_relu(x, alpha):
    right = np.maximum(x, 0.0)
    return right + alpha * np.minimum(x, 0.0) if alpha else right  # 0 * inf would be NaN


def derivative(x, alpha):
    return split(x, alpha, 1.0)


def image(alpha: float) -> Interval:
    return REAL_LINE if alpha > 0 else NON_NEGATIVE


def monotone(alpha: float):
    return "increasing" if alpha > 0 else "non-decreasing" if alpha == 0 else "no"


def convex(alpha: float):
    return "affine" if alpha == 1 else "convex" if alpha < 1 else "concave"


SPEC = Activation(
    name="Leaky ReLU",
    family="rectifier",
    latex=r"f(x)=\begin{cases}x & x>0\\ \alpha x & x\le 0\end{cases}",
    derivative_latex=r"f'(x)=\begin{cases}1 & x>0\\ \alpha & x<0\end{cases}",
    fn=leaky_relu,
    derivative_fn=derivative,
    params=(Param("alpha", "α", default=0.01, low=-0.2, high=1.2, step=0.01),),
    range=image,
    kinks=lambda alpha: () if alpha == 1 else (0.0,),
    monotone=monotone,
    convex=convex,
    smoothness=lambda alpha: np.inf if alpha == 1 else 0,
    symmetry=lambda alpha: "odd" if alpha == 1 else "even" if alpha == -1 else "none",
    aliases=("leakyrelu", "lrelu"),
    sources=cite("Maas2013"),
)
