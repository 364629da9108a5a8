"""ACON-C: the higher of two lines through the origin, smoothly; Swish where one of them is level."""

import numpy as np

from activations import smooth_maximum
from activations.floats import clip
from activations.functions import sigmoid, swish
from activations.smooth_maximum import bends, inner, mixed
from activations.sources import cite
from activations.spec import NON_NEGATIVE, Activation, Param


def acon_c(x, p1, p2, beta):
    slope = mixed(inner(x, p1, p2, beta), p1, p2)
    return np.where(slope == 0, 0.0, x * slope)  # inf * 0 would be NaN


def derivative(x, p1, p2, beta):
    v = clip(inner(x, p1, p2, beta), -swish.FLAT, swish.FLAT)
    return mixed(v, p1, p2) + abs(p1 - p2) * v * sigmoid.derivative(v)


def symmetry(p1, p2, beta):
    return "odd" if not bends(p1, p2, beta) else "even" if p1 == -p2 else "none"


SPEC = Activation(
    name="ACON-C",
    family="self_gated",
    latex=r"f(x)=d\,x\,\sigma(\beta dx)+p_2\,x,\qquad d=p_1-p_2",
    derivative_latex=r"f'(x)=d\,\sigma(\beta dx)\,\bigl(1+\beta dx\,\sigma(-\beta dx)\bigr)+p_2,\qquad d=p_1-p_2",
    fn=acon_c,
    derivative_fn=derivative,
    params=(
        Param("p1", "p₁", default=1.0, low=-2.0, high=2.0, step=0.02),
        Param("p2", "p₂", default=-0.5, low=-2.0, high=2.0, step=0.02),
        Param("beta", "β", default=1.0, low=0.0, high=6.0, step=0.05, domain=NON_NEGATIVE),
    ),
    range=smooth_maximum.image,
    monotone=smooth_maximum.monotone,
    convex=lambda p1, p2, beta: "no" if bends(p1, p2, beta) else "affine",
    symmetry=symmetry,
    aliases=("acon", "aconc"),
    sources=cite("Ma2020"),
)
