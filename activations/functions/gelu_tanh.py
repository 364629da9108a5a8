"""GELU, tanh form: the approximation that older frameworks computed instead of GELU itself."""

import numpy as np

from activations.floats import clip, shares
from activations.functions import sigmoid
from activations.sources import cite
from activations.spec import Activation, Interval

FLAT = 40.0  # beyond this, the gate is 0 or 1 to the last bit
SCALE = np.sqrt(8 / np.pi)
CUBE = 0.044715


def gelu_tanh(x):
    x = np.maximum(x, -FLAT)
    inner = np.minimum(x, FLAT)
    return x * sigmoid.sigmoid(SCALE * inner * (1 + CUBE * inner * inner))  # (1 + tanh u) / 2 = σ(2u)


def derivative(x):
    x = clip(x, -FLAT, FLAT)
    square = x * x
    u = SCALE * x * (1 + CUBE * square)
    mine, rest = shares(u)
    both = mine + rest
    bend = SCALE * x * (1 + 3 * CUBE * square)
    return mine / both * (1 + bend * (rest / both))


SPEC = Activation(
    name="GELU (tanh)",
    family="self_gated",
    latex=r"f(x)=\frac{x}{2}\bigl(1+\tanh u\bigr),\qquad u=\sqrt{\tfrac{2}{\pi}}\,\bigl(x+0.044715\,x^3\bigr)",
    derivative_latex=r"f'(x)=\frac{1+\tanh u}{2}+\frac{x}{2}\bigl(1-\tanh^2u\bigr)\sqrt{\tfrac{2}{\pi}}"
    r"\bigl(1+0.134145\,x^2\bigr)",
    fn=gelu_tanh,
    derivative_fn=derivative,
    range=Interval(-0.1700407505712541, np.inf, (True, False)),
    aliases=("gelu_approximate",),
    sources=cite("Hendrycks2016"),
)
