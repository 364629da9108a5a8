"""What the claims about choosing and using must show; closed forms, hand calculation and 50-digit arithmetic."""

import mpmath as mp
from pytest import approx

from core.expected.elu import ALPHA, ELU_MEAN, SCALE, mean, moments, silu
from core.expected.leaky import said

mp.mp.dps = 50
INF = float("inf")
DENSITY_AT_0 = 1 / mp.sqrt(2 * mp.pi)


def selu_gradient(depth):
    """How much a gradient grows behind `depth` layers of SELU of infinite width with He initialisation."""
    size, growth = mp.mpf(1), mp.mpf(1)
    for _ in range(depth):
        _, second, slope = moments(2 * size)
        size, growth = second, growth * 2 * slope
    return float(mp.sqrt(growth))


def settled(w, steps):
    h = mp.mpf(1)
    for _ in range(steps):
        h = mp.tanh(w * h)
    return float(h)


def sigma(z):
    return 1 / (1 + mp.exp(-mp.mpf(z)))


def row(f):
    y = [f(mp.mpf(z)) for z in (2, 1, -1)]
    return [float(v) for v in (*y, sum(y))]


def merits(f, slope_max, zeros=0, firsts=0):
    """Zeros, mean, variance, steepest slope, gain, and how often nearest to 1, 0, 1, 1, 1."""
    first, second = mean(f), mean(f, power=2)
    return [zeros, approx(float(first), abs=1e-8), float(second - first**2), slope_max, float(second**-0.5), firsts]


def steepest(f, guess):
    """The largest slope, where the second derivative changes sign."""
    at = mp.findroot(lambda x: mp.diff(f, x, 2), guess)
    return float(mp.diff(f, at))


def mish(z):
    return z * mp.tanh(mp.log1p(mp.exp(z)))


def selu(z):
    return SCALE * z if z > 0 else SCALE * ALPHA * mp.expm1(z)


MERITS = [
    merits(lambda z: max(z, 0), 1, zeros=0.5, firsts=2),
    merits(lambda z: z if z > 0 else z / 100, 1, firsts=1),
    merits(lambda z: z if z > 0 else mp.expm1(z), 1, firsts=1),
    merits(selu, float(SCALE * ALPHA), firsts=3),
    merits(silu, steepest(silu, 2.4)),
    merits(lambda z: z * mp.ncdf(z), float(mp.ncdf(mp.sqrt(2)) + mp.sqrt(2) * mp.npdf(mp.sqrt(2)))),
    merits(mish, steepest(mish, 1.5)),
    merits(mp.tanh, 1, firsts=2),
    merits(sigma, 0.25),
]
EXPS = mp.exp(2) + mp.exp(1) + mp.exp(-1)
GATES = [[float(x > 0), float(sigma(x)), float(mp.ncdf(x)), float(mp.tanh(x) / x)] for x in (-3, -1, 1, 3)]
EXPECTED = {
    "C129": {
        "relu": approx(1, rel=0.3),  # He: every layer keeps the gradient, on average
        "identity": approx(2**15, rel=0.15),
        "selu": approx(selu_gradient(30), rel=0.4),
        "per_layer": approx(float(mp.sqrt(mp.pi / (mp.pi - 1))), rel=0.03),  # slope^2 1/2, variance 1/2 - 1/(2 pi)
    },
    "C130": {"table": [[a] for _, a in said("leakyrelu")]},
    "C131": {
        "sigmoid": float(sigma(2) + 1),
        "softmax": 1.0,
        "table": [
            row(lambda z: mp.exp(z) / EXPS),
            row(sigma),
            [2, 1, -1, 2],
            row(lambda z: mp.log(1 + mp.exp(z))),
            row(mp.tanh),
        ],
    },
    "C134": {
        "grown": float(mp.mpf("1.1") ** 50),
        "shrunk": float(mp.mpf("0.9") ** 50),
        "settled": settled(mp.mpf("1.1"), 50),
    },
    "C135": {
        "before": float(sigma(2)),
        "after": 0.5,
        "table": [[-3, float(sigma(-2)), 0, 0.5], [-1, float(sigma(2)), 0, 0.5]],
    },
    "C138": {"rows": 5, "columns": 1, "table": [[1], [0], [0], [3], [0]]},
    "C140": {"table": [[], [], [], []]},  # names only
    "C141": {"table": [[-1, -2], [-0.5, 1], [0, 1]]},
    "C142": {
        "table": [
            [0, 1, 0.5, 0],
            [-1, 1, 0, 0],
            [0, INF, float(DENSITY_AT_0), 0.5],
            [-INF, INF, float(DENSITY_AT_0) * 0.99, 0],
            [-1, INF, float(ELU_MEAN), 0],
            [float(-mp.lambertw(mp.exp(-1)).real), INF, float(mean(silu)), 0],
            [-0.1699712074799037, INF, float(1 / (2 * mp.sqrt(mp.pi))), 0],
        ],
    },
    "C143": {"values": 161, "error": approx(float(DENSITY_AT_0 * 2 * mp.mpf("0.1") ** 2 / 8), rel=0.005)},  # h^2/8 f''
    "C144": {"table": GATES},
    "C145": {"merits": 5, "most": 3, "table": MERITS},
}
assert abs(SCALE - mp.mpf("1.0507009873554805")) < 1e-15
