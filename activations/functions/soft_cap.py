"""Soft cap: tanh with both axes stretched, so that scores keep within a limit and small ones stay as they are."""

import numpy as np

from activations.functions import sigmoid
from activations.sources import cite
from activations.spec import POSITIVE, Activation, Interval, Param

STRAIGHT = 1e-8  # below this, tanh t is t to the last bit


def soft_cap(x, cap):
    t = x / cap
    return np.where(np.abs(t) < STRAIGHT, x, cap * np.tanh(t))  # the smallest numbers would lose digits on the way


def derivative(x, cap):
    return 4 * sigmoid.derivative(2 * (x / cap))


SPEC = Activation(
    name="Soft cap",
    family="sigmoidal",
    latex=r"f(x)=c\,\tanh\frac{x}{c}",
    derivative_latex=r"f'(x)=1-\tanh^2\frac{x}{c}",
    fn=soft_cap,
    derivative_fn=derivative,
    params=(Param("cap", "c", default=3.0, low=1.0, high=61.0, step=0.5, domain=POSITIVE),),
    range=lambda cap: Interval(-cap, cap),
    monotone="increasing",
    symmetry="odd",
    aliases=("softcapping", "logit_softcapping", "tanh_softcapping"),
    sources=cite("Bello2016", "Gemma2024b"),
)
