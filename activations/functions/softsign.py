"""Softsign: an S-shaped curve that flattens slowly, without an exponential."""

import numpy as np

from activations.floats import LARGEST, clip
from activations.sources import cite
from activations.spec import Activation, Interval


def softsign(x):
    x = clip(x, -LARGEST, LARGEST)
    return x / (1 + np.abs(x))


def derivative(x):
    return 1 / (1 + np.abs(x)) ** 2


SPEC = Activation(
    name="Softsign",
    family="sigmoidal",
    latex=r"f(x)=\frac{x}{1+|x|}",
    derivative_latex=r"f'(x)=\frac{1}{(1+|x|)^2}",
    fn=softsign,
    derivative_fn=derivative,
    range=Interval(-1.0, 1.0),
    monotone="increasing",
    smoothness=1,
    symmetry="odd",
    aliases=("soft_sign", "elliotsig"),
    sources=cite("Elliott1993", "Bergstra2009"),
)
