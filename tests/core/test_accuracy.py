"""Values and derivatives against 50-digit arithmetic, tails included.

The contract: |error| <= 4 (ulp(exact) + |x * slope| 2^-53), where the slope term is the unavoidable
effect of rounding x itself. Results below the smallest normal double may be zero.
"""

import numpy as np
from conftest import settings
from failures import every
from mpmath import mpf

from harness import oracle

TINY = np.finfo(np.float64).tiny
rng = np.random.default_rng(20240607)
POWERS = np.array([sign * float(f"1e{k}") for k in range(-320, 309) for sign in (-1, 1)])
RANDOM = rng.uniform(-40, 40, 2000)
EDGE = np.concatenate([-np.linspace(20, 27, 40), -np.linspace(36, 40, 40), -np.linspace(700, 750, 51)])  # of underflow


def points(act, params):
    """Powers of ten, random points, the edge of underflow, and the neighbours of zero and of every kink.

    Of the many, a fifth does at the ends of sliders.
    """
    many = np.concatenate([POWERS, RANDOM])[:: 1 if params == act.defaults else 5]
    special = np.array([0.0, *act.fact("kinks", **params), *act.fact("jumps", **params)])
    near = [np.nextafter(special, side) for side in (-np.inf, np.inf)]
    return np.concatenate([many, EDGE, *near])


def excess(result, exact, conditioning):
    """The error in units of what is allowed."""
    if abs(exact) < TINY and abs(result) <= TINY:
        return 0.0
    if abs(exact) > mpf(np.finfo(np.float64).max):
        return 0.0 if np.isinf(result) and (result > 0) == (exact > 0) else np.inf
    allowed = mpf(float(np.spacing(abs(float(exact))))) + abs(conditioning) * mpf(2) ** -53
    return float(abs(mpf(float(result)) - exact) / (4 * allowed))


def breaks(act, params):
    return (*act.fact("kinks", **params), *act.fact("jumps", **params))


def near(x, special):
    return any(abs(x - k) < 1e-9 for k in special)


@every("params", lambda act: settings(act))
@every("what", ["value", "derivative"])
def test_no_digit_is_lost(act, params, what):
    """What rounding x costs takes most of the time, so it is asked for only where a result is not right without it."""
    args, knots, worst = tuple(params.values()), breaks(act, params), (0.0, 0.0)
    x = points(act, params)
    result = act(x, **params) if what == "value" else act.derivative(x, **params)
    exact, slope = (oracle.value, oracle.slope) if what == "value" else (oracle.slope, oracle.curvature)
    for xi, yi in zip(x, result, strict=True):
        wanted = exact(act.id, xi, *args)
        if excess(yi, wanted, mpf(0)) > 1:
            steep = mpf(0) if near(xi, knots) else mpf(xi) * slope(act.id, xi, *args)
            worst = max(worst, (excess(yi, wanted, steep), float(xi)))
    assert worst[0] <= 1, f"{worst[0]:.3g} times the allowed error at x = {worst[1]!r}"


@every("params", lambda act: settings(act))
def test_derivative_agrees_with_central_differences(act, params):
    h = 1e-5
    x = np.linspace(-8, 8, 1601) + 0.00314159
    x = x[[all(abs(xi - k) > 1e-3 for k in breaks(act, params)) for xi in x]]
    numeric = (act(x + h, **params) - act(x - h, **params)) / (2 * h)
    np.testing.assert_allclose(act.derivative(x, **params), numeric, rtol=1e-6, atol=1e-7)
