"""Every declared fact is held against the 50-digit oracle, at the defaults and at both slider ends."""

from itertools import pairwise

import numpy as np
from conftest import ACTS, settings
from failures import every
from mpmath import mpf

from activations.scan import stationary
from core.test_accuracy import breaks
from harness import oracle

GRID = np.arange(-240, 241) / 8  # exactly even in binary, so that second differences are exact too
NEAR = GRID[np.abs(GRID) <= 8]  # where 50 digits still tell every tail from its limit
NOISE = mpf(10) ** -45
each_setting = every("params", lambda act: settings(act))


def values(act, params, grid=GRID):
    return [oracle.value(act.id, x, *params.values()) for x in grid]


def level(act, params, x):
    """Nothing rises or falls here, not even beyond 50 digits."""
    return oracle.slope(act.id, x, *params.values()) == 0


def test_every_function_has_an_oracle_and_every_oracle_a_function():
    assert set(oracle.ORACLE) == set(ACTS)


@each_setting
def test_values_lie_in_the_declared_range(act, params):
    image = act.fact("range", **params)
    slack = mpf(4e-16) * max([1.0, *(abs(b) for b in (image.low, image.high) if np.isfinite(b))])
    for y in values(act, params):
        assert mpf(image.low) - slack <= y <= mpf(image.high) + slack


@each_setting
def test_an_end_of_the_range_is_closed_exactly_if_it_is_reached(act, params):
    image = act.fact("range", **params)
    named = [0.0, *stationary(act, **params), *breaks(act, params)]
    turns = act(np.array(named), **params)
    for bound, closed in ((image.low, image.closed[0]), (image.high, image.closed[1])):
        there = [x for x, y in zip(NEAR, values(act, params, NEAR), strict=True) if y == bound]
        flat = any(level(act, params, x) for x in there)
        reached = flat or bool(np.isclose(turns, bound, rtol=1e-12, atol=1e-15).any())
        assert reached == closed


@each_setting
def test_the_declared_range_is_filled(act, params):
    image = act.fact("range", **params)
    beside = np.nextafter(breaks(act, params), np.inf)
    y = act(np.concatenate([GRID, np.linspace(-4, 4, 80_001), beside, [-np.inf, -1e300, 1e300, np.inf]]), **params)
    np.testing.assert_allclose([np.nanmin(y), np.nanmax(y)], [image.low, image.high], rtol=1e-6, atol=1e-8)


@each_setting
def test_monotone_is_as_declared(act, params):
    y = values(act, params, NEAR)
    rises = [b - a for a, b in pairwise(y)]
    up, down = any(r > 0 for r in rises), any(r < 0 for r in rises)
    same = any(r == 0 and level(act, params, (a + b) / 2) for r, (a, b) in zip(rises, pairwise(NEAR), strict=True))
    strict = {(True, False): "increasing", (False, True): "decreasing", (False, False): "constant", (True, True): "no"}
    loose = strict | {(True, False): "non-decreasing", (False, True): "non-increasing"}
    found = (loose if same else strict)[up, down]
    assert found == act.fact("monotone", **params)


@each_setting
def test_convexity_is_as_declared(act, params):
    y = values(act, params)
    bends = [a - 2 * b + c for a, b, c in zip(y, y[1:], y[2:], strict=False)]
    up, down = any(b > NOISE for b in bends), any(b < -NOISE for b in bends)
    found = "no" if up and down else "convex" if up else "concave" if down else "affine"
    assert found == act.fact("convex", **params)


@each_setting
def test_symmetry_is_as_declared(act, params):
    grid = GRID[GRID != 0]
    y, mirrored = values(act, params, grid), values(act, params, -grid)
    odd = all(abs(a + b) <= NOISE for a, b in zip(y, mirrored, strict=True))
    even = all(abs(a - b) <= NOISE for a, b in zip(y, mirrored, strict=True))
    assert act.fact("symmetry", **params) == ("odd" if odd else "even" if even else "none")


def jumps_of(g, reach=10.0, cells=2003, least=0.02):
    """Where `g` jumps: cells whose ends differ and go on differing while the cell is halved."""
    x = np.linspace(-reach, reach, cells)
    y = np.array([float(g(v)) for v in x])
    found = []
    for i in np.flatnonzero(np.abs(np.diff(y)) > least):
        a, b = mpf(x[i]), mpf(x[i + 1])
        for _ in range(30):  # down to 1e-11, wide enough for the difference inside `curvature`
            middle = (a + b) / 2
            a, b = (middle, b) if abs(g(b) - g(middle)) > abs(g(middle) - g(a)) else (a, middle)
            if abs(g(b) - g(a)) < least / 16:  # steep, and no jump
                break
        if abs(g(b) - g(a)) > least / 4:
            found.append(round(float(b), 9) + 0.0)
    return sorted(set(found))  # one that goes by way of a value between is found twice


@each_setting
def test_kinks_and_jumps_are_exactly_those_declared(act, params):

    def f(x):
        return oracle.value(act.id, x, *params.values())

    def slope(x):
        return oracle.slope(act.id, x, *params.values())

    jumps, kinks = ([round(at, 9) for at in sorted(act.fact(what, **params))] for what in ("jumps", "kinks"))
    reach = max([10.0, *(1.3 * abs(at) for at in (*jumps, *kinks))])
    assert jumps_of(f, reach) == jumps
    assert [k for k in jumps_of(slope, reach, least=0.005) if k not in jumps] == kinks


@each_setting
def test_smoothness_is_as_declared(act, params):

    def bend(x):
        return oracle.curvature(act.id, x, *params.values())

    def turn(x):
        """The third derivative."""
        return (bend(x + oracle.NEAR) - bend(x - oracle.NEAR)) / (2 * oracle.NEAR)

    if act.fact("jumps", **params):
        order = -1.0
    elif act.fact("kinks", **params):
        order = 0.0
    else:
        order = 1 if jumps_of(bend, 4.0, 803, 0.1) else 2 if jumps_of(turn, 4.0, 203, 0.1) else np.inf
    assert order == act.fact("smoothness", **params)


@every("params", lambda broken: [params for params in settings(broken) if breaks(broken, params)])
def test_at_a_kink_the_convention_is_one_of_the_two_slopes(broken, params):
    for k in breaks(broken, params):
        at, left, right = (
            float(broken.derivative(v, **params)) for v in (k, np.nextafter(k, -1e9), np.nextafter(k, 1e9))
        )
        assert np.isclose(at, (left, right), rtol=1e-15, atol=0.0).any()  # which are taken one float aside
