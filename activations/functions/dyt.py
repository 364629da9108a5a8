"""DyT: a tanh that stands where a layer would be normalised, with all its measures to be learned."""

import numpy as np

from activations.functions.sigmoid import derivative as bell
from activations.functions.sigmoid import sigmoid
from activations.sources import cite
from activations.spec import POSITIVE, Activation, Interval, Param

STEEP = 0.5  # up to here tanh is not near its ends, and nothing cancels


def dyt(x, alpha, gamma, beta):
    u = alpha * x
    t, end = np.tanh(u), np.copysign(gamma, u)
    return np.where(np.abs(t) < STEEP, gamma * t + beta, (beta + end) - 2 * end * sigmoid(-2 * np.abs(u)))


def derivative(x, alpha, gamma, beta):
    return 4 * gamma * alpha * bell(2 * alpha * x)


SPEC = Activation(
    name="DyT",
    family="sigmoidal",
    latex=r"f(x)=\gamma\tanh(\alpha x)+\beta",
    derivative_latex=r"f'(x)=\gamma\,\alpha\,\bigl(1-\tanh^2(\alpha x)\bigr)",
    fn=dyt,
    derivative_fn=derivative,
    params=(
        Param("alpha", "α", default=0.5, low=0.1, high=2.0, step=0.01, domain=POSITIVE),
        Param("gamma", "γ", default=1.0, low=0.5, high=2.0, step=0.01, domain=POSITIVE),
        Param("beta", "β", default=0.0, low=-0.5, high=0.5, step=0.01),
    ),
    range=lambda alpha, gamma, beta: Interval(beta - gamma, beta + gamma),
    monotone="increasing",
    symmetry=lambda alpha, gamma, beta: "none" if beta else "odd",
    aliases=("dynamic_tanh",),
    sources=cite("Zhu2025"),
)
