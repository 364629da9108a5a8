"""ReLU: pass what is positive, silence the rest."""

import numpy as np

from activations.floats import above
from activations.sources import cite
from activations.spec import NON_NEGATIVE, Activation


def relu(x):
    return np.maximum(x, 0.0)


def derivative(x):
    return above(x)


SPEC = Activation(
    name="ReLU",
    family="rectifier",
    latex=r"f(x)=\max(0,\,x)",
    derivative_latex=r"f'(x)=\begin{cases}1 & x>0\\ 0 & x<0\end{cases}",
    fn=relu,
    derivative_fn=derivative,
    range=NON_NEGATIVE,
    kinks=(0.0,),
    monotone="non-decreasing",
    convex="convex",
    smoothness=0,
    aliases=("rectifier", "rectified_linear"),
    sources=cite("Fukushima1969", "NairHinton2010", "Glorot2011"),
)
