"""ReLU: pass what is positive, silence the rest."""

import numpy as np

from activations.spec import NON_NEGATIVE, Activation, Source


def relu(x):
    return np.maximum(x, 0.0)


def derivative(x):
    return np.heaviside(x, 0.0)


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
    sources=(
        Source(
            "K. Fukushima",
            1969,
            "Visual feature extraction by a multilayered network of analog threshold elements",
            "https://doi.org/10.1109/TSSC.1969.300225",
        ),
        Source("V. Nair, G. Hinton", 2010, "Rectified linear units improve restricted Boltzmann machines"),
        Source("X. Glorot, A. Bordes, Y. Bengio", 2011, "Deep sparse rectifier neural networks"),
    ),
)
