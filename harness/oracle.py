"""A second opinion in 50-digit arithmetic, written from the papers and not from our code.

One line for each function; `x` may be complex with a tiny imaginary part, whose image divided by it
is the derivative (the complex step), so piecewise definitions look at the real part only.
"""

from collections.abc import Callable
from functools import lru_cache

from mpmath import mp, mpc, mpf

from activations.functions.rrelu import slope as rrelu_slope  # the lot that is drawn is a matter of definition

mp.dps = 50
STEP = mpf(10) ** -40
NEAR = mpf(10) ** -15


def s(x):
    return 1 / (1 + mp.exp(-x))


def positive(x):
    return mp.re(x) > 0


def normal(x):
    """The standard normal distribution function."""
    at, beside = mp.re(x), mp.im(x)
    far = abs(at) > 1e15  # where mpmath's erfc would overflow
    value = mpf(int(positive(x))) if far else mp.erfc(-at / mp.sqrt(2)) / 2
    return value + beside * mp.npdf(at) * 1j if beside else value  # mpmath's own takes complex numbers 50 times as long


def error(x):
    """The error function; mpmath's own takes complex numbers 50 times as long."""
    at, beside = mp.re(x), mp.im(x)
    value = mp.erf(at)
    return value + beside * 2 / mp.sqrt(mp.pi) * mp.exp(-at * at) * 1j if beside else value


def rectify(x, left):
    return x if positive(x) else left()


def clip(x, low, high):
    return mpf(low) if mp.re(x) <= low else mpf(high) if mp.re(x) >= high else x


def halves(x, inner):
    """u -> x/2 (1 + tanh u), written so that both tails keep their digits."""
    far = abs(mp.re(inner)) > 1e6  # where the exponential would take minutes and change nothing
    return (x if positive(x) else 0 * x) if far else x * s(2 * inner)


def between(share, u, gamma, beta):
    """From beta - gamma to beta + gamma, of which `share` of u lies below; from the nearer end, to keep its tail."""
    return beta + gamma - 2 * gamma * share(-u) if positive(u) else beta - gamma + 2 * gamma * share(u)


def b_spline(u):
    """The cubic one of de Boor's recursion on whole numbers, as the fourth difference of truncated cubes."""
    cubes = (rectify(u + 2 - k, lambda: 0 * u) ** 3 for k in range(5))
    inside = abs(mp.re(u)) < 2
    return sum(w * cube for w, cube in zip((1, -4, 6, -4, 1), cubes, strict=True)) / 6 if inside else 0 * u


def larger(a, b):
    return a if mp.re(a) > mp.re(b) else b


ORACLE: dict[str, Callable] = {
    "acon_c": lambda x, p1, p2, beta: x * (p1 * s(beta * (p1 - p2) * x) + p2 * s(-beta * (p1 - p2) * x)),
    "arctan": lambda x: mp.atan(x),
    "b_silu": lambda x, alpha: (
        (x + alpha) * s(x) - alpha / 2 if abs(mp.re(x)) > 1 else x * s(x) + alpha * mp.tanh(x / 2) / 2
    ),
    "celu": lambda x, alpha: rectify(x, lambda: alpha * mp.expm1(x / alpha)),
    "derf": lambda x, alpha, shift, gamma, beta: between(
        lambda u: normal(mp.sqrt(2) * u), alpha * x + shift, gamma, beta
    ),
    "dynamic_relu": lambda x, a, b, c, d: larger(a * x + b, c * x + d),
    "dyt": lambda x, alpha, gamma, beta: between(lambda u: s(2 * u), alpha * x, gamma, beta),
    "elu": lambda x, alpha: rectify(x, lambda: alpha * mp.expm1(x)),
    "exponential": lambda x: mp.exp(x),
    "gaussian": lambda x: mp.exp(-x * x),
    "gelu": lambda x: x * normal(x),
    "gelu_clipped": lambda x, ceiling: clip(x * normal(x), -ceiling, ceiling),
    "gelu_sigmoid": lambda x: x * s(mpf(1.702) * x),
    "gelu_tanh": lambda x: halves(x, mp.sqrt(2 / mp.pi) * (x + mpf("0.044715") * x**3)),
    "golu": lambda x: x * mp.exp(-mp.exp(-x)) if mp.re(x) > -1e3 else 0 * x,
    "hard_shrink": lambda x, lambd: x if abs(mp.re(x)) > lambd or not lambd else 0 * x,
    "hard_sigmoid": lambda x: clip(x / 6 + mpf(1) / 2, 0, 1),
    "hard_swish": lambda x: x * clip(x + 3, 0, 6) / 6,
    "hard_tanh": lambda x, low, high: clip(x, low, high),
    "identity": lambda x: x,
    "kan_edge": lambda x, base, *c: (
        base * x * s(x) + sum(ci * b_spline(x + mpf(3 - 2 * i) / 2) for i, ci in enumerate(c))
    ),
    "keras_relu": lambda x, a, top, theta: clip(x, 0, top) if mp.re(x) > theta else a * (x - theta),
    "leaky_relu": lambda x, alpha: rectify(x, lambda: alpha * x),
    "lecun_tanh": lambda x: mpf("1.7159") * mp.tanh(2 * x / 3),
    "lisht": lambda x: x * mp.tanh(x),
    "log_sigmoid": lambda x: mp.log(s(x)) if mp.re(x) < 0 else -mp.log1p(mp.exp(-x)),
    "mish": lambda x: x * mp.tanh(mp.log1p(mp.exp(x))),
    "poly_relu": lambda x, *a: sum(ai * rectify(x, lambda: 0 * x) ** i for i, ai in enumerate(a, 1)),
    "prelu": lambda x, alpha: rectify(x, lambda: alpha * x),
    "rational": lambda x, a0, a1, a2, b2: (
        (a0 + a1 * x + a2 * x**2 + x**3 / 9 + x**5 / 945) / (1 + b2 * x**2 + x**4 / 63)
    ),
    "relu": lambda x: rectify(x, lambda: 0 * x),
    "relu6": lambda x: clip(x, 0, 6),
    "rrelu": lambda x, lower, upper, seed: rectify(
        x, lambda: mpf(rrelu_slope(float(lower), float(upper), int(seed))) * x
    ),
    "scaled_sigmoid": lambda x: 4 * s(x) - 2,
    "selu": lambda x: mpf(1.0507009873554805) * rectify(x, lambda: mpf(1.6732632423543772) * mp.expm1(x)),
    "serf": lambda x: x * error(mp.log1p(mp.exp(x))),
    "sigmoid": lambda x: s(x),
    "silu": lambda x: x * s(x),
    "sine": lambda x: mp.sin(x),
    "snake": lambda x, alpha: x + mp.sin(alpha * x) ** 2 / alpha,
    "soft_shrink": lambda x, lambd: x - clip(x, -lambd, lambd),
    "softplus": lambda x, beta: mp.log1p(mp.exp(beta * x)) / beta,
    "softsign": lambda x: x / (1 + rectify(x, lambda: -x)),
    "sparse_plus": lambda x: x if mp.re(x) >= 1 else (clip(x, -1, 1) + 1) ** 2 / 4,
    "squared_relu": lambda x: rectify(x, lambda: 0 * x) ** 2,
    "squareplus": lambda x, beta: (x + mp.sqrt(x * x + beta)) / 2 if beta else rectify(x, lambda: 0 * x),
    "step": lambda x: mpf(1 if positive(x) else 0),
    "swish": lambda x, beta: x * s(beta * x),
    "tanh": lambda x: mp.tanh(x),
    "tanh_shrink": lambda x: x - mp.tanh(x),
    "telu": lambda x: x * mp.tanh(mp.exp(x)) if mp.re(x) < 1e3 else x,
    "thresholded_relu": lambda x, alpha: x if mp.re(x) > alpha else 0 * x,
}


def digits(x):
    """Digits to work with: more far out and near zero, where 1/(1+x)^2 hides behind 1 and x^3 behind x."""
    return 50 + int(0.61 * abs(mp.mag(x))) if x else 50


@lru_cache(maxsize=200_000)
def value(name, x, *params):
    """f(x) to 50 digits."""
    x = mpf(x)
    with mp.workdps(digits(x)):
        return mpf(ORACLE[name](x, *(mpf(v) for v in params)))


@lru_cache(maxsize=200_000)
def slope(name, x, *params):
    """f'(x) to 50 digits, away from kinks."""
    x = mpf(x)
    with mp.workdps(digits(x) + 60):
        step = STEP * min(mpf(1), abs(x)) if x else STEP
        return mp.im(mpc(ORACLE[name](mpc(x, step), *(mpf(v) for v in params)))) / step


def curvature(name, x, *params):
    """f''(x) to about 25 digits, away from kinks."""
    x = mpf(x)
    with mp.workdps(digits(x) + 60):
        return (slope(name, x + NEAR, *params) - slope(name, x - NEAR, *params)) / (2 * NEAR)
