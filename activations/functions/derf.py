"""Derf: DyT with the error function in place of tanh, and a shift to be learned."""

import numpy as np
from scipy.special import erf, erfc

from activations.sources import cite
from activations.spec import POSITIVE, Activation, Interval, Param

STEEP = 0.5  # up to here erf is not near its ends, and nothing cancels


def derf(x, alpha, shift, gamma, beta):
    u = alpha * x + shift
    e, end = erf(u), np.copysign(gamma, u)
    return np.where(np.abs(e) < STEEP, gamma * e + beta, (beta + end) - end * erfc(np.abs(u)))


def derivative(x, alpha, shift, gamma, beta):
    u = alpha * x + shift
    return gamma * alpha * (2 / np.sqrt(np.pi)) * np.exp(-u * u)


SPEC = Activation(
    name="Derf",
    family="sigmoidal",
    latex=r"f(x)=\gamma\operatorname{erf}(\alpha x+s)+\beta",
    derivative_latex=r"f'(x)=\frac{2\gamma\alpha}{\sqrt\pi}\,e^{-(\alpha x+s)^2}",
    fn=derf,
    derivative_fn=derivative,
    params=(
        Param("alpha", "α", default=0.5, low=0.1, high=1.2, step=0.01, domain=POSITIVE),
        Param("shift", "s", default=0.0, low=-1.0, high=1.0, step=0.01),
        Param("gamma", "γ", default=1.0, low=0.5, high=2.0, step=0.01, domain=POSITIVE),
        Param("beta", "β", default=0.0, low=-0.5, high=0.5, step=0.01),
    ),
    range=lambda gamma, beta, **_: Interval(beta - gamma, beta + gamma),
    monotone="increasing",
    symmetry=lambda shift, beta, **_: "none" if shift or beta else "odd",
    aliases=("dynamic_erf",),
    sources=cite("Chen2025"),
)
