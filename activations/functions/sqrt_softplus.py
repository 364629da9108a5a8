"""Square root of softplus: always positive, and ever slower on the way up."""

import numpy as np

from activations.functions.sigmoid import sigmoid
from activations.sources import cite
from activations.spec import POSITIVE, Activation

TINY = -40.0  # left of this, log(1 + e^x) is e^x to the last bit


def sqrt_softplus(x):
    near = np.maximum(x, TINY)
    softplus = np.maximum(near, 0.0) + np.log1p(np.exp(-np.abs(near)))
    return np.where(x < TINY, half_power(x), np.sqrt(softplus))  # softplus underflows before its root does


def half_power(x):
    """The root of e^x for x <= 0."""
    return np.exp(np.minimum(x, 0.0) / 2)


def derivative(x):
    return np.where(x < TINY, half_power(x) / 2, sigmoid(x) / (2 * sqrt_softplus(np.maximum(x, TINY))))


SPEC = Activation(
    name="Sqrt-softplus",
    family="smooth_rectifier",
    latex=r"f(x)=\sqrt{\ln(1+e^{x})}",
    derivative_latex=r"f'(x)=\frac{\sigma(x)}{2\sqrt{\ln(1+e^{x})}}",
    fn=sqrt_softplus,
    derivative_fn=derivative,
    range=POSITIVE,
    monotone="increasing",
    aliases=("sqrtsoftplus",),
    sources=cite("DeepSeekV4Docs"),
)
