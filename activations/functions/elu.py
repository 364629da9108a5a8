"""ELU: below zero, bend smoothly towards a floor at minus alpha."""

import numpy as np

from activations.floats import split
from activations.sources import cite
from activations.spec import NON_NEGATIVE, Activation, Interval, Param


def elu(x, alpha):
    return np.maximum(x, 0.0) + alpha * np.expm1(np.minimum(x, 0.0))


def derivative(x, alpha):
    return np.exp(np.minimum(x, 0.0)) * split(x, alpha, 1.0)


SPEC = Activation(
    name="ELU",
    family="exponential",
    latex=r"f(x)=\begin{cases}x & x>0\\ \alpha\,(e^{x}-1) & x\le 0\end{cases}",
    derivative_latex=r"f'(x)=\begin{cases}1 & x>0\\ \alpha\,e^{x} & x<0\end{cases}",
    fn=elu,
    derivative_fn=derivative,
    params=(Param("alpha", "α", default=1.0, low=0.0, high=3.0, step=0.01, domain=NON_NEGATIVE),),
    range=lambda alpha: Interval(-alpha, np.inf) if alpha > 0 else NON_NEGATIVE,
    kinks=lambda alpha: () if alpha == 1 else (0.0,),
    monotone=lambda alpha: "increasing" if alpha > 0 else "non-decreasing",
    convex=lambda alpha: "convex" if alpha <= 1 else "no",
    smoothness=lambda alpha: 1 if alpha == 1 else 0,
    sources=cite("Clevert2015"),
)
