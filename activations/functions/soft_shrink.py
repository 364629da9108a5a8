"""Soft shrink: pull every input towards zero by the same amount, and silence the small ones."""

import numpy as np

from activations.floats import clip, constant, inside
from activations.sources import cite
from activations.spec import NON_NEGATIVE, Activation, Param


def soft_shrink(x, lambd):
    return x - clip(x, -lambd, lambd)


def derivative(x, lambd):
    return 1 - inside(x, -lambd, lambd, ends=True) if lambd else constant(x, 1.0)


SPEC = Activation(
    name="Softshrink",
    family="shrinkage",
    latex=r"f(x)=\operatorname{sign}(x)\,\max(|x|-\lambda,\ 0)",
    derivative_latex=r"f'(x)=\begin{cases}1 & |x|>\lambda\\ 0 & |x|<\lambda\end{cases}",
    fn=soft_shrink,
    derivative_fn=derivative,
    params=(Param("lambd", "λ", default=0.5, low=0.0, high=2.0, step=0.02, domain=NON_NEGATIVE),),
    kinks=lambda lambd: (-lambd, lambd) if lambd else (),
    monotone=lambda lambd: "non-decreasing" if lambd else "increasing",
    convex=lambda lambd: "no" if lambd else "affine",
    smoothness=lambda lambd: 0 if lambd else np.inf,
    symmetry="odd",
    aliases=("softshrink", "soft_threshold"),
    sources=cite("Donoho1995"),
)
