"""Serf: Mish with the error function in place of tanh."""

import numpy as np
from scipy.special import erf

from activations.floats import clip
from activations.functions.sigmoid import sigmoid
from activations.functions.softplus import softplus
from activations.functions.swish import FLAT
from activations.sources import cite
from activations.spec import Activation, Interval


def serf(x):
    return np.maximum(x, -FLAT) * erf(softplus(x, 1.0))


def derivative(x):
    x = clip(x, -FLAT, FLAT)
    u = softplus(x, 1.0)
    return erf(u) + 2 / np.sqrt(np.pi) * (x * sigmoid(x) * np.exp(-u * u))


SPEC = Activation(
    name="Serf",
    family="self_gated",
    latex=r"f(x)=x\operatorname{erf}\bigl(\ln(1+e^{x})\bigr)",
    derivative_latex=r"f'(x)=\operatorname{erf}(u)+\frac{2x}{\sqrt\pi}\,e^{-u^2}\sigma(x),\qquad u=\ln(1+e^{x})",
    fn=serf,
    derivative_fn=derivative,
    range=Interval(-0.34843745875960642, np.inf, (True, False)),
    sources=cite("Nag2021"),
)
