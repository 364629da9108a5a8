"""Shrink: silence small inputs, and pull the others towards zero by an amount of its own."""

import numpy as np

from activations.functions.soft_shrink import derivative  # flat and steep at the same places
from activations.sources import cite
from activations.spec import NON_NEGATIVE, Activation, Param


def shrink(x, lambd, bias):
    return (x - bias * np.sign(x)) * (np.abs(x) > lambd) + 0.0


def breaks(lambd: float) -> tuple[float, ...]:
    return (-lambd, lambd) if lambd else (0.0,)


def monotone(lambd: float, bias: float):
    if bias > lambd:
        return "no"
    return "non-decreasing" if lambd else "increasing"


SPEC = Activation(
    name="Shrink",
    family="shrinkage",
    latex=r"f(x)=\begin{cases}x-b & x>\lambda\\ 0 & |x|\le\lambda\\ x+b & x<-\lambda\end{cases}",
    derivative_latex=r"f'(x)=\begin{cases}1 & |x|>\lambda\\ 0 & |x|<\lambda\end{cases}",
    fn=shrink,
    derivative_fn=lambda x, lambd, bias: derivative(x, lambd),
    params=(
        Param("lambd", "λ", default=0.5, low=0.0, high=2.0, step=0.02, domain=NON_NEGATIVE),
        Param("bias", "b", default=0.25, low=0.0, high=2.0, step=0.02),
    ),
    kinks=lambda lambd, bias: breaks(lambd) if lambd and bias == lambd else (),
    jumps=lambda lambd, bias: breaks(lambd) if bias != lambd else (),
    monotone=monotone,
    convex=lambda lambd, bias: "no" if lambd or bias else "affine",
    smoothness=lambda lambd, bias: -1 if bias != lambd else 0 if lambd else np.inf,
    symmetry="odd",
    sources=cite("DonohoJohnstone1994", "Donoho1995"),
)
