"""Mish: the input times the tanh of its own softplus."""

import numpy as np

from activations.sources import MISRA_2019
from activations.spec import Activation, Interval

FLAT = 800.0  # beyond this, the gate is 0 or 1 to the last bit


def mish(x):
    e = np.exp(-np.abs(x))  # tanh(softplus(x)) is a ratio of polynomials in it, without cancellation
    top, rest = np.where(x > 0, 1 + 2 * e, e * (e + 2)), np.where(x > 0, 2 * e * e, 2.0)
    return np.maximum(x, -FLAT) * (top / (top + rest))


def derivative(x):
    x = np.clip(x, -FLAT, FLAT)
    e, middle, low = np.exp(-np.abs(x)), 4 * x + 6, 4 * (x + 1)
    top = np.where(x > 0, 1 + e * (4 + e * (middle + e * low)), e * (low + e * (middle + e * (4 + e))))
    return top / np.where(x > 0, 1 + e * (2 + 2 * e), 2 + e * (2 + e)) ** 2


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
