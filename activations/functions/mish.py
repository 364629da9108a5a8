"""Mish: the input times the tanh of its own softplus."""

import numpy as np

from activations.floats import clip, shares
from activations.sources import cite
from activations.spec import Activation, Interval

FLAT = 800.0  # left of minus this, the gate is 0 to the last bit
OPEN = 20.0  # right of this, it is 1


def mish(x):
    e = np.exp(np.minimum(x, OPEN))
    open_ = e * (e + 2)
    return np.maximum(x, -FLAT) * (open_ / (open_ + 2))  # tanh(softplus(x)) without cancellation


def derivative(x):
    x = clip(x, -FLAT, FLAT)
    a, b = shares(x)  # e^x = a / b
    top = a * (a * (a * (a + 4 * b) + (4 * x + 6) * b * b) + 4 * (x + 1) * b * b * b)
    return top / (a * (a + 2 * b) + 2 * b * b) ** 2


SPEC = Activation(
    name="Mish",
    family="self_gated",
    latex=r"f(x)=x\,\tanh\bigl(\ln(1+e^{x})\bigr)",
    derivative_latex=r"f'(x)=w+x\,(1-w^2)\,\sigma(x),\qquad w=\tanh\bigl(\ln(1+e^{x})\bigr)",
    fn=mish,
    derivative_fn=derivative,
    range=Interval(-0.3088434130172504, np.inf, (True, False)),
    sources=cite("Misra2019"),
)
