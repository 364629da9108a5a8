"""Thresholded ReLU: pass only what exceeds a threshold, and pass it whole."""

import numpy as np

from activations.floats import above
from activations.spec import NON_NEGATIVE, Activation, Param


def thresholded_relu(x, alpha):
    return np.maximum(x, 0.0) * above(x, alpha)


def derivative(x, alpha):
    return above(x, alpha)


SPEC = Activation(
    name="Thresholded ReLU",
    family="rectifier",
    latex=r"f(x)=\begin{cases}x & x>\alpha\\ 0 & x\le\alpha\end{cases}",
    derivative_latex=r"f'(x)=\begin{cases}1 & x>\alpha\\ 0 & x<\alpha\end{cases}",
    fn=thresholded_relu,
    derivative_fn=derivative,
    params=(Param("alpha", "α", default=1.0, low=0.0, high=3.0, step=0.02, domain=NON_NEGATIVE),),
    range=NON_NEGATIVE,
    kinks=lambda alpha: () if alpha else (0.0,),
    jumps=lambda alpha: (alpha,) if alpha else (),
    monotone="non-decreasing",
    convex=lambda alpha: "no" if alpha else "convex",
    smoothness=lambda alpha: -1 if alpha else 0,
    aliases=("thresholdedrelu", "hard_threshold_relu"),
)
