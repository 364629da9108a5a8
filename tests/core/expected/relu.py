"""What the claims about ReLU must show: closed forms, 20-digit integrals, and the theory of very wide layers."""

from math import inf

from mpmath import asin, cos, exp, log, log1p, log10, mp, mpf, ncdf, npdf, pi, quad, tanh
from pytest import approx

mp.dps = 20
SCALE, FLOOR = mpf("1.0507009873554804934"), mpf("1.6732632423543772848")
SHAPES = {
    "softplus": lambda x: log1p(exp(x)),
    "relu": lambda x: max(x, 0),
    "leaky_relu": lambda x: max(x, x / 100),
    "gelu": lambda x: x * ncdf(x),
    "silu": lambda x: x / (1 + exp(-x)),
    "elu": lambda x: x if x > 0 else exp(x) - 1,
    "selu": lambda x: SCALE * (x if x > 0 else FLOOR * (exp(x) - 1)),
    "tanh": tanh,
}


def mean(g):
    """E g(Z) for a standard normal Z; g may have a corner at 0."""
    return quad(lambda z: g(z) * npdf(z), [-12, -4, 0, 4, 12])


def variance(f):
    return mean(lambda z: f(z) ** 2) - mean(f) ** 2


def bent(f):
    return 1 - mean(lambda z: z * f(z)) ** 2 / variance(f)


def chord(pieces):
    """The greatest distance of cos from its chord over [0, h]: where sin x is the steepness of the chord."""
    h = 2 * pi / pieces
    fall = (1 - cos(h)) / h
    return float(cos(asin(fall)) - 1 + fall * asin(fall))


def rate(current):
    return float(1 / (mpf(1) / 5 + log(current / (current - 1))))


LEAKY = [11.0]  # gradients: (alpha z - target) alpha, with z falling by twice the step
WEIGHT = [1.0, -1.2]
for _ in range(3):
    LEAKY.append((0.01 * 2 * (WEIGHT[-1] - 0.5) + 10) * 0.01)
    WEIGHT.append(WEIGHT[-1] - 0.2 * LEAKY[-1])

EXPECTED = {
    "C047": {"lowest": 0, "push": 11, "table": [[1, 0, 1, 1, 11], *[[-1.2, -2.2, -3.4, 0, 0]] * 3]},
    "C048": {"table": [[0], [1], [0], [0]]},
    "C049": {"few": chord(4), "many": chord(16), "table": [[0, 0], [1, 0], [0, -6], [-6, -6]]},
    "C050": {
        "off": approx(0.5, abs=0.01),
        "dead": 0,
        "dead_low": approx(1, abs=0.01),
        "table": [[1, 11, 1, 11], *([-1.2, 0, WEIGHT[k], LEAKY[k]] for k in (1, 2, 3))],
    },
    "C051": {"share": float(1 / pi), "table": [[float(mean(f)), float(variance(f))] for f in SHAPES.values()]},
    "C053": {"table": [[0, 0], [0, 0], *([rate(mpf(i)), i - 1] for i in (1.5, 2, 5, 20, 1000))]},
    "C055": {
        "lecun": approx(float(15 * log10(2)), abs=0.3),
        "he": approx(0, abs=0.3),
        "table": [[0], *([float(bent(SHAPES[n]))] for n in ("tanh", "gelu", "relu")), [1 - 2 / float(pi)], [1]],
    },
    "C056": {"largest": 65504, "layer": approx(28, abs=2), "table": [[60000, 6], [65504, 6], [inf, 6]]},
}
