"""Hard mish: Mish drawn with a piece of a parabola between two straight lines."""

import numpy as np

from activations.floats import clip
from activations.sources import cite
from activations.spec import Activation, Interval


def hard_mish(x):
    low = clip(x, -2.0, 0.0)
    return np.maximum(x, 0.0) + low * (low + 2) / 2


def derivative(x):
    return np.where(x < -2, 0.0, np.minimum(x, 0.0) + 1)


SPEC = Activation(
    name="Hard mish",
    family="self_gated",
    latex=r"f(x)=\frac{x}{2}\,\min(\max(x+2,\,0),\ 2)",
    derivative_latex=r"f'(x)=\begin{cases}0 & x<-2\\ x+1 & -2<x<0\\ 1 & x\ge 0\end{cases}",
    fn=hard_mish,
    derivative_fn=derivative,
    range=Interval(-0.5, np.inf, (True, False)),
    kinks=(-2.0,),
    smoothness=0,
    aliases=("hardmish", "h_mish"),
    sources=cite("TimmCode"),
)
