"""Laplace: the normal distribution function, placed so that it meets squared ReLU at half height."""

import numpy as np
from scipy.special import erfcx

from activations.floats import clip, quotient, square
from activations.sources import cite
from activations.spec import POSITIVE, Activation, Interval, Param

FLAT = 40.0  # standard deviations, beyond which the function is 0 or 1 to the last bit


def standard(x, mu, sigma):
    """t = (x - mu) / sigma, and the root of exp(-t^2 / 2), which does not underflow before its square does."""
    t, rest = quotient(clip(x, mu - FLAT * sigma, mu + FLAT * sigma), mu, sigma)
    power, lost = square(t)
    return t, np.exp(-power / 4) * (1 - lost / 4 - t * rest / 2)  # rounding t alone would cost many digits


def laplace(x, mu, sigma):
    t, root = standard(x, mu, sigma)
    tail = erfcx(np.abs(t) / np.sqrt(2)) / 2 * root * root
    return np.where(t > 0, 1 - tail, tail)


def derivative(x, mu, sigma):
    _, root = standard(x, mu, sigma)
    return root / (sigma * np.sqrt(2 * np.pi)) * root


SPEC = Activation(
    name="Laplace",
    family="sigmoidal",
    latex=r"f(x)=\Phi\Bigl(\frac{x-\mu}{s}\Bigr)=\frac12\Bigl(1+\operatorname{erf}\frac{x-\mu}{s\sqrt2}\Bigr)",
    derivative_latex=r"f'(x)=\frac1s\,\varphi\Bigl(\frac{x-\mu}{s}\Bigr),\ \ \varphi(t)=\frac{e^{-t^2/2}}{\sqrt{2\pi}}",
    fn=laplace,
    derivative_fn=derivative,
    params=(  # sqrt(1/2) and sqrt(1/(4 pi)), as the code has them
        Param("mu", "μ", default=0.707107, low=0.0, high=2.0, step=0.01),
        Param("sigma", "s", default=0.282095, low=0.1, high=2.0, step=0.01, domain=POSITIVE),
    ),
    range=Interval(0.0, 1.0),
    monotone="increasing",
    sources=cite("Ma2022"),
)
