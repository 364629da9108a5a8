"""What the claims about Maxout, Softplus and Softsign must show: 40-digit arithmetic and the theory of wide layers."""

from math import inf, prod

import numpy as np
from mpmath import exp, findroot, log, log1p, mp, mpf, ncdf, tanh
from pytest import approx

mp.dps = 40
NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(100)
WIDE = 0.2  # a network of finite width is this close to the theory


def exact(x):
    return float(log1p(exp(mpf(x))))


def tiny(x):
    return approx(exact(x), rel=1e-9, abs=0)


def sigmoid(x):
    return float(1 / (1 + exp(-mpf(x))))


def slopes(x):
    return [float(1 / (1 + abs(mpf(x))) ** 2), float(1 - tanh(mpf(x)) ** 2)]


def theory(f, slope, layers=20):
    """What is left of a gradient in an infinitely wide network: the product of E f'(z)^2, layer by layer."""
    square, factors = 1.0, []
    for _ in range(layers):
        z = np.sqrt(square) * NODES
        factors.append(np.average(slope(z) ** 2, weights=WEIGHTS))
        square = np.average(f(z) ** 2, weights=WEIGHTS)
    return approx(prod(factors) ** 0.5, rel=WIDE)


CROSS = findroot(lambda x: 1 - tanh(x) ** 2 - 1 / (1 + x) ** 2, 1.6)
ABOVE, INSIDE = float(1 - ncdf(0.5)), float(2 * ncdf(0.5) - 1)
THREE_UNITS = approx(3 * 2.0**-52, rel=1e-9, abs=0)  # what 1 + e^-35 keeps beyond 1

EXPECTED = {
    "C114": {"absolute": 0, "table": [[1 / k**2, 1 / (2 * k**2)] for k in (2, 4, 8, 16)]},
    "C115": {"table": [[k * (784 * 128 + 128), k] for k in (1, 2, 3, 5)]},
    "C116": {"table": [[ABOVE, 0.5], [ABOVE, 0.5], [INSIDE, 0]]},
    "C117": {"gap": float(log(2)), "table": [[max(x, 0), exact(x), *[sigmoid(x)] * 2] for x in (-2, 0, 2, 5)]},
    "C118": {
        "table": [
            [0, 4, 0.5],
            [exact(-4), exact(4), 0],
            [sigmoid(-4), sigmoid(4), 0],
            [float(-tanh(4)), float(tanh(4)), 0],
        ]
    },
    "C119": {
        "overflow": float(log(mpf(2) ** 1024)),
        "overflow32": float(128 * log(2)),
        "underflow": float(-53 * log(2)),
        "cut": 20,
        "billionths": 1e9 * exact(-20),
        "table": [[0, tiny(-40)], [THREE_UNITS, tiny(-35)], [exact(0)] * 2, [709] * 2, [inf, 710]],
    },
    "C120": {
        "cross": float(CROSS),
        "height": float(1 / (1 + CROSS) ** 2),
        "softsign_left": theory(lambda z: z / (1 + abs(z)), lambda z: 1 / (1 + abs(z)) ** 2),
        "tanh_left": theory(np.tanh, lambda z: 1 / np.cosh(z) ** 2),
        "table": [slopes(x) for x in (0.5, 1, 2, 5, 10)],
    },
    "C121": {
        "table": [[x / (1 + abs(x)), *[1 / (1 + abs(x)) ** 2] * 2, slopes(x)[1]] for x in (-3, 0, 1, 3)],
    },
    "C122": {"left": approx(2, rel=1e-5), "right": approx(-2, rel=1e-5)},
}
