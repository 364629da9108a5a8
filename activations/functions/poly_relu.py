"""PolyReLU: a polynomial of ReLU, whose coefficients are learned."""

import numpy as np

from activations.floats import above
from activations.polynomials import horner, roots, signs
from activations.sources import cite
from activations.spec import Activation, Interval, Param


def poly_relu(x, a1, a2, a3):
    return horner(np.maximum(x, 0.0), (a3, a2, a1, 0.0))


def derivative(x, a1, a2, a3):
    return above(x) * horner(np.maximum(x, 0.0), (3 * a3, 2 * a2, a1))


def image(a1, a2, a3):
    turned = [float(np.polyval((a3, a2, a1, 0.0), r)) for r in roots((3 * a3, 2 * a2, a1), 0.0)]
    far = next((a for a in (a3, a2, a1) if a), 0.0)
    low, high = -np.inf if far < 0 else min(0.0, *turned, 0.0), np.inf if far > 0 else max(0.0, *turned, 0.0)
    return Interval(low, high, (far >= 0, far <= 0))


def monotone(a1, a2, a3):
    found = signs((3 * a3, 2 * a2, a1), 0.0)
    return "no" if len(found) > 1 else {1: "non-decreasing", -1: "non-increasing", 0: "constant"}[found.pop()]


def convex(a1, a2, a3):
    up, down = any(a > 0 for a in (a1, a2, a3)), any(a < 0 for a in (a1, a2, a3))
    return "no" if up and down else "convex" if up else "concave" if down else "affine"


KNOBS = (("a1", "a₁", -1.0), ("a2", "a₂", -1.0), ("a3", "a₃", 0.0))  # with a₃ < 0, it would fall far from the picture
SPEC = Activation(
    name="PolyReLU",
    family="rectifier",
    latex=r"f(x)=a_1r+a_2r^2+a_3r^3,\qquad r=\max(0,\,x)",
    derivative_latex=r"f'(x)=\begin{cases}a_1+2a_2x+3a_3x^2 & x>0\\ 0 & x<0\end{cases}",
    fn=poly_relu,
    derivative_fn=derivative,
    params=tuple(Param(name, symbol, default=1 / 3, low=low, high=1.0, step=0.01) for name, symbol, low in KNOBS),
    range=image,
    kinks=lambda a1, **_: (0.0,) if a1 else (),
    monotone=monotone,
    convex=convex,
    smoothness=lambda a1, a2, a3: 0 if a1 else 1 if a2 else 2 if a3 else np.inf,
    symmetry=lambda a1, a2, a3: "none" if a1 or a2 or a3 else "odd",
    aliases=("polycom",),
    sources=cite("Zhuo2024"),
)
