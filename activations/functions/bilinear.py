"""Bilinear: two halves of a layer multiplied, a gate without any bend of its own."""

import numpy as np

from activations.sources import cite
from activations.spec import GatedActivation


def bilinear(gate, value):
    return gate * value


def partials(gate, value):
    return np.positive(value), np.positive(gate)


SPEC = GatedActivation(
    name="Bilinear",
    family="gated",
    latex=r"f(g,v)=g\,v",
    derivative_latex=r"\frac{\partial f}{\partial g}=v,\qquad "
    r"\frac{\partial f}{\partial v}=g",
    fn=bilinear,
    partials_fn=partials,
    sources=cite("Dauphin2016"),
)
