"""Clipped GELU: GELU with a ceiling, so that few bits are enough."""

import numpy as np
from scipy.special import ndtr

from activations.floats import keep_nan
from activations.functions import gelu
from activations.sources import cite
from activations.spec import Activation, Interval, Param

CEILINGS = Interval(0.2, np.inf, (True, False))  # a lower one would also cut off the dip on the left
DIP = gelu.SPEC.fact("range").low


def gelu_clipped(x, ceiling):
    return np.minimum(gelu.gelu(x), ceiling)  # GELU never falls as low as -ceiling


def corner(ceiling: float) -> float:
    """Where GELU reaches the ceiling, to the last bit: x = ceiling + x Φ(-x), by iteration."""
    x = ceiling
    for _ in range(60):
        x = ceiling + x * float(ndtr(-x))
    return x


def derivative(x, ceiling):
    below = (x < ceiling) | (x - ceiling < x * ndtr(-x))  # f < ceiling, decided without rounding
    return keep_nan(x, np.where(below, gelu.derivative(x), 0.0))


SPEC = Activation(
    name="Clipped GELU",
    family="self_gated",
    latex=r"f(x)=\min(c,\ \max(-c,\ x\,\Phi(x)))",
    derivative_latex=r"f'(x)=\begin{cases}\Phi(x)+x\,\varphi(x) & x\,\Phi(x)<c\\ 0 & x\,\Phi(x)>c\end{cases}",
    fn=gelu_clipped,
    derivative_fn=derivative,
    params=(Param("ceiling", "c", default=10.0, low=1.0, high=12.0, step=0.1, domain=CEILINGS),),
    range=lambda ceiling: Interval(DIP, ceiling, (True, True)),
    kinks=lambda ceiling: (corner(ceiling),),
    smoothness=0,
    aliases=("clipped_gelu", "gelu10"),
    sources=cite("Wu2020"),
)
