"""SiLU: Swish with beta fixed at one, the input weighed by its own sigmoid."""

import numpy as np

from activations.functions import swish
from activations.sources import cite
from activations.spec import Activation, Interval


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
    sources=cite("Hendrycks2016", "Elfwing2017"),
)
