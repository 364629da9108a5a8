"""Hard shrink: silence small inputs, leave the others as they are."""

import numpy as np

from activations.functions.soft_shrink import derivative  # flat and steep at the same places
from activations.sources import cite
from activations.spec import NON_NEGATIVE, Activation, Param


def hard_shrink(x, lambd):
    return x * (np.abs(x) > lambd) + 0.0


SPEC = Activation(
    name="Hardshrink",
    family="shrinkage",
    latex=r"f(x)=\begin{cases}x & |x|>\lambda\\ 0 & |x|\le\lambda\end{cases}",
    derivative_latex=r"f'(x)=\begin{cases}1 & |x|>\lambda\\ 0 & |x|<\lambda\end{cases}",
    fn=hard_shrink,
    derivative_fn=derivative,
    params=(Param("lambd", "λ", default=0.5, low=0.0, high=2.0, step=0.02, domain=NON_NEGATIVE),),
    jumps=lambda lambd: (-lambd, lambd) if lambd else (),
    monotone=lambda lambd: "non-decreasing" if lambd else "increasing",
    convex=lambda lambd: "no" if lambd else "affine",
    smoothness=lambda lambd: -1 if lambd else np.inf,
    symmetry="odd",
    aliases=("hardshrink", "hard_threshold"),
    sources=cite("DonohoJohnstone1994"),
)
