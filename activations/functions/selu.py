"""SELU: ELU with two constants chosen so that mean 0 and variance 1 reproduce themselves."""

import numpy as np

from activations.floats import split
from activations.sources import cite
from activations.spec import Activation, Interval

ALPHA = 1.6732632423543772
SCALE = 1.0507009873554805


def selu(x):
    return SCALE * np.maximum(x, 0.0) + SCALE * ALPHA * np.expm1(np.minimum(x, 0.0))


def derivative(x):
    return np.exp(np.minimum(x, 0.0)) * split(x, SCALE * ALPHA, SCALE)


SPEC = Activation(
    name="SELU",
    family="exponential",
    latex=r"\begin{gathered}f(x)=\lambda\begin{cases}x & x>0\\ \alpha\,(e^{x}-1) & x\le 0\end{cases}\\"
    rf"\lambda\approx {SCALE:.4f},\quad \alpha\approx {ALPHA:.4f}\end{{gathered}}",
    derivative_latex=r"f'(x)=\lambda\begin{cases}1 & x>0\\ \alpha\,e^{x} & x<0\end{cases}",
    fn=selu,
    derivative_fn=derivative,
    range=Interval(-SCALE * ALPHA, np.inf),
    kinks=(0.0,),
    monotone="increasing",
    smoothness=0,
    sources=cite("Klambauer2017"),
)
