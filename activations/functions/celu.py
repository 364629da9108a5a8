"""CELU: ELU whose exponent is scaled with alpha, so that it has no corner."""

import numpy as np

from activations.sources import cite
from activations.spec import POSITIVE, Activation, Interval, Param


def celu(x, alpha):
    return np.maximum(x, 0.0) + alpha * np.expm1(np.minimum(x, 0.0) / alpha)


def derivative(x, alpha):
    return np.exp(np.minimum(x, 0.0) / alpha)


SPEC = Activation(
    name="CELU",
    family="exponential",
    latex=r"f(x)=\max(0,\,x)+\min\bigl(0,\ \alpha\,(e^{x/\alpha}-1)\bigr)",
    derivative_latex=r"f'(x)=\begin{cases}1 & x\ge 0\\ e^{x/\alpha} & x<0\end{cases}",
    fn=celu,
    derivative_fn=derivative,
    params=(Param("alpha", "α", default=1.0, low=0.1, high=3.0, step=0.02, domain=POSITIVE),),
    range=lambda alpha: Interval(-alpha, np.inf),
    monotone="increasing",
    convex="convex",
    smoothness=1,
    sources=cite("Barron2017"),
)
