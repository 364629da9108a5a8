"""What the claims about ELU and SELU must show; closed forms and quadrature in 50-digit arithmetic."""

from functools import cache

import mpmath as mp
from pytest import approx

mp.mp.dps = 50
HALF = mp.mpf(1) / 2
BIG_PHI, DENSITY_AT_0 = mp.ncdf, 1 / mp.sqrt(2 * mp.pi)


def mean(f, at=0, sd=1, power=1):
    """E f(at + sd Z)^power, split where f bends."""
    bend = -mp.mpf(at) / sd
    points = [-12, *([bend] if abs(bend) < 12 else []), 12]
    with mp.workdps(30):
        return mp.quad(lambda z: f(at + sd * z) ** power * mp.npdf(z), points)


# E min(e^Z - 1, 0) = e^(1/2) Phi(-1) - 1/2, hence everything about ELU and SELU
BELOW = mp.exp(HALF) * BIG_PHI(-1) - HALF
ELU_MEAN = DENSITY_AT_0 + BELOW
ALPHA = -DENSITY_AT_0 / BELOW
BELOW_SQUARED = mp.exp(2) * BIG_PHI(-2) - 2 * mp.exp(HALF) * BIG_PHI(-1) + HALF
SCALE = 1 / mp.sqrt(HALF + ALPHA**2 * BELOW_SQUARED)


def moments(q):
    """E f and E f^2 of SELU for inputs of variance q, and E f'^2."""
    s, q = mp.sqrt(q), mp.mpf(q)
    e1, e2 = mp.exp(q / 2) * BIG_PHI(-s), mp.exp(2 * q) * BIG_PHI(-2 * s)
    first = SCALE * (s * DENSITY_AT_0 + ALPHA * (e1 - HALF))
    second = SCALE**2 * (q / 2 + ALPHA**2 * (e2 - 2 * e1 + HALF))
    return first, second, SCALE**2 * (HALF + ALPHA**2 * e2)


@cache
def deep_selu(variance, depth):
    """The standard deviation after `depth` layers of infinite width, and the growth of the gradient."""
    second, gradient = mp.mpf(1), mp.mpf(1)
    for _ in range(depth):
        first, second, slope = moments(variance * second)
        gradient *= variance * slope
    return float(mp.sqrt(second - first**2)), float(mp.sqrt(gradient))


def silu(z):
    return z / (1 + mp.exp(-z))


def mish(z):
    return z * mp.tanh(mp.log1p(mp.exp(z)))


def noisy(f, at):
    """The standard deviation of f(at + Z/10)."""
    sd = mp.mpf(1) / 10
    return float(mp.sqrt(mean(f, at, sd, 2) - mean(f, at, sd) ** 2))


def elu(x):
    return x if x > 0 else mp.expm1(x)


def lost(digits):
    """exp(x) - 1 in doubles (each step rounded once) at x = -10^-digits, the truth, and the relative error."""
    x = mp.mpf(-(10.0**-digits))
    got, true = mp.mpf(float(mp.exp(x))) - 1, mp.expm1(x)
    return [float(got), float(true), approx(float(abs(got / true - 1)), rel=1e-3, abs=2e-16)]


NOISE = {
    "elu": [noisy(elu, at) for at in (-4, 0, 4)],
    "leaky": [noisy(lambda x: x if x > 0 else x / 100, at) for at in (-4, 0, 4)],
    "relu": [0.0, float(mp.sqrt(HALF - DENSITY_AT_0**2) / 10), 0.1],
}
EXPECTED = {
    "C068": {
        "floor": float(-54 * mp.log(2)),  # e^x is half a last digit of 1 - 2^-53
        "table": [[-1.0], [-0.9502129316321360], [0.5], [5.0], [1000.0]],
    },
    "C069": {
        "sum": 3 - float(1 - mp.exp(-1)),
        "lowest": -0.6321205588285577,
        "table": [[2.0, 0.7053845127], [1.0, 0.2594964603], [-0.6321205588, 0.0351190270], [2.3678794412, 1.0]],
    },
    "C070": {"fixed": 1, "dense": 100_480, "maxout": 200_960},
    "C071": {
        "relu": float(DENSITY_AT_0),
        "elu": float(ELU_MEAN),
        "alpha": 1.6732632423543772,
        "table": [
            [float(DENSITY_AT_0)],
            [float(1 / (2 * mp.sqrt(mp.pi)))],
            [float(mean(mish))],
            [float(mean(silu))],
            [0.1605205723],
            [0.0],
            [0.0],
        ],
    },
    "C072": {"table": [[0.5, 1, 1, 1], [1, 1, 1, 1], [2, 1, 1, 1]]},
    "C073": {
        "overflow": float(1024 * mp.log(2)),
        "table": [lost(n) for n in (3, 10, 15, 17)],
    },
    "C074": {
        "table": [
            [0.1839397206, 0.3678794412, 0.1839397206],
            [0.3678794412, 0.3678794412, 0.3678794412],
            [0.7357588823, 0.3678794412, 0.7357588823],
        ],
    },
    "C075": {
        "elu": float(mp.exp(-4) * mp.sqrt(mp.exp(0.02) - mp.exp(0.01))),
        "leaky": 0.001,
        "noise": 0.1,
        "relu_mean": 0.3989422804,
        "elu_mean": 0.1605205723,
        "table": [NOISE["elu"], NOISE["leaky"], NOISE["relu"], [0.1, 0.1, 0.1]],
    },
    "C076": {
        "flat": float(mp.log(mp.mpf(1) / 100)),
        "table": [[float(mp.exp(-x)), float(mp.sech(mp.mpf(x) / 2) ** 2 / 4)] for x in (1, 5, 10, 20)],
    },
    "C078": {
        "left": 1.0,
        "right": 0.0,
        "table": [[0.0, 0.5, -0.5], [0.0, 0.0, -1.0], [0.0, -1.0, -2.0]],
    },
    "C079": {
        "mean": 0.0,
        "second": 1.0,
        "left": 1.7580993408473766,
        "right": 1.0507009873554805,
        "lecun": approx(deep_selu(1, 50)[0], rel=0.05),
        "he": approx(deep_selu(2, 50)[0], rel=0.6),  # one network of width 256 scatters widely
    },
    "C080": {
        "scale": 0.9212845161,
        "shift": 0.1619709701,
        "dropped": -1.7580993408,
        "rate": 0.1,
        "special": approx(1, rel=0.005),
        "plain": approx(float(mp.sqrt(mp.mpf(10) / 9)), rel=0.005),
    },
    "C081": {
        "table": [[knobs, 4000, approx(0, abs=1e-15)] for knobs in (0, 1, 0, 0)],
    },
}
