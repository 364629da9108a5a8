"""Gumbel-softmax: a softmax of scores with Gumbel noise, which is nearly a class drawn by lot, and has a slope."""

from functools import lru_cache

import numpy as np

from activations.floats import exp_quotient, read_only
from activations.functions import softmax
from activations.sources import cite
from activations.spec import POSITIVE, Interval, Param, VectorActivation


@lru_cache
def noise(seed, length):
    """What this seed adds to each place of a row, the same for every row; seed 0 adds nothing."""
    lot = np.random.default_rng(int(seed))
    return read_only(lot.gumbel(size=length) if seed else np.zeros(length))


def gumbel_softmax(z, temperature, seed):
    added = noise(seed, z.shape[-1])
    noisy = z + added
    back = noisy - z
    lost = np.where(np.isfinite(noisy), (z - (noisy - back)) + (added - back), 0.0)  # what rounding the sum took away
    first = np.expand_dims(noisy.argmax(axis=-1), -1)
    peak, missed = (np.take_along_axis(a, first, axis=-1) for a in (noisy, lost))
    e = exp_quotient(noisy, peak, temperature) * np.exp((lost - missed) / temperature)
    return e / e.sum(axis=-1, keepdims=True)


def jacobian(z, temperature, seed):
    return softmax.slopes(gumbel_softmax(z, temperature, seed), temperature)


SPEC = VectorActivation(
    name="Gumbel-softmax",
    family="distribution",
    latex=r"p_i=\frac{e^{(z_i+G_i)/T}}{\sum_{j=1}^{K}e^{(z_j+G_j)/T}},\qquad "
    r"G_i=-\ln(-\ln u_i),\quad u_i\sim U(0,1)",
    derivative_latex=r"\frac{\partial p_i}{\partial z_j}=\frac{1}{T}\,p_i\,(\delta_{ij}-p_j)",
    fn=gumbel_softmax,
    jacobian_fn=jacobian,
    range=Interval(0.0, 1.0),
    simplex=True,
    params=(
        Param("temperature", "T", default=1.0, low=0.1, high=5.0, step=0.02, domain=POSITIVE),
        Param("seed", "s", default=0.0, low=0.0, high=100.0, step=1.0),
    ),
    aliases=("concrete_distribution",),
    sources=cite("Jang2016", "Maddison2016"),
)
