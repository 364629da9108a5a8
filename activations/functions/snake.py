"""Snake: a straight line with a wave on it, so that it can repeat and still rise."""

import numpy as np

from activations.floats import LARGEST, clip
from activations.sources import cite
from activations.spec import POSITIVE, Activation, Param


def phase(x, alpha):
    return clip(alpha * x, -LARGEST, LARGEST)


def snake(x, alpha):
    return x + np.sin(phase(x, alpha)) ** 2 / alpha


def derivative(x, alpha):
    t = np.where(np.isinf(x), np.nan, phase(x, alpha))
    return (np.sin(t) + np.cos(t)) ** 2  # 1 + sin 2t, without cancellation near its zeros


SPEC = Activation(
    name="Snake",
    family="periodic",
    latex=r"f(x)=x+\frac{1}{\alpha}\sin^2(\alpha x)",
    derivative_latex=r"f'(x)=1+\sin(2\alpha x)",
    fn=snake,
    derivative_fn=derivative,
    params=(Param("alpha", "α", default=1.0, low=0.2, high=5.0, step=0.04, domain=POSITIVE),),
    monotone="increasing",
    oscillates=("slope",),
    period=lambda alpha: np.pi / alpha,
    sources=cite("Ziyin2020"),
)
