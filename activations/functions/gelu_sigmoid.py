"""GELU, sigmoid form: Swish at a slope of 1.702, also called QuickGELU."""

import numpy as np

from activations.functions import swish
from activations.sources import cite
from activations.spec import Activation, Interval

SLOPE = 1.702


def gelu_sigmoid(x):
    return swish.swish(x, SLOPE)


def derivative(x):
    return swish.derivative(x, SLOPE)


SPEC = Activation(
    name="GELU (sigmoid)",
    family="self_gated",
    latex=r"f(x)=x\,\sigma(1.702\,x)",
    derivative_latex=r"f'(x)=\sigma(1.702x)\,\bigl(1+1.702\,x\,\sigma(-1.702x)\bigr)",
    fn=gelu_sigmoid,
    derivative_fn=derivative,
    range=Interval(-swish.DIP / SLOPE, np.inf, (True, False)),
    sources=cite("Hendrycks2016"),
)
