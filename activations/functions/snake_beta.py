"""SnakeBeta: Snake whose waves have a height of their own."""

import numpy as np

from activations.floats import LARGEST, clip
from activations.sources import cite
from activations.spec import POSITIVE, Activation, Param


def phase(x, alpha):
    return clip(alpha * x, -LARGEST / 2, LARGEST / 2)


def snake_beta(x, alpha, beta):
    t = phase(x, alpha)
    rise, rest = np.sin(t) ** 2, np.cos(t) ** 2
    return x + np.where(rise < 0.5, rise, 1 - rest) / beta  # x may take most of it away, so every bit counts


def derivative(x, alpha, beta):
    t = np.where(np.isinf(x), np.nan, phase(x, alpha))
    wave, ratio = np.sin(2 * t), alpha / beta
    falling = (beta - alpha) / beta + ratio * (np.sin(t) + np.cos(t)) ** 2  # where 1 + sin 2t would cancel
    return np.where(wave < -0.5, falling, 1 + ratio * wave)


SPEC = Activation(
    name="SnakeBeta",
    family="periodic",
    latex=r"f(x)=x+\frac{1}{\beta}\sin^2(\alpha x)",
    derivative_latex=r"f'(x)=1+\frac{\alpha}{\beta}\sin(2\alpha x)",
    fn=snake_beta,
    derivative_fn=derivative,
    params=(
        Param("alpha", "α", default=1.0, low=0.2, high=4.2, step=0.04, domain=POSITIVE),
        Param("beta", "β", default=1.0, low=0.2, high=5.0, step=0.04, domain=POSITIVE),
    ),
    monotone=lambda alpha, beta: "increasing" if alpha <= beta else "no",
    oscillates=("slope",),
    period=lambda alpha, beta: np.pi / alpha,
    sources=cite("Lee2022", "BigVGANCode"),
)
