"""TeLU: the input times the tanh of its own exponential."""

import numpy as np

from activations.floats import clip
from activations.functions.swish import FLAT
from activations.sources import cite
from activations.spec import Activation, Interval

OPEN = 6.0  # right of this, the gate is 1 to the last bit, and flat


def telu(x):
    return np.maximum(x, -FLAT) * np.tanh(np.exp(np.minimum(x, OPEN)))


def derivative(x):
    x = clip(x, -FLAT, OPEN)
    e = np.exp(x)
    return np.tanh(e) + x * e / np.cosh(e) ** 2


SPEC = Activation(
    name="TeLU",
    family="self_gated",
    latex=r"f(x)=x\,\tanh(e^{x})",
    derivative_latex=r"f'(x)=\tanh(e^{x})+x\,e^{x}\bigl(1-\tanh^2(e^{x})\bigr)",
    fn=telu,
    derivative_fn=derivative,
    range=Interval(-0.35328577784821127, np.inf, (True, False)),
    sources=cite("Fernandez2024"),
)
