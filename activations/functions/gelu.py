"""GELU: weigh each input by the probability that a standard normal falls below it."""

import numpy as np
from scipy.special import ndtr

from activations.floats import clip
from activations.sources import cite
from activations.spec import Activation, Interval

FLAT = 40.0  # beyond this, the normal distribution function is 0 or 1 to the last bit


def gelu(x):
    return np.maximum(x, -FLAT) * ndtr(x)


def derivative(x):
    x = clip(x, -FLAT, FLAT)
    return ndtr(x) + x * np.exp(-x * x / 2) / np.sqrt(2 * np.pi)


SPEC = Activation(
    name="GELU",
    family="self_gated",
    latex=r"f(x)=x\,\Phi(x)=\frac{x}{2}\Bigl(1+\operatorname{erf}\frac{x}{\sqrt2}\Bigr)",
    derivative_latex=r"f'(x)=\Phi(x)+x\,\varphi(x),\qquad \varphi(x)=\frac{e^{-x^2/2}}{\sqrt{2\pi}}",
    fn=gelu,
    derivative_fn=derivative,
    range=Interval(-0.16997120747990370, np.inf, (True, False)),
    aliases=("gelu_exact", "gelu_erf"),
    sources=cite("Hendrycks2016"),
)
