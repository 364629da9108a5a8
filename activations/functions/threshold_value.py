"""Threshold: pass what exceeds a threshold, and put a fixed value in place of the rest."""

import numpy as np

from activations.floats import above, keep_nan
from activations.spec import Activation, Interval, Param


def threshold_value(x, threshold, value):
    return keep_nan(x, np.where(x > threshold, x, value))


def derivative(x, threshold, value):
    return above(x, threshold)


def image(threshold: float, value: float) -> Interval:
    return Interval(min(threshold, value), np.inf, (value <= threshold, False))


SPEC = Activation(
    name="Threshold",
    family="rectifier",
    latex=r"f(x)=\begin{cases}x & x>\theta\\ v & x\le\theta\end{cases}",
    derivative_latex=r"f'(x)=\begin{cases}1 & x>\theta\\ 0 & x<\theta\end{cases}",
    fn=threshold_value,
    derivative_fn=derivative,
    params=(
        Param("threshold", "θ", default=0.5, low=-2.0, high=2.0, step=0.02),
        Param("value", "v", default=-0.5, low=-2.0, high=2.0, step=0.02),
    ),
    range=image,
    kinks=lambda threshold, value: (threshold,) if value == threshold else (),
    jumps=lambda threshold, value: (threshold,) if value != threshold else (),
    monotone=lambda threshold, value: "non-decreasing" if value <= threshold else "no",
    convex=lambda threshold, value: "convex" if value == threshold else "no",
    smoothness=lambda threshold, value: 0 if value == threshold else -1,
    aliases=("threshold",),
)
