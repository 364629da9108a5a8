"""KAN edge: SiLU plus a cubic spline, a curve that is learned piece by piece."""

import numpy as np

from activations.floats import constant
from activations.functions import silu
from activations.sources import cite
from activations.spec import Activation, Param
from activations.splines import slope, span, spline


def kan_edge(x, base, **c):
    return (base * silu.silu(x) if base else constant(x, 0.0)) + spline(x, [*c.values()])  # 0 * inf would be NaN


def derivative(x, base, **c):
    return base * silu.derivative(x) + slope(x, [*c.values()])


def flat(base, **c):
    return not (base or any(c.values()))


def image(base, **c):
    return span(lambda x: kan_edge(x, base, **c), lambda x: derivative(x, base, **c), base)


def symmetry(base, c1, c2, c3, c4):
    odd, even = (c1, c2) == (-c4, -c3), (c1, c2) == (c4, c3)
    return "none" if base else "odd" if odd else "even" if even else "none"


KNOBS = (("c1", "c₁", 1.0), ("c2", "c₂", -1.0), ("c3", "c₃", 0.6), ("c4", "c₄", -0.4))
SPEC = Activation(
    name="KAN edge",
    family="learned",
    latex=r"f(x)=w\,x\,\sigma(x)+\sum_{i=1}^{4}c_i\,B_i(x)",
    derivative_latex=r"f'(x)=w\,\sigma(x)\,\bigl(1+x\,\sigma(-x)\bigr)+\sum_{i=1}^{4}c_i\,B_i'(x)",
    fn=kan_edge,
    derivative_fn=derivative,
    params=(
        Param("base", "w", default=1.0, low=0.0, high=2.0, step=0.02),
        *(Param(name, symbol, default, low=-2.0, high=2.0, step=0.02) for name, symbol, default in KNOBS),
    ),
    range=image,
    monotone=lambda base, **c: "constant" if flat(base, **c) else "no",
    convex=lambda base, **c: "affine" if flat(base, **c) else "no",
    smoothness=lambda base, **c: 2 if any(c.values()) else np.inf,
    symmetry=symmetry,
    aliases=("kan", "kolmogorov_arnold"),
    sources=cite("Liu2024"),
)
