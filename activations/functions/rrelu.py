"""RReLU: Leaky ReLU whose negative slope is drawn by lot during training."""

from functools import lru_cache

import numpy as np

from activations.functions import leaky_relu
from activations.sources import cite
from activations.spec import Activation, Param


@lru_cache
def share(seed):
    """How far from lower to upper this seed draws the slope; seed 0 is the middle, used when testing."""
    return np.random.default_rng(int(seed)).random() if seed else 0.5


def slope(lower, upper, seed):
    """The negative slope: drawn from U(lower, upper) by this seed."""
    return lower + (upper - lower) * share(seed)


def rrelu(x, lower, upper, seed):
    return leaky_relu.leaky_relu(x, slope(lower, upper, seed))


def derivative(x, lower, upper, seed):
    return leaky_relu.derivative(x, slope(lower, upper, seed))


def as_leaky(fact):
    """A fact of Leaky ReLU at the slope that was drawn."""
    return lambda **params: leaky_relu.SPEC.fact(fact, alpha=slope(**params))


SPEC = Activation(
    name="RReLU",
    family="rectifier",
    latex=r"f(x)=\begin{cases}x & x>0\\ a\,x & x\le 0\end{cases}\qquad a\sim U(l,\,u)",
    derivative_latex=r"f'(x)=\begin{cases}1 & x>0\\ a & x<0\end{cases}",
    fn=rrelu,
    derivative_fn=derivative,
    params=(
        Param("lower", "l", default=1 / 8, low=0.0, high=1.0, step=0.005),
        Param("upper", "u", default=1 / 3, low=0.0, high=1.0, step=0.005),
        Param("seed", "s", default=0.0, low=0.0, high=100.0, step=1.0),
    ),
    range=as_leaky("range"),
    kinks=as_leaky("kinks"),
    monotone=as_leaky("monotone"),
    convex=as_leaky("convex"),
    smoothness=as_leaky("smoothness"),
    symmetry=as_leaky("symmetry"),
    envelope=(
        lambda x, lower, upper, seed: leaky_relu.leaky_relu(x, lower),
        lambda x, lower, upper, seed: leaky_relu.leaky_relu(x, upper),
    ),
    sources=cite("Xu2015"),
)
