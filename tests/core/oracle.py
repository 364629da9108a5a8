"""A second opinion in 50-digit arithmetic, written from the papers and not from our code.

One line for each function; `x` may be complex with a tiny imaginary part, whose image divided by it
is the derivative (the complex step), so piecewise definitions look at the real part only.
"""

from functools import lru_cache

from mpmath import mp, mpc, mpf

mp.dps = 50
STEP = mpf(10) ** -40


def s(x):
    return 1 / (1 + mp.exp(-x))


def positive(x):
    return mp.re(x) > 0


def normal(x):
    """The standard normal distribution function."""
    far = abs(mp.re(x)) > 1e15  # where mpmath's erfc would overflow
    return mpf(int(positive(x))) if far else mp.erfc(-x / mp.sqrt(2)) / 2


def rectify(x, left):
    return x if positive(x) else left


ORACLE = {
    "elu": lambda x, alpha: rectify(x, alpha * mp.expm1(x)),
    "gelu": lambda x: x * normal(x),
    "identity": lambda x: x,
    "leaky_relu": lambda x, alpha: rectify(x, alpha * x),
    "prelu": lambda x, alpha: rectify(x, alpha * x),
    "relu": lambda x: rectify(x, 0 * x),
    "selu": lambda x: mpf(1.0507009873554805) * rectify(x, mpf(1.6732632423543772) * mp.expm1(x)),
    "sigmoid": lambda x: s(x),
    "silu": lambda x: x * s(x),
    "softplus": lambda x, beta: mp.log1p(mp.exp(beta * x)) / beta,
    "softsign": lambda x: x / (1 + rectify(x, -x)),
    "step": lambda x: mpf(1 if positive(x) else 0),
    "swish": lambda x, beta: x * s(beta * x),
    "tanh": lambda x: mp.tanh(x),
}


def digits(x):
    """Digits to work with: more far out, where values such as 1/(1+x)^2 hide behind 1."""
    return 50 if abs(x) < 1e15 else 50 + int(0.61 * mp.mag(x))


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
    with mp.workdps(digits(x)):
        return mp.im(mpc(ORACLE[name](mpc(x, STEP), *(mpf(v) for v in params)))) / STEP


def curvature(name, x, *params):
    """f''(x) to about 25 digits, away from kinks."""
    x = mpf(x)
    d = mpf(10) ** -15 * max(mpf(1), abs(x))
    return (slope(name, x + d, *params) - slope(name, x - d, *params)) / (2 * d)
