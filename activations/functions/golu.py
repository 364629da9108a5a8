"""GoLU: the input times a gate that opens early and closes late, the Gompertz function."""

import numpy as np
from scipy.special import lambertw

from activations.floats import clip
from activations.sources import cite
from activations.spec import Activation, Interval

FLAT = 20.0  # left of minus this, the gate is 0 to the last bit
OPEN = 800.0  # right of this, it is flat
LOWEST = float(lambertw(1.0).real)  # f is least at minus this


def gompertz(x):
    return np.exp(-np.exp(-x))


def golu(x):
    t = np.maximum(x, -FLAT)
    return t * gompertz(t)


def derivative(x):
    t = clip(x, -FLAT, OPEN)
    return (1 + t * np.exp(-t)) * gompertz(t)


SPEC = Activation(
    name="GoLU",
    family="self_gated",
    latex=r"f(x)=x\,e^{-e^{-x}}",
    derivative_latex=r"f'(x)=(1+x\,e^{-x})\,e^{-e^{-x}}",
    fn=golu,
    derivative_fn=derivative,
    range=Interval(-LOWEST * np.exp(-1 / LOWEST), np.inf, (True, False)),
    sources=cite("Das2025"),
)
