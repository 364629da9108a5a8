"""What the claims about the sigmoid must show: closed forms and integrals in 30-digit arithmetic."""

from math import erf

from mpmath import e, exp, log, mp, mpf, npdf, quad, sqrt, workprec
from pytest import approx

mp.dps = 30
LN2 = log(2)
LN_MAX = log((2 - mpf(2) ** -52) * mpf(2) ** 1023)
LN_MAX32 = log((2 - mpf(2) ** -23) * mpf(2) ** 127)


def s(x):
    return 1 / (1 + exp(-mpf(x)))


def row(*cells):
    return [float(cell) for cell in cells]


def moments(m, spread):
    """Mean and variance of s(m + spread Z)."""
    edges = [-12, -6, -3, -1, 0, 1, 3, 6, 12]
    first, second = (quad(lambda z, k=k: s(m + spread * z) ** k * npdf(z), edges) for k in (1, 2))
    return row(first, second - first**2)


def rounded_slope(x):
    """s (1 - s) with every operation rounded to 53 bits."""
    with workprec(53):
        value = 1 / (1 + exp(-mpf(x)))
        return value * (1 - value)


def slope(x):
    return exp(-x) / (1 + exp(-x)) ** 2


def error(x):
    return float(abs(rounded_slope(x) / slope(mpf(x)) - 1))


def losses(z):
    missing = s(z) - 1
    return row(s(z), missing, 2 * missing * slope(mpf(z)))


def secant(x, h):
    return (s(x + h) - s(x)) / h


def stretch(n, mean, variance):
    return float(1 + n * mpf(mean) ** 2 / variance)


VARIANCE = moments(0, 1)[1]
RELU_MEAN = 1 / sqrt(2 * mp.pi)
SHORT = [mpf(h) for h in ("1", "0.1", "0.01", "0.001")]
NORMAL = [(0, 1), (0, 5), (3, 1), (-2, mpf("0.5"))]

EXPECTED = {
    "C029": {
        "value": 0.8807970780,
        "slope": approx(0.1049935854, rel=1e-9),
        "table": [row(s(x), slope(x), slope(x), slope(x)) for x in (-2, 0, 2, 5)],
    },
    "C030": {
        "one": float(53 * LN2),
        "log": -40.0,
        "table": [
            row(53 * LN2, -LN_MAX),
            row(24 * LN2, -LN_MAX32),
            [approx(float(11 * LN2), rel=1e-3), approx(float(-log(65520)), rel=1e-3)],
        ],
    },
    "C031": {
        "mean": 0.5,
        "variance": 0.0433790359,
        "total": float(2 * s(5) + s(-5)),
        "table": [moments(*at) for at in NORMAL],
    },
    "C032": {
        "secant": 0.2310585786,
        "middle": 0.25,
        "end": 0.1966119332,
        "table": [row(secant(1, -h), secant(1, h), 0, 1) for h in SHORT],
    },
    "C033": {
        "edge": 2.9444389792,
        "share": approx(0.9968, abs=5e-5),
        "table": [[erf(float(log(19) / spread / sqrt(2)))] for spread in (1, 2, 3, 5, 10)],
    },
    "C034": {
        "first": 0.1,
        "second": 0.35,
        "third": 0.45,
        "table": [
            [stretch(n, 0.5, VARIANCE), stretch(n, RELU_MEAN, mpf(1) / 2 - RELU_MEAN**2), 1.0] for n in (10, 100, 1000)
        ],
    },
    "C035": {
        "error": approx(error(30), rel=1e-4),
        "table": [
            [8.533047625744065e-17, 8.533047625744065e-17, approx(0.0, abs=1e-15)],
            [2.0611536879e-09, float(slope(20)), approx(3.6e-8, rel=0.01)],
            [float(rounded_slope(30)), float(slope(30)), approx(1.0e-3, rel=0.03)],
            [0.0, 8.533047625744065e-17, 1.0],
        ],
    },
    "C037": {
        "entropy": -0.9999546,
        "squared": float(losses(-10)[2]),
        "table": [losses(z) for z in (-10, -5, 0, 5)],
    },
    "C038": {
        "share": float(e**5 / (2 * e**5 + e**-5)),
        "own": 0.9933071490757,
        "table": [row(exp(z) / (2 * e**5 + e**-5), s(z)) for z in (5, 5, -5)],
    },
    "C039": {
        "slope": 1.0,
        "table": [
            row(-1.8102965072897328, 2 * mp.tanh(mpf(-3) / 2), 4 * slope(3)),
            [0.0, 0.0, 1.0],
            row(1.5231883119, 2 * mp.tanh(1), 4 * slope(2)),
        ],
    },
}
