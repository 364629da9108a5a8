"""StarReLU: squared ReLU, scaled and shifted so that a normal signal keeps its mean and its variance."""

import numpy as np

from activations.sources import cite
from activations.spec import POSITIVE, Activation, Interval, Param


def star_relu(x, scale, bias):
    right = np.maximum(x, 0.0)
    return scale * right * right + bias  # the square alone could overflow


def derivative(x, scale, bias):
    return 2 * scale * np.maximum(x, 0.0)


SPEC = Activation(
    name="StarReLU",
    family="rectifier",
    latex=r"f(x)=s\,\max(0,\,x)^2+b",
    derivative_latex=r"f'(x)=2s\,\max(0,\,x)",
    fn=star_relu,
    derivative_fn=derivative,
    params=(
        Param("scale", "s", default=0.8944, low=0.2, high=2.0, step=0.01, domain=POSITIVE),
        Param("bias", "b", default=-0.4472, low=-1.0, high=1.0, step=0.01),
    ),
    range=lambda scale, bias: Interval(bias, np.inf, (True, False)),
    monotone="non-decreasing",
    convex="convex",
    smoothness=1,
    sources=cite("Yu2022"),
)
