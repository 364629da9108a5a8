"""What the claims about softmax must show: fractions, closed forms and hand calculation in 30-digit arithmetic."""

from math import nan

from mpmath import e, exp, log, mp, mpf, sqrt
from pytest import approx

mp.dps = 30
NONE = approx(nan, nan_ok=True)


def shares(*z):
    """Without any care for overflow: mpmath has none."""
    terms = [exp(mpf(x)) for x in z]
    return [float(t / sum(terms)) for t in terms]


def side(h):
    """The secant of e^z / (e^z + 2) from 0 to h."""
    return float((exp(h) / (exp(h) + 2) - mpf(1) / 3) / h)


def own(p):
    return p * (1 - p)


def sizes(gap):
    """Norms at the scores (gap, 0, 0) for the second class, from p = (a, b, b)."""
    b = 1 / (exp(mpf(gap)) + 2)
    a, one = 1 - 2 * b, mpf(1)
    matrix = [
        [2 * a * b, -a * b, -a * b],
        [-a * b, b * (one - b), -b * b],
        [-a * b, -b * b, b * (one - b)],
    ]
    missing = [a, b - 1, b]
    squared = [2 * sum(x * y for x, y in zip(line, missing, strict=True)) for line in matrix]
    norms = (sum(x * x for line in matrix for x in line), sum(x * x for x in missing), sum(x * x for x in squared))
    return [float(sqrt(n)) for n in norms]


def brief(*numbers):
    """To the four digits that a narrow table has room for."""
    return [float(f"{float(number):.4g}") for number in numbers]


def peak(count):
    """The last term of a geometric series with `count` terms, over its sum."""
    step = mpf(20) / (count - 1)
    return float((1 - exp(-step)) / (1 - exp(-step * count)))


P1, P2, P3 = 0.0900305732, 0.2447284711, 0.6652409558
DIAGONAL = [0.2226954265, 0.1848364465, 0.0819250691]

EXPECTED = {
    "C106": {
        "own": 2 / 9,
        "other": -1 / 9,
        "table": [[side(-h), side(h), 0.0, 1.0] for h in (mpf(1), mpf("0.1"), mpf("0.01"), mpf("0.001"))],
    },
    "C107": {
        "table": [[p, d, relu] for relu in (0.0, 1.0) for p, d in zip((P3, P2, P1), DIAGONAL, strict=True)],
    },
    "C108": {
        "first": P1,
        "second": P2,
        "third": P3 - 1,
        "table": [
            [own(P1), -0.02203304452, -0.05989202454, 0.0],
            [-P1 * P2, own(P2), -0.16280340199, 0.0],
            [-P1 * P3, -P2 * P3, own(P3), 0.0],
        ],
    },
    "C109": {
        "entropy": float(sqrt(2)),
        "squared": sizes(20)[2],
        "table": [
            brief(sqrt(2) / 3, sqrt(6) / 3, 2 * sqrt(6) / 9),
            brief(sqrt(2) / 3, sqrt(6) / 3, 2 * sqrt(6) / 9),
            brief(*sizes(10)),
            brief(*sizes(20)),
        ],
    },
    "C110": {
        "pair": 0.8455347349,
        "sigmoid": float(1 / (1 + exp(mpf("-1.7")))),
        "table": [
            [0.0985658904, 0.6590011389, 1.0],
            [1 - 0.8455347349, 0.8455347349, 1.0],
            [approx(float(exp(-40)), rel=1e-6), 1.0, 1.0],
            [0.0, 1.0, 1.0],
            [1.0, 1.0, 1.0],
        ],
    },
    "C111": {
        "float64": 709.7827128934,
        "float16": approx(float(log(65520)), abs=0.008),
        "row": 0.5,
        "table": [
            brief(*shares(2, 1), *shares(2, 1)),
            [NONE, NONE, *brief(e / (e + 1), 1 / (e + 1))],
            [NONE, NONE, *brief(*shares(-1000, -1001))],
            [0.0, 0.0, 0.5, 0.5],
        ],
    },
    "C112": {
        "table": [[peak(10), 1.0], [0.1829215792, 1.0], [0.0956171601, 1.0], [peak(1000), 1.0]],
    },
    "C113": {
        "table": [shares(2, 4, 6), [P1, P2, P3], shares(0.1, 0.2, 0.3), shares(101, 102, 103)],
    },
}
