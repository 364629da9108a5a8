"""What the claims about tanh must show: closed forms and integrals in 30-digit arithmetic."""

from math import erfc, nan, sqrt

from mpmath import exp, log, mp, mpf, npdf, quad, sech, tanh
from pytest import approx

mp.dps = 30
MAX = (2 - mpf(2) ** -52) * mpf(2) ** 1023
MAX32 = (2 - mpf(2) ** -23) * mpf(2) ** 127
NONE = approx(nan, nan_ok=True)


def moments(m):
    """Mean and variance of tanh(m + Z)."""
    edges = [-12, -6, -3, -1, 0, 1, 3, 6, 12]
    first, second = (quad(lambda z, k=k: tanh(m + z) ** k * npdf(z), edges) for k in (1, 2))
    return [approx(float(first), rel=1e-6, abs=1e-13), float(second - first**2)]


def slope(x):
    return float(sech(x) ** 2)


def value(x):
    return float(tanh(x))


def drift(mean):
    """The geometric series of a cell state after 50 steps."""
    keep = 1 / (1 + exp(-mpf(3)))
    return float(mpf(mean) / 2 * (1 - keep**50) / (1 - keep))


def action(u):
    """In the range from -2 to 4, by tanh and clipped, each with its slope."""
    flat = abs(u) > 1
    clipped = [-2.0 if u < 0 else 4.0, 0.0] if flat else [1.0 + 3 * u, 3.0]
    return [1 + 3 * value(u), 3 * slope(u), *clipped]


EXPECTED = {
    "C040": {
        "gone": approx(19.0, abs=0.1),
        "value": value(1),
        "twin": 0.7615941560,
        "table": [
            [slope(1), slope(1), approx(0.0, abs=1e-15)],
            [slope(5), slope(5), approx(0.0, abs=2e-12)],
            [approx(slope(10), rel=1e-7), slope(10), approx(0.0, abs=5e-8)],
            [approx(slope(15), rel=1e-3), slope(15), approx(0.0, abs=1e-3)],
            [0.0, slope(20), 1.0],
        ],
    },
    "C041": {
        "total": 1.8252897306565377,
        "table": [
            [0.9640275801, 0.6590011389],
            [0.7615941560, 0.2424329707],
            [0.0996679946, 0.0985658904],
            [float(tanh(2) + tanh(1) + tanh(mpf("0.1"))), 1.0],
        ],
    },
    "C042": {
        "tiny": 2.0**-52,
        "error": 2.0**-52 / 1e-16 - 1,
        "table": [
            [354.5447828564, 354.8913564467],
            [float(log(MAX32 / 2) / 2), float(log(MAX32) / 2)],
            [approx(float(log(32760) / 2), abs=0.004), approx(float(log(65520) / 2), abs=0.004)],
        ],
    },
    "C043": {
        "float64": 709.7827128934,
        "float32": float(log(MAX32)),
        "float16": approx(float(log(65520)), abs=0.008),
        "table": [[NONE, -1.0], [approx(0.0, abs=1e-30), 1e-17], [value(1), value(1)], [1.0, 1.0], [NONE, 1.0]],
    },
    "C044": {
        "spread": 0.3942944904,
        "leaning": moments(1)[0],
        "table": [moments(0), moments(0.5), moments(1), [float(1 - exp(-2)), moments(2)[1]]],
    },
    "C045": {
        "keep": float(1 / (1 + exp(-3))),
        "drift": drift(0.5),
        "table": [[0.0, 0.0, 0.0], [0.5, drift(0.5), value(drift(0.5))]],
    },
    "C046": {
        "outside": erfc(1 / sqrt(2)),
        "table": [action(u) for u in (-3, -1.5, 0, 1.5, 3)],
    },
}
