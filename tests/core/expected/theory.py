"""What the claims about purpose, theory and history must show; from mpmath, closed forms, or second implementations."""

import numpy as np
from mpmath import atanh, cos, diff, e, erf, exp, findroot, lambertw, mp, mpf, ncdf, pi, sin, sqrt, tanh
from pytest import approx

from core.expected.elu import deep_selu

mp.dps = 40


def sigmoid(x):
    return 1 / (1 + exp(-x))


def chord_error(units):
    """The largest distance of a sine wave from the broken line through `units` + 1 of its points on [-1, 1]."""
    worst = mpf(0)
    for k in range(units):
        a, b = -1 + mpf(2 * k) / units, -1 + mpf(2 * k + 2) / units
        slope = (sin(pi * b) - sin(pi * a)) / (b - a)
        at = findroot(lambda x, m=slope: pi * cos(pi * x) - m, ((a + b) / 2 + a) / 2)
        for x in (at, (a + b) - at, (a + b) / 2):
            if a <= x <= b:
                worst = max(worst, abs(sin(pi * x) - sin(pi * a) - slope * (x - a)))
    return float(worst)


def floor_of_squares():
    """The best quadratic for an odd function is odd: c x, whose error is equal at the hump and, with c, at 1."""
    hump = findroot(lambda x: sin(pi * x) - pi * cos(pi * x) * (1 + x), 0.4)
    return float(pi * cos(pi * hump))


def nets():
    """The sixteen networks of the threshold experiment, one after the other."""
    random = np.random.default_rng(0)
    first, bias = random.standard_normal((16, 2, 6)), random.standard_normal((16, 1, 6))
    side = [k / 5 - 1 for k in range(11)]
    points = np.array([[a, b] for a in side for b in side])
    wanted = np.array([float(a * a + b * b < 0.5625) for a, b in points])
    return [(w, b[0], points, wanted) for w, b in zip(first, bias, strict=True)]


def frozen_loss(steps, rate=0.15):
    """Descent on a frozen hidden layer, in closed form: each eigenvector of the kernel decays at its own pace."""
    losses = []
    for weights, bias, points, wanted in nets():
        features = np.column_stack([points @ weights + bias > 0, np.ones(len(points))]).astype(float)
        values, vectors = np.linalg.eigh(features @ features.T)
        left = (vectors.T @ wanted) * (1 - 2 * rate / len(points) * values) ** steps
        losses.append(float(np.mean(left**2)))
    return float(np.mean(losses))


def surrogate(slope, steps=400, rate=0.15):
    """Farthest move and final loss, unit by unit; the chain rule written out for one network at a time."""
    moved, losses = 0.0, []
    for weights, bias, points, wanted in nets():
        w, b, v, c = weights.copy(), bias.copy(), np.zeros(6), 0.0
        for step in range(steps + 1):
            z = np.einsum("pi,ij->pj", points, w) + b
            h = np.heaviside(z, 0.0)
            residual = np.einsum("pj,j->p", h, v) + c - wanted
            if step == steps:
                break
            back = np.einsum("p,j,pj->pj", residual, v, slope(z))
            v, c = v - rate * 2 * np.einsum("p,pj->j", residual, h) / 121, c - rate * 2 * residual.mean()
            w, b = w - rate * 2 * np.einsum("pi,pj->ij", points, back) / 121, b - rate * 2 * back.mean(axis=0)
        losses.append(float(np.mean(residual**2)))
        moved = max(moved, float(np.abs(w - weights).max()))
    return [approx(moved, rel=0.15), approx(np.mean(losses), rel=0.03)]


def gap_to_gelu():
    """The largest distance of x s(1.702 x) from x Phi(x), near x = 2.25."""

    def gap(x):
        return x * (sigmoid(mpf("1.702") * x) - ncdf(x))

    return approx(float(max(abs(gap(findroot(lambda x: diff(gap, x), guess))) for guess in (0.8, 2.25))), rel=1e-6)


def gap_to_silu(beta):
    at = findroot(lambda x: diff(lambda t: t * (sigmoid(beta * t) - sigmoid(t)), x), 2 / sqrt(beta))
    return approx(float(abs(at * (sigmoid(beta * at) - sigmoid(at)))), rel=1e-6)


def wide(f, slope, variance, depth=20):
    """What infinitely wide layers leave of a gradient, by Gauss and Hermite."""
    z, weight = np.polynomial.hermite_e.hermegauss(180)
    weight, second, left = weight / weight.sum(), 1.0, 1.0
    for _ in range(depth):
        at = np.sqrt(variance * second) * z
        second, left = float(weight @ f(at) ** 2), left * variance * float(weight @ slope(at) ** 2)
    return left**0.5


def left(variance):
    """By function, in the order of the table: closed forms where there are any."""

    def s(z):
        return 1 / (1 + np.exp(-z))

    selu = deep_selu(variance, 20)[1]
    tanh_left = wide(np.tanh, lambda z: np.cosh(z) ** -2, variance)
    silu_left = wide(lambda z: z * s(z), lambda z: s(z) * (1 + z * s(-z)), variance)
    sigmoid_left = wide(s, lambda z: s(z) * s(-z), variance)
    return variance**10, selu, tanh_left, (variance / 2) ** 10, silu_left, sigmoid_left


GAP = gap_to_gelu()
DIP = float(lambertw(1 / e).real)
BEND = float(atanh(1 / sqrt(3)) * 3 / 2)  # where (tanh u)'' is largest: tanh^2 u = 1/3
FLOOR = floor_of_squares()
FAR = 1e3

EXPECTED = {
    "C001": {
        "first": 3,
        "second": 3,
        "bias": 5,
        "missed": 0.25,
        "table": [[0, 0.5, 0], [1, 0.5, 1], [1, 0.5, 1], [0, 0.5, 0]],
    },
    "C002": {
        "line": 0.5,
        "square": 0.125,
        "two": 0,
        "table": [[n, approx(chord_error(n), rel=1e-4), approx(FLOOR, rel=1e-4)] for n in (4, 8, 16, 32)],
    },
    "C003": {"right": 1, "left": 0, "draws": 1e6, "hits": 0},
    "C004": {
        "quotient": 0,
        "start": 45 / 121,  # the lattice points with a^2 + b^2 < 0.75^2, all of them missed
        "table": [
            [0, approx(frozen_loss(400), rel=3e-3)],
            surrogate(lambda z: np.where(np.abs(z) < 1, 1.0, 0.0)),
            surrogate(lambda z: 0.25 / np.cosh(z / 2) ** 2),
        ],
    },
    "C005": {"table": [[approx(v, rel=0.5) for v in both] for both in zip(left(1), left(2), strict=True)]},
    "C006": {
        "kept": approx(0.99, rel=0.1),
        "grown": approx(2**10, rel=0.2),
        "table": [
            [0, 1],
            [-1, 1],
            [-FAR / (1 + FAR), FAR / (1 + FAR)],
            [0, 6],
            [0, FAR],
            [-1, FAR],
            [0, FAR],
            [0, FAR],
        ],
    },
    "C007": {
        "relu": 0.5,
        "soft_shrink": float(erf(mpf(1) / 2 / sqrt(2))),
        "hard_swish": float((1 - erf(3 / sqrt(2))) / 2),
    },
    "C008": {"table": [[0, 0], [0.4, 0], [0.3, 0], [0.7, 1]]},
    "C009": {
        "slope": 0.25,
        "table": [[1 / (2 * h), float(tanh(mpf(h) / 2) / (2 * h))] for h in (0.1, 0.01, 0.001)],
    },
    "C012": {"gelu": GAP, "nearly": DIP / 100, "table": [[0], [0], [GAP], [DIP / 100]]},
    "C014": {"table": [[gap_to_silu(mpf(1) / 2)], [0], [gap_to_silu(mpf(2))]]},
    "C017": {
        "at_one": float(mpf("1.7159") * tanh(mpf(2) / 3)),
        "slope": 1.7159 * 2 / 3,
        "top": 1.7159,
        "bend": approx(BEND, abs=1e-3),
    },
}
