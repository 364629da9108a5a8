"""What the claims about self-gated functions must show; from 50-digit arithmetic."""

import math
from itertools import pairwise

import numpy as np
from mpmath import mp, mpf
from pytest import approx
from scipy.special import erfc

mp.dps = 50
ROOT2 = mp.sqrt(2)


def s(x):
    return 1 / (1 + mp.exp(-x))


def silu(x):
    return x * s(x)


def normal(x):
    return mp.erfc(-x / ROOT2) / 2


def gelu(x):
    return x * normal(x)


def gelu_tanh(x):
    return x / 2 * (1 + mp.tanh(mp.sqrt(2 / mp.pi) * (x + mpf("0.044715") * x**3)))


def mish(x):
    return x * mp.tanh(mp.log1p(mp.exp(x)))


def tight(value):
    """However small the number, six digits of it."""
    return approx(float(value), rel=1e-6, abs=0)


def product(log, sign):
    """The t at which t e^(+-t) has this logarithm."""
    return float(mp.findroot(lambda t: mp.log(t) + sign * t - log, abs(log)))


def slope(f, x):
    return float(mp.diff(f, x))


def flat(f, guess):
    """Where the slope is -0.01."""
    return float(mp.findroot(lambda x: mp.diff(f, x) + mpf("0.01"), guess))


def largest(f, guess):
    """The size of f at the extremum near the guess, and where it is."""
    at = mp.findroot(lambda x: mp.diff(f, x), mpf(guess))
    return float(abs(f(at))), approx(float(at), abs=2e-4)


def nearest(f):
    """The slope c for which the two humps of x s(cx) - f(x), one of either sign, are equally high; and that height."""
    x = np.linspace(0.0, 8.0, 8001)

    def humps(c):
        gap = x / (1 + np.exp(-c * x)) - f(x)
        return gap.max() + gap.min(), gap.max()

    low, high = 1.1, 1.9
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if humps(middle)[0] < 0 else (low, middle)
    return approx(low, rel=1e-3), approx(humps(low)[1], rel=1e-4)


def fast_gelu(x):
    return x / 2 * erfc(-x / math.sqrt(2))


def quantum(x):
    """GELU as 1 + erf leaves it: the sum is a whole number of steps of 2^-53."""
    return float(mpf(x) / 2 * mp.nint(mp.erfc(-mpf(x) / ROOT2) * 2**53) / 2**53)


def polyline(n):
    """How far SiLU is from its chords over n equal stretches of [-6, 6]."""
    ends = np.linspace(-6.0, 6.0, n + 1)
    worst = 0.0
    for a, b in pairwise(ends):
        x = np.linspace(a, b, 20_001)
        y, (fa, fb) = x / (1 + np.exp(-x)), (v / (1 + math.exp(-v)) for v in (a, b))
        worst = max(worst, float(np.abs(y - fa - (fb - fa) * (x - a) / (b - a)).max()))
    return worst, min(v / (1 + math.exp(-v)) for v in ends)


def plain_road(depth):
    """The spread of GELU's outputs in networks of infinite width, layer by layer."""
    z, w = np.polynomial.hermite_e.hermegauss(120)
    w, q, out = w / w.sum(), 1.0, []
    for _ in range(depth):
        y = fast_gelu(math.sqrt(q) * z)
        q = float(w @ y**2)
        out.append(math.sqrt(q - float(w @ y) ** 2))
    return out


def pushed_forward(kind, seed, depth=50, width=128, batch=64):
    """How much a small push at the input is magnified, by a complex step through another random network."""
    random, h = np.random.default_rng(seed), 1e-30
    x = random.standard_normal((batch, width)) + 1j * h * random.standard_normal((batch, width))
    start = np.linalg.norm(x.imag)
    for _ in range(depth):
        z = x @ random.standard_normal((width, width)) / math.sqrt(width)
        if kind == "BatchNorm":
            z = z - z.mean(0)
            z = z / np.sqrt((z * z).mean(0))
        elif kind == "RMSNorm":
            z = z / np.sqrt((z * z).mean(1, keepdims=True))
        x = z / (1 + np.exp(-z))
    return float(x.real.std()), float(np.linalg.norm(x.imag) / start)


def alike(kind, factor=0.9):
    """What is usual in other random networks, within a factor."""
    usual = np.exp(np.mean([np.log(pushed_forward(kind, seed)) for seed in (11, 12, 13)], axis=0))
    return [approx(float(v), rel=factor, abs=0) for v in usual]


TURN, DIP = -1 - mp.lambertw(mp.exp(-1)).real, -mp.lambertw(mp.exp(-1)).real
STEEP = mp.findroot(lambda x: x * mp.tanh(x / 2) - 2, mpf("2.4"))
FLAT_SILU, FLAT_GELU = flat(silu, -6), flat(gelu, -3)
TINY = mpf(2) ** -150  # half the smallest single; what is smaller rounds to zero
LARGE64, LARGE32 = mpf(2) ** 1024, mpf(2) ** 128
LEFT, RIGHT = (mp.findroot(lambda x: gelu(x) + mpf("0.1"), g) for g in ("-1.5", "-0.25"))
TANH_GAP = largest(lambda x: gelu_tanh(x) - gelu(x), 2.7)
SIGMOID_GAP = largest(lambda x: x * s(mpf("1.702") * x) - gelu(x), 2.3)
BEST, MIXED = nearest(fast_gelu), nearest(lambda x: (fast_gelu(x) + x / (1 + np.exp(-x))) / 2)
ROAD = plain_road(50)
PHI1 = float(normal(1))


def tossed(n):
    """Within four standard errors of the probability."""
    return approx(PHI1, abs=4 * math.sqrt(PHI1 * (1 - PHI1) / n))


EXPECTED = {
    "C084": {
        "turn": -1.2784645427610738,
        "lowest": -0.0998393201288669,
        "lowest_at": float(-STEEP),
        "table": [[slope(silu, -p), slope(silu, p), 1.0] for p in (1, 2, 3, 5)],
    },
    "C085": {
        "silu": -0.2784645427610738,
        "gelu": -0.1699712074799037,
        "mish": -0.3088434130172504,
        "table": [
            [-0.2784645427610738, -1.2784645427610738],
            [-0.1699712074799037, -0.7517915246935645],
            [-0.3088434130172504, -1.1924312145154952],
            [2 * float(DIP), 2 * float(TURN)],
            [float(DIP) / 2, float(TURN) / 2],
        ],
    },
    "C086": {
        "turn": float(TURN),
        "lowest": float(DIP),
        "table": [[float(silu(mpf(p))), slope(silu, mpf(p))] for p in ("-1.3", "-1.28", "-1.278", "-1.27", "-1.2")],
    },
    "C087": {
        "gone": approx(float(-mp.log(LARGE64) / 2), abs=1e-6),  # e^(-2x) is infinite beyond
        "undefined": approx(-product(mp.log(LARGE64), 1), abs=1e-6),  # so is x e^(-x)
        "table": [
            [slope(silu, 3)] * 3,
            [slope(silu, -3)] * 3,
            [tight(-1.5393118665011924e-128)] * 3,
            [tight(slope(silu, -400)), 0.0, tight(slope(silu, -400))],
            [tight(slope(silu, -705)), approx(math.nan, nan_ok=True), tight(slope(silu, -705))],
        ],
    },
    "C088": {
        "silu": 0.2784645428,
        "sharp": 0.002784645428,
        "table": [[0.2784645428 / b] for b in (0.5, 1, 2, 10, 100)],
    },
    "C089": {
        "below_leaky": FLAT_SILU,
        "textbook": approx(float(-mp.log(LARGE32)), abs=1e-5),
        "careful": -product(mp.log(TINY), -1),
        "table": [[tight(slope(silu, x))] for x in (-1, -5, -10, -20, -50)],
    },
    "C090": {"mean": 0.2066209641, "table": [alike("–"), alike("RMSNorm"), alike("BatchNorm")]},
    "C091": {"silu": 0.5, "sharp": 50.0, "table": [[b / 2, 1.0] for b in (1, 10, 100)]},
    "C092": {"gap": polyline(32)[0], "table": [[*polyline(n)] for n in (4, 8, 16, 32)]},
    "C093": {
        "steepest": 1.1289041452,
        "at": math.sqrt(2),
        "lowest": -0.1289041452,
        "table": [[float(gelu(x)), slope(gelu, x), slope(gelu, x)] for x in (-ROOT2, -1, 0, 1, ROOT2)],
    },
    "C094": {
        "short": float(gelu(-6) / gelu_tanh(-6)),
        "table": [[float(normal(x)), float(normal(x)), float(gelu_tanh(mpf(x)) / x)] for x in (1, -1, -3, -6)],
    },
    "C095": {
        "tanh": 0.000473235520687,
        "sigmoid": 0.0203348722092,
        "times": 0.0203348722092 / 0.000473235520687,
        "c": BEST[0],
        "best": BEST[1],
        "table": [[*TANH_GAP], [*SIGMOID_GAP], [BEST[1], approx(2.4266, abs=5e-3)]],
    },
    "C096": {
        "gone": approx(-8.3743889231, abs=1e-4),
        "off": abs(quantum(-8) / float(gelu(-8)) - 1),
        "table": [
            [float(gelu(-2)), float(gelu(-2)), approx(0, abs=1e-15)],
            [quantum(-5), float(gelu(-5)), approx(abs(quantum(-5) / float(gelu(-5)) - 1), rel=1e-3)],
            [tight(quantum(-8)), tight(gelu(-8)), abs(quantum(-8) / float(gelu(-8)) - 1)],
            [
                tight(quantum("-8.3")),
                tight(gelu(mpf("-8.3"))),
                approx(quantum("-8.3") / float(gelu(mpf("-8.3"))) - 1, rel=1e-3),
            ],
            [0.0, tight(-7.6198530242e-23), 1.0],
        ],
    },
    "C097": {
        "gain": 0.4252214826**-0.5,
        "kept": 2 * 0.4252214826,
        "table": [[k, approx(1, abs=0.1), approx(ROAD[k - 1], rel=0.6, abs=0)] for k in (1, 10, 20, 50)],
    },
    "C098": {"mean": tossed(1 << 20), "gelu": PHI1, "table": [[tossed(n)] for n in (10, 1000, 100_000, 1 << 20)]},
    "C099": {
        "flat": FLAT_GELU,
        "silu_flat": FLAT_SILU,
        "textbook": approx(float(-ROOT2 * mp.findroot(lambda t: mp.erfc(t) - mpf(2) ** -25, 3.9)), abs=1e-2),
        "table": [[tight(slope(gelu, x)), tight(slope(silu, x))] for x in (-1, -3, -5, -10)],
    },
    "C103": {
        "left": slope(gelu, LEFT),
        "right": slope(gelu, RIGHT),
        "table": [[float(x), -0.1, slope(gelu, x)] for x in (LEFT, RIGHT)],
    },
    "C104": {
        "gap": largest(lambda x: mish(x) - silu(x), 1.8)[0],
        "at": largest(lambda x: mish(x) - silu(x), 1.8)[1],
        "start": 0.6,
        "silu_start": 0.5,
        "table": [[float(mish(x)), float(silu(x))] for x in (-4, -1, 1, 4)],
    },
    "C105": {
        "gap": 0.1930019880,
        "at": approx(1.9654689641, abs=1e-4),
        "mixed": MIXED[1],
        "table": [[1.0, 0.0], [*BEST], [*MIXED]],
    },
}
