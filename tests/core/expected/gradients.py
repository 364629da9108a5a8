"""What the claims about gradients must show; from mpmath, closed forms, and means over infinitely wide layers."""

import numpy as np
from mpmath import acosh, atanh, erfc, exp, findroot, inf, log, mp, mpf, npdf, quad, sech, sqrt
from pytest import approx

mp.dps = 30
ALPHA, SCALE = mpf("1.6732632423543772848"), mpf("1.0507009873554804934")


def d_sigmoid(x):
    return float(exp(-abs(mpf(x))) / (1 + exp(-abs(mpf(x)))) ** 2)


def d_tanh(x):
    return float(sech(mpf(x)) ** 2)


def d_gelu(x):
    x = mpf(x)
    return float(erfc(-x / sqrt(2)) / 2 + x * npdf(x))


def d_silu(x):
    x = mpf(x)
    return float((1 + exp(-x) * (1 + x)) / (1 + exp(-x)) ** 2)


def silu(x):
    return x / (1 + exp(-x))


def selu(x):
    return SCALE * x if x > 0 else SCALE * ALPHA * (exp(x) - 1)


def d_selu(x):
    return SCALE if x > 0 else SCALE * ALPHA * exp(x)


def mean(g):
    return quad(lambda z: g(z) * npdf(z), [-inf, -4, 0, 4, inf])


def balance(f, slope):
    """The gain that holds a variance of 1, and what it does to a deviation from it."""
    second = mean(lambda z: f(z) ** 2)
    return [
        approx(float(1 / sqrt(second)), abs=1e-4),
        approx(float(mean(lambda z: z * f(z) * slope(z)) / second), abs=1e-4),
    ]


def logistic(x):
    return 1 / (1 + np.exp(-x))


def fading(last, depth=20):
    """The gradient below the `last` of `depth` infinitely wide sigmoid layers, by Gauss and Hermite."""
    z, weight = np.polynomial.hermite_e.hermegauss(180)
    weight, second, factors = weight / weight.sum(), 1.0, []
    for _ in range(depth):
        y = logistic(np.sqrt(second) * z)
        second = float(weight @ y**2)
        factors.append(float(weight @ (y * (1 - y)) ** 2))
    return approx(np.sqrt(np.prod(factors[-last:])), rel=0.1)


CROSS = float(2 * acosh((1 + sqrt(3)) / 2))
HALF_OFF = 2.0 ** (-50 / 2)  # each layer of ReLU halves the second moment

EXPECTED = {
    "C020": {
        "saturated": approx(0, abs=1e-5),
        "table": [[n, approx(0.25**n, rel=5e-3), fading(n)] for n in (5, 10, 20)],
    },
    "C021": {
        "steepest": 0.25,
        "edge": float(log((1 + sqrt(mpf("0.96"))) / (1 - sqrt(mpf("0.96"))))),
        "table": [[d_sigmoid(x)] for x in (-10, -5, 0, 2, 5, 10)],
    },
    "C022": {
        "rounded": float(atanh(1 - mpf(2) ** -25)),
        "table": [[0], [d_sigmoid(-5)], [d_tanh(-5)]],
    },
    "C023": {
        "tenth": float(atanh(sqrt(mpf("0.9")))),
        "hundredth": float(atanh(sqrt(mpf("0.99")))),
        "share": d_tanh(2),
        "table": [[d_tanh(x)] for x in (1, 2, 3, 5)],
    },
    "C024": {
        "cross": CROSS,
        "height": float((2 - sqrt(3)) / 2),
        "table": [[d_tanh(x), d_sigmoid(x)] for x in (0, 1, 2, 3)],
    },
    "C025": {
        "off": 0.5,
        "lecun": approx(2.0**-10, rel=0.2),
        "he": approx(1, rel=0.2),
        "double": approx(2.0**10, rel=0.2),
    },
    "C026": {
        "table": [
            [approx(HALF_OFF / 2, rel=0.7), approx(2**0.5, abs=1e-4), 1],
            [approx(1.3e-15, rel=0.5), *balance(silu, d_silu)],
            [approx(0.99, rel=0.1), *balance(selu, d_selu)],
        ]
    },
    "C027": {
        "turn": float(findroot(lambda x: erfc(-x / sqrt(2)) / 2 + x * npdf(x), -0.75)),
        "lost": approx(1 / 2.1e-6, rel=0.2),
        "he": approx(0.277, rel=0.3),
        "table": [[d_gelu(x), d_sigmoid(x)] for x in (-1, -3, -5, -8)],
    },
    "C028": {"table": [[d_silu(x), float(x > 0)] for x in (10, 1, -5, -10, -20)]},
}
