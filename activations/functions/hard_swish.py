"""Hard swish: Swish with its gate drawn in straight lines, for phones."""

import numpy as np

from activations.sources import cite
from activations.spec import Activation, Interval


def hard_swish(x):
    return np.maximum(x, -3.0) * np.minimum(np.maximum(x + 3, 0.0) / 6, 1.0)


def derivative(x):
    return np.where(np.abs(x) >= 3, x > 0, (x + 1.5) / 3)


SPEC = Activation(
    name="Hard swish",
    family="self_gated",
    latex=r"f(x)=\frac{x}{6}\,\min(\max(x+3,\,0),\ 6)",
    derivative_latex=r"f'(x)=\begin{cases}0 & x<-3\\ \frac{2x+3}{6} & |x|<3\\ 1 & x>3\end{cases}",
    fn=hard_swish,
    derivative_fn=derivative,
    range=Interval(-0.375, np.inf, (True, False)),
    kinks=(-3.0, 3.0),
    smoothness=0,
    aliases=("hardswish", "hard_silu"),
    sources=cite("Howard2019"),
)
