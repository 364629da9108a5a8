"""SiLU: Swish with beta fixed at one, the input weighed by its own sigmoid."""

import numpy as np

from activations.functions import swish
from activations.spec import Activation, Interval, Source


def silu(x):
    return swish.swish(x, 1.0)


def derivative(x):
    return swish.derivative(x, 1.0)


SPEC = Activation(
    name="SiLU",
    family="self_gated",
    latex=r"f(x)=x\,\sigma(x)",
    derivative_latex=r"f'(x)=\sigma(x)\,\bigl(1+x\,\sigma(-x)\bigr)",
    fn=silu,
    derivative_fn=derivative,
    range=Interval(-swish.DIP, np.inf, (True, False)),
    aliases=("swish-1", "swish1"),
    sources=(
        Source(
            "D. Hendrycks, K. Gimpel",
            2016,
            "Gaussian error linear units (GELUs)",
            "https://arxiv.org/abs/1606.08415",
        ),
        Source(
            "S. Elfwing, E. Uchibe, K. Doya",
            2017,
            "Sigmoid-weighted linear units for neural network function approximation in reinforcement learning",
            "https://arxiv.org/abs/1702.03118",
        ),
    ),
)
