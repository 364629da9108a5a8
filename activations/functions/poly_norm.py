"""PolyNorm: a cubic polynomial whose powers are each divided by their root mean square over the row."""

import numpy as np

from activations.floats import power_of_two
from activations.sources import cite
from activations.spec import Param, VectorActivation

EPSILON = 1e-6  # added to each mean square


def powers(z):
    """z^k divided by its root mean square over the row, its slope at that root, and the share of others in the squares.

    Computed of z divided by a power of two, lest something overflows.
    """
    peak = np.abs(z).max(axis=-1, keepdims=True)
    scale = np.maximum(power_of_two(peak), 1.0)
    t, size = z / scale + 0 * peak, z.shape[-1]  # infinity decides nothing
    for k in (1, 2, 3):
        squares, extra = t ** (2 * k), size * EPSILON / scale ** (2 * k)
        total = squares.sum(axis=-1, keepdims=True) + extra
        others = (squares[..., None, :] * (1 - np.eye(size))).sum(axis=-1) + extra
        root = np.sqrt(total / size)
        yield t**k / root, k * t ** (k - 1) / root / scale, others / total


def poly_norm(z, a1, a2, a3, b):
    return sum(a * n for a, (n, _, _) in zip((a1, a2, a3), powers(z), strict=True)) + b


def jacobian(z, a1, a2, a3, b):
    total, diagonal = 0.0, np.eye(z.shape[-1])
    for a, (n, slope, others) in zip((a1, a2, a3), powers(z), strict=True):
        across = -n[..., :, None] * n[..., None, :] / z.shape[-1] * (1 - diagonal)
        own = others[..., :, None] * diagonal  # 1 - n n / K without subtracting from 1
        total = total + a * (own + across) * slope[..., None, :]
    return total


SPEC = VectorActivation(
    name="PolyNorm",
    family="row",
    latex=r"y_i=a_1\,n_i(z)+a_2\,n_i(z^2)+a_3\,n_i(z^3)+b,\qquad "
    r"n_i(u)=\frac{u_i}{\sqrt{\frac1K\sum_j u_j^2+10^{-6}}}",
    derivative_latex=r"\frac{\partial y_i}{\partial z_j}=\sum_{k=1}^{3}a_k\,\frac{k\,z_j^{k-1}}{r_k}"
    r"\Bigl(\delta_{ij}-\frac{n_i(z^k)\,n_j(z^k)}{K}\Bigr),\qquad r_k=\sqrt{\frac1K\sum_j z_j^{2k}+10^{-6}}",
    fn=poly_norm,
    jacobian_fn=jacobian,
    hidden=None,
    params=(
        *(
            Param(f"a{k}", f"a{s}", default=1 / 3, low=-1.0, high=1.0, step=0.01)
            for k, s in zip((1, 2, 3), "₁₂₃", strict=True)
        ),
        Param("b", "b", default=0.0, low=-1.0, high=1.0, step=0.01),
    ),
    aliases=("polynorm",),
    sources=cite("Zhuo2024", "Motif2025"),
)
