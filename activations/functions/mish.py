"""Mish: the input times the tanh of its own softplus."""

import numpy as np

from activations.floats import clip
from activations.sources import MISRA_2019
from activations.spec import Activation, Interval

FLAT = 800.0  # left of minus this, the gate is 0 to the last bit
OPEN = 20.0  # right of this, it is 1


def mish(x):
    e = np.exp(np.minimum(x, OPEN))
    open_ = e * (e + 2)
    return np.maximum(x, -FLAT) * (open_ / (open_ + 2))  # tanh(softplus(x)) without cancellation


def derivative(x):
    x = clip(x, -FLAT, FLAT)
    e, middle, low, right = np.exp(-np.abs(x)), 4 * x + 6, 4 * (x + 1), x > 0
    top = np.where(right, 1 + e * (4 + e * (middle + e * low)), e * (low + e * (middle + e * (4 + e))))
    return top / np.where(right, 1 + e * (2 + 2 * e), 2 + e * (2 + e)) ** 2


SPEC = Activation(
    name="Mish",
    family="self_gated",
    latex=r"f(x)=x\,\tanh\bigl(\ln(1+e^{x})\bigr)",
    derivative_latex=r"f'(x)=w+x\,(1-w^2)\,\sigma(x),\qquad w=\tanh\bigl(\ln(1+e^{x})\bigr)",
    fn=mish,
    derivative_fn=derivative,
    range=Interval(-0.3088434130172504, np.inf, (True, False)),
    sources=(MISRA_2019,),
)
