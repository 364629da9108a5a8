"""Gaussian top-k of Gemma 3n: of a whole row only what stands out is kept, by mean and standard deviation."""

import numpy as np
from scipy.special import ndtri

from activations.floats import power_of_two
from activations.sources import cite
from activations.spec import Interval, Param, VectorActivation


def parts(z, sparsity):
    """Each place's distance from the mean and from the cutoff, the standard deviation, and what all are divided by."""
    peak = np.abs(z).max(axis=-1, keepdims=True)
    scale = power_of_two(peak)
    below = z / scale - (z / scale).max(axis=-1, keepdims=True) + 0 * peak  # infinity decides nothing
    away = below - below.mean(axis=-1, keepdims=True)
    away = away - away.mean(axis=-1, keepdims=True)  # what rounding the mean has left
    spread = np.sqrt((away * away).mean(axis=-1, keepdims=True))
    return away, away - ndtri(sparsity) * spread, spread, scale


def gaussian_topk(z, sparsity):
    _, above, _, scale = parts(z, sparsity)
    return np.maximum(above, 0.0) * scale


def jacobian(z, sparsity):
    away, above, spread, _ = parts(z, sparsity)
    size = z.shape[-1]
    cutoff = (1 + ndtri(sparsity) * away / np.where(spread > 0, spread, 1.0)) / size  # its slopes
    on = np.where(np.isnan(above), above, above > 0)[..., :, None]
    return on * (np.eye(size) - cutoff[..., None, :])


SPEC = VectorActivation(
    name="Gaussian top-k",
    family="row",
    latex=r"y_i=\max(z_i-c,\ 0),\qquad c=m+d\,\Phi^{-1}(s),\qquad m=\frac1K\sum_j z_j,\quad "
    r"d=\sqrt{\frac1K\sum_j(z_j-m)^2}",
    derivative_latex=r"\frac{\partial y_i}{\partial z_j}=\delta_{ij}-\frac1K"
    r"\Bigl(1+\Phi^{-1}(s)\,\frac{z_j-m}{d}\Bigr)\quad(z_i>c)",
    fn=gaussian_topk,
    jacobian_fn=jacobian,
    range=Interval(0.0, np.inf, (True, False)),
    hidden=None,
    params=(Param("sparsity", "s", default=0.95, low=0.05, high=0.99, step=0.005, domain=Interval(0.0, 1.0)),),
    aliases=("statistical_topk", "gaussian_top_k"),
    sources=cite("You2025", "Gemma3nCode"),
)
