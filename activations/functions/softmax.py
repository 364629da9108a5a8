"""Softmax: turn a list of scores into shares that add up to one."""

import numpy as np

from activations.floats import exp_quotient
from activations.sources import cite
from activations.spec import POSITIVE, Interval, Param, VectorActivation


def softmax(z, temperature):
    e = exp_quotient(z, z.max(axis=-1, keepdims=True), temperature)
    return e / e.sum(axis=-1, keepdims=True)


def jacobian(z, temperature):
    return slopes(softmax(z, temperature), temperature)


def slopes(p, temperature):
    """The Jacobian where these are the shares."""
    diagonal = np.eye(p.shape[-1])
    off = -p[..., :, None] * p[..., None, :] * (1 - diagonal)
    return (off - off.sum(axis=-1, keepdims=True) * diagonal) / temperature  # p(1-p) without subtracting from 1


SPEC = VectorActivation(
    name="Softmax",
    family="distribution",
    latex=r"p_i=\frac{e^{z_i/T}}{\sum_{j=1}^{K}e^{z_j/T}}",
    derivative_latex=r"\frac{\partial p_i}{\partial z_j}=\frac{1}{T}\,p_i\,(\delta_{ij}-p_j)",
    fn=softmax,
    jacobian_fn=jacobian,
    range=Interval(0.0, 1.0),
    simplex=True,
    params=(Param("temperature", "T", default=1.0, low=0.1, high=5.0, step=0.02, domain=POSITIVE),),
    aliases=("normalised_exponential", "normalized_exponential"),
    sources=cite("Bridle1990"),
)
