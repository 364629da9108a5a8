"""Sine: a wave, for signals that repeat."""

import numpy as np

from activations.spec import Activation, Interval


def sine(x):
    return np.sin(x)


def derivative(x):
    return np.cos(x)


SPEC = Activation(
    name="Sine",
    family="periodic",
    latex=r"f(x)=\sin x",
    derivative_latex=r"f'(x)=\cos x",
    fn=sine,
    derivative_fn=derivative,
    range=Interval(-1.0, 1.0, (True, True)),
    symmetry="odd",
    oscillates=("f", "slope"),
    period=2 * np.pi,
    aliases=("sin",),
)
