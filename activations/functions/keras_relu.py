"""Keras ReLU: `keras.activations.relu` with all three of its arguments, a leak, a threshold and a ceiling in one."""

import numpy as np

from activations.floats import above, keep_nan
from activations.sources import cite
from activations.spec import NON_NEGATIVE, POSITIVE, Activation, Interval, Param


def keras_relu(x, negative_slope, max_value, threshold):
    passed = np.clip(x, 0.0, max_value) * above(x, threshold)
    return passed + negative_slope * np.minimum(x - threshold, 0.0) if negative_slope else passed  # 0 * inf: NaN


def derivative(x, negative_slope, max_value, threshold):
    passing = (x > threshold) & (x < max_value)
    return keep_nan(x, np.where(x <= threshold, negative_slope, passing.astype(float)))


def kinks(negative_slope, max_value, threshold):
    at_zero = () if threshold or negative_slope == 1 else (0.0,)
    return (*at_zero, max_value) if max_value > threshold else at_zero


SPEC = Activation(
    name="Keras ReLU",
    family="rectifier",
    latex=r"f(x)=\begin{cases}\min(x,\,M) & x>\theta\\ a\,(x-\theta) & x\le\theta\end{cases}",
    derivative_latex=r"f'(x)=\begin{cases}0 & x>\max(\theta,\,M)\\ 1 & \theta<x<M\\ a & x<\theta\end{cases}",
    fn=keras_relu,
    derivative_fn=derivative,
    params=(
        Param("negative_slope", "a", default=0.2, low=0.0, high=1.0, step=0.01, domain=NON_NEGATIVE),
        Param("max_value", "M", default=4.0, low=0.5, high=6.0, step=0.05, domain=POSITIVE),
        Param("threshold", "θ", default=1.0, low=0.0, high=3.0, step=0.02, domain=NON_NEGATIVE),
    ),
    range=lambda negative_slope, max_value, threshold: Interval(
        -np.inf if negative_slope else 0.0, max_value, (not negative_slope, True)
    ),
    kinks=kinks,
    jumps=lambda negative_slope, max_value, threshold: (threshold,) if threshold else (),
    monotone="non-decreasing",
    smoothness=lambda negative_slope, max_value, threshold: -1 if threshold else 0,
    sources=cite("KerasCode"),
)
