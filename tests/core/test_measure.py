"""The measured numbers against closed forms and against 50-digit quadrature and root finding."""

from dataclasses import replace

import numpy as np
import pytest
from conftest import settings
from failures import every
from mpmath import mp, mpf

from activations import get
from activations.measure import FLAT, properties
from activations.spec import Activation, Interval, Param
from core.test_accuracy import breaks
from harness import oracle

DIGITS = 1e-10
each_setting = every("params", lambda act: settings(act))


KNOTS = {"kan_edge": [k + 0.5 for k in range(-4, 4)]}  # where a higher derivative jumps


def gaussian_mean(g, split):
    with mp.workdps(25):
        edges = sorted({*map(mpf, split), *map(mpf, range(-14, 15, 2))})
        return mp.quad(lambda z: g(z) * mp.npdf(z), edges)


@each_setting
def test_moments_agree_with_quadrature(act, params):
    args, split = tuple(params.values()), (*breaks(act, params), *KNOTS.get(act.id, ()))
    first = gaussian_mean(lambda z: oracle.value(act.id, z, *args), split)
    second = gaussian_mean(lambda z: oracle.value(act.id, z, *args) ** 2, split)
    found = properties(act, **params)
    assert found["mean"] == pytest.approx(float(first), rel=DIGITS, abs=1e-12)
    assert found["variance"] == pytest.approx(float(second - first**2), rel=DIGITS, abs=1e-12)
    assert found["forward_gain"] == pytest.approx(float(1 / mp.sqrt(second)), rel=DIGITS)


@each_setting
def test_the_growth_of_a_deviation_is_how_the_mean_square_answers_the_size_of_the_input(act, params):
    """By central difference, which knows no derivative of f and no identity."""
    step, args = mpf("1e-4"), tuple(params.values())

    def second(size):
        split = [mpf(b) / size for b in breaks(act, params)]
        return gaussian_mean(lambda z: oracle.value(act.id, size * z, *args) ** 2, split)

    answer = (mp.log(second(1 + step)) - mp.log(second(1 - step))) / (mp.log1p(step) - mp.log1p(-step)) / 2
    assert properties(act, **params)["growth"] == pytest.approx(float(answer), rel=1e-5, abs=1e-7)


@each_setting
def test_attained_minima_are_stationary_or_at_a_break(act, params):
    found, args = properties(act, **params), tuple(params.values())
    at = found["argmin"]
    assert np.isfinite(at) <= act.fact("range", **params).closed[0]
    if not np.isfinite(at):
        return
    if not any(abs(at - b) < 1e-9 for b in breaks(act, params)):
        turn = mp.findroot(lambda x: oracle.slope(act.id, x, *args), mpf(at))
        assert at == pytest.approx(float(turn), rel=DIGITS)
        at = turn
    assert found["minimum"] == pytest.approx(float(oracle.value(act.id, at, *args)), rel=DIGITS)


@each_setting
def test_steepest_slope_is_a_bound_and_is_approached(act, params):
    found = properties(act, **params)
    slopes = np.abs(act.derivative(np.linspace(-50, 50, 200_001), **params))
    if found["steepest"] == np.inf:
        assert np.abs(act.derivative([-1e6, 1e6], **params)).max() > 1e5
        return
    assert slopes.max() <= found["steepest"] * (1 + 1e-13)
    assert slopes.max() >= found["steepest"] * (1 - 1e-3)


@each_setting
def test_flat_thresholds_separate_steep_from_flat(act, params):
    found = properties(act, **params)
    for side, name in ((-1, "flat_left"), (1, "flat_right")):
        x = found[name]
        if np.isfinite(x):
            beyond = x + side * np.geomspace(1e-6, 1e5, 400)
            assert np.all(np.abs(act.derivative(beyond, **params)) < FLAT)
            assert np.abs(act.derivative(x - side * 1e-6, **params)) >= FLAT
        else:  # it is flat everywhere, or this tail never is
            far = np.abs(act.derivative(side * np.linspace(9e4, 1e5, 999), **params))
            assert (far < FLAT).all() == np.isinf(x)


@each_setting
def test_from_the_rounding_threshold_on_f_equals_its_limit(act, params):
    found = properties(act, **params)
    for side, name in ((-1, "left"), (1, "right")):
        for bits, kind in ((64, np.float64), (32, np.float32)):
            x, limit = found[f"round{bits}_{name}"], act(kind(side * np.inf), **params)
            assert np.isfinite(x) == (np.isfinite(limit) and act(kind(side * 1e30), **params) == limit)
            if np.isfinite(x) and abs(x) > 0.1:
                assert np.all(act((x * np.geomspace(1.001, 1e3, 400)).astype(kind), **params) == limit)
                before = kind(x * 0.999)  # there, or for the next numbers, where f rounds to and fro
                assert np.any(act(before + np.arange(4) * np.spacing(before), **params) != limit)


CLOSED_FORMS = [
    ("relu", "mean", 1 / np.sqrt(2 * np.pi)),
    ("relu", "variance", 0.5 - 1 / (2 * np.pi)),
    ("relu", "forward_gain", np.sqrt(2)),
    ("relu", "zeros", 0.5),
    ("gelu", "mean", 1 / (2 * np.sqrt(np.pi))),
    ("gelu", "steepest_at", np.sqrt(2)),
    ("hard_swish", "argmin", -1.5),
    ("hard_swish", "steepest", 1.5),
    ("gaussian", "steepest", np.sqrt(2 / np.e)),
    ("exponential", "mean", np.exp(0.5)),
    ("squared_relu", "variance", 1.25),
    ("sine", "zeros", 0.0),
    ("soft_shrink", "zeros", 0.38292492254802624),
    ("selu", "mean", 0.0),
    ("selu", "variance", 1.0),
    ("sigmoid", "steepest", 0.25),
    ("sigmoid", "flat_right", 2 * np.arccosh(5)),
    ("tanh", "flat_right", np.arccosh(10)),
    ("softsign", "flat_left", -9.0),
    ("softplus", "at_zero", np.log(2)),
    ("softplus", "backward_gain", 1 / np.sqrt(0.25 + 0.0433790359)),
    ("relu", "growth", 1.0),
    ("squared_relu", "growth", 2.0),
    ("exponential", "growth", 2.0),
    ("step", "growth", 0.0),
]


@every("name, fact, exact", CLOSED_FORMS)
def test_closed_forms(name, fact, exact):
    assert properties(get(name))[fact] == pytest.approx(exact, rel=1e-9, abs=1e-13)


def test_a_copy_with_another_formula_has_numbers_of_its_own():
    for act in (get("sigmoid"), get("relu")):
        own = properties(act)
        double = replace(act, fn=lambda x, f=act.fn: 2 * f(x), derivative_fn=lambda x, d=act.derivative_fn: 2 * d(x))
        assert double.id == act.id and double.name == act.name
        for _ in range(2):  # measured, and kept
            for name in ("mean", "steepest", "slope_at_zero"):
                assert properties(double)[name] == pytest.approx(2 * own[name], rel=1e-12)
            assert properties(act) == own


def bump(height):
    """A function that is in no catalogue, without an id."""
    return Activation(
        name="Bump",
        family="periodic",
        latex="",
        derivative_latex="",
        fn=lambda x, width: height * np.exp(-((x / width) ** 2)),
        derivative_fn=lambda x, width: -2 * height * (x / width**2) * np.exp(-((x / width) ** 2)),
        params=(Param("width", "w", 1.0, 0.5, 2.0, 0.01),),
        range=Interval(0.0, height, (False, True)),
    )


def test_a_function_of_ones_own_is_measured_like_any_other():
    low, high = bump(1.0), bump(3.0)
    for width in (1.0, 2.0, 1.0):
        for act, height in ((low, 1.0), (high, 3.0)):
            found = properties(act, width=width)
            assert found["maximum"] == height and found["argmax"] == 0
            assert found["mean"] == pytest.approx(height / np.sqrt(1 + 2 / width**2), rel=1e-9)
    properties(low)["maximum"] = 7.0
    assert properties(low)["maximum"] == 1.0, "what is kept must not change with what was handed out"
