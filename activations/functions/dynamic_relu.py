"""Dynamic ReLU: the higher of two lines, whose coefficients the whole input would choose."""

import numpy as np

from activations.sources import cite
from activations.spec import Activation, Interval, Param


def line(x, slope, offset):
    return (slope * x if slope else np.minimum(np.abs(x), 0.0)) + offset  # 0 * inf would be NaN


def dynamic_relu(x, slope1, offset1, slope2, offset2):
    return np.maximum(line(x, slope1, offset1), line(x, slope2, offset2))


def derivative(x, slope1, offset1, slope2, offset2):
    first = line(x, slope1, offset1) > line(x, slope2, offset2)
    return np.where(np.isnan(x), x, np.where(first, slope1, slope2))


def kinks(slope1, offset1, slope2, offset2):
    return () if slope1 == slope2 else ((offset2 - offset1) / (slope1 - slope2),)


def monotone(slope1, slope2, **_):
    left, right = sorted((slope1, slope2))
    rising = "increasing" if left else "non-decreasing" if right else "constant"
    return rising if left >= 0 else "no" if right > 0 else "decreasing" if right else "non-increasing"


def image(**p):
    left, right = sorted((p["slope1"], p["slope2"]))
    corner = max(p["offset1"], p["offset2"]) if left == right else float(dynamic_relu(np.asarray(kinks(**p)[0]), **p))
    low, high = corner if left <= 0 <= right else -np.inf, np.inf if left < 0 or right > 0 else corner
    return Interval(low, high, (low > -np.inf, high < np.inf))


def symmetry(slope1, slope2, offset1, offset2):
    even = slope1 == -slope2 and offset1 == offset2
    return "even" if even else "odd" if slope1 == slope2 and max(offset1, offset2) == 0 else "none"


KNOBS = (("slope1", "a₁", 1.0), ("offset1", "b₁", 0.0), ("slope2", "a₂", 0.0), ("offset2", "b₂", 0.0))
SPEC = Activation(
    name="Dynamic ReLU",
    family="rectifier",
    latex=r"f(x)=\max(a_1x+b_1,\ a_2x+b_2)",
    derivative_latex=r"f'(x)=\begin{cases}a_1 & a_1x+b_1>a_2x+b_2\\ a_2 & a_1x+b_1<a_2x+b_2\end{cases}",
    fn=dynamic_relu,
    derivative_fn=derivative,
    params=tuple(Param(name, symbol, default, low=-1.0, high=1.0, step=0.01) for name, symbol, default in KNOBS),
    range=image,
    kinks=kinks,
    monotone=monotone,
    convex=lambda slope1, slope2, **_: "affine" if slope1 == slope2 else "convex",
    smoothness=lambda slope1, slope2, **_: np.inf if slope1 == slope2 else 0,
    symmetry=symmetry,
    sources=cite("Chen2020"),
)
