"""Identity: pass the signal on unchanged."""

import numpy as np

from activations.floats import constant
from activations.spec import Activation


def identity(x):
    return np.positive(x)


def derivative(x):
    return constant(x, 1.0)


SPEC = Activation(
    name="Identity",
    family="threshold",
    latex=r"f(x)=x",
    derivative_latex=r"f'(x)=1",
    fn=identity,
    derivative_fn=derivative,
    monotone="increasing",
    convex="affine",
    symmetry="odd",
)
