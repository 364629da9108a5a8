"""xIELU: an ELU integrated on the left, half a parabola on the right, with a learned coefficient for each side."""

from math import factorial

import numpy as np

from activations.sources import cite
from activations.spec import POSITIVE, REAL_LINE, Activation, Interval, Param

TERMS = [1 / factorial(k) for k in range(18, 1, -1)]  # of (e^x - 1 - x) / x^2, enough for |x| <= 1
HALF = -0.7  # where e^x is about one half


def xielu(x, alpha_p, alpha_n, beta):
    right = np.maximum(x, 0.0)
    return right * (alpha_p * right + beta) + integral(np.minimum(x, 0.0), alpha_n, beta)


def integral(x, alpha, beta):
    """alpha (e^x - 1 - x) + beta x for x <= 0."""
    near = np.maximum(x, -1.0)
    lean = beta - alpha
    far = alpha * np.expm1(x) + (lean * x if lean else 0.0)  # 0 * inf would be NaN
    return np.where(x > -1, near * (near * alpha * np.polyval(TERMS, near) + beta), far)  # e^x - 1 - x would cancel


def derivative(x, alpha_p, alpha_n, beta):
    left = np.minimum(x, 0.0)
    steep, flat = alpha_n * np.expm1(left) + beta, alpha_n * np.exp(left) + (beta - alpha_n)
    return 2 * alpha_p * np.maximum(x, 0.0) + np.where(left > HALF, steep, flat)


def image(alpha_p, alpha_n, beta):
    if alpha_n < beta:
        return REAL_LINE
    if alpha_n == beta:
        return Interval(-beta, np.inf)
    return Interval(float((beta - alpha_n) * np.log1p(-beta / alpha_n) - beta), np.inf, (True, False))


SPEC = Activation(
    name="xIELU",
    family="exponential",
    latex=r"f(x)=\begin{cases}\alpha_+x^2+\beta x & x>0\\ \alpha_-(e^x-1-x)+\beta x & x\le 0\end{cases}",
    derivative_latex=r"f'(x)=\begin{cases}2\alpha_+x+\beta & x>0\\ \alpha_-(e^x-1)+\beta & x\le 0\end{cases}",
    fn=xielu,
    derivative_fn=derivative,
    params=(
        Param("alpha_p", "α₊", default=0.8, low=0.05, high=2.0, step=0.01, domain=POSITIVE),
        Param("alpha_n", "α₋", default=0.8, low=0.05, high=2.0, step=0.01, domain=POSITIVE),
        Param("beta", "β", default=0.5, low=0.05, high=1.0, step=0.005, domain=POSITIVE),
    ),
    range=image,
    monotone=lambda alpha_p, alpha_n, beta: "increasing" if alpha_n <= beta else "no",
    convex="convex",
    smoothness=lambda alpha_p, alpha_n, beta: 2 if alpha_n == 2 * alpha_p else 1,
    sources=cite("Huang2024"),
)
