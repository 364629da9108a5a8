"""1.5-entmax, half-way from softmax to sparsemax: shares that fade smoothly, and weak scores get exactly zero."""

import numpy as np

from activations.sources import cite
from activations.spec import Interval, VectorActivation


def roots(z):
    """The square roots of the shares: half the scores above a threshold, at which the squares add up to one.

    Of the k highest scores alone it would lie at mean - sqrt(1/k - variance); the highest k whose last score is not
    below that are those that stay.
    """
    peak = z.max(axis=-1, keepdims=True)
    half = (z - peak) / 2
    near = np.maximum(half, -1.0)  # no score further down stays
    ranked = -np.sort(-near, axis=-1)
    count = np.arange(1, z.shape[-1] + 1)
    mean = np.cumsum(ranked, axis=-1) / count
    spread = np.cumsum(ranked**2, axis=-1) / count - mean**2
    edge = mean - np.sqrt(np.maximum(1 / count - spread, 0.0))
    threshold = np.where(edge <= ranked, edge, -1.0).max(axis=-1, keepdims=True) + 0 * peak  # infinity decides nothing
    return np.maximum(half - threshold, 0.0)


def entmax15(z):
    return roots(z) ** 2


def jacobian(z):
    r, diagonal = roots(z), np.eye(z.shape[-1])
    off = -r[..., :, None] * r[..., None, :] / r.sum(axis=-1)[..., None, None] * (1 - diagonal)
    return off - off.sum(axis=-1, keepdims=True) * diagonal


SPEC = VectorActivation(
    name="1.5-entmax",
    family="distribution",
    latex=r"p=\arg\max_{q\in\Delta}\Bigl(q^{\top}z+\tfrac43\sum_{j}\bigl(q_j-q_j^{3/2}\bigr)\Bigr),\qquad "
    r"p_i=\max\bigl(\tfrac{z_i}{2}-\tau(z),\ 0\bigr)^2",
    derivative_latex=r"\frac{\partial p_i}{\partial z_j}=r_i\,\delta_{ij}-\frac{r_i\,r_j}{\sum_k r_k},"
    r"\qquad r_i=\sqrt{p_i}",
    fn=entmax15,
    jacobian_fn=jacobian,
    range=Interval(0.0, 1.0, (True, True)),
    simplex=True,
    aliases=("entmax", "entmax_15"),
    sources=cite("Peters2019"),
)
