"""Arcsinh: straight near zero, a logarithm far out."""

import numpy as np

from activations.sources import cite
from activations.spec import Activation


def arcsinh(x):
    return np.arcsinh(x)


def derivative(x):
    return 1 / np.hypot(1.0, x)


SPEC = Activation(
    name="Arcsinh",
    family="sigmoidal",
    latex=r"f(x)=\operatorname{arsinh} x",
    derivative_latex=r"f'(x)=\frac{1}{\sqrt{1+x^2}}",
    fn=arcsinh,
    derivative_fn=derivative,
    monotone="increasing",
    symmetry="odd",
    aliases=("asinh",),
    sources=cite("Burbidge1988"),
)
