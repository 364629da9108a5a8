"""Gated functions and Maxout: values, partial derivatives, broadcasting, axes."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from conftest import settings
from mpmath import mp, mpf

from activations import get
from harness import oracle

ORACLE, clip = oracle.ORACLE, oracle.clip
SHARP = ORACLE["gelu_sigmoid"]
UNITS: dict[str, Callable] = {  # each in 50-digit arithmetic, from the papers and the code of the models that have it
    "bilinear": lambda g, v: g * v,
    "geglu": lambda g, v: ORACLE["gelu"](g) * v,
    "geglu_tanh": lambda g, v: ORACLE["gelu_tanh"](g) * v,
    "glu": lambda g, v: ORACLE["sigmoid"](g) * v,
    "reglu": lambda g, v: ORACLE["relu"](g) * v,
    "swiglu": lambda g, v, beta: ORACLE["swish"](g, beta) * v,
    "swiglu_clamped": lambda g, v, limit: SHARP(min(g, limit)) * (clip(v, -limit, limit) + 1),
    "swiglu_limited": lambda g, v, limit: ORACLE["silu"](min(g, limit)) * clip(v, -limit, limit),
    "swiglu_step": lambda g, v, limit: min(ORACLE["silu"](g), limit) * clip(v, -limit, limit),
}
rng = np.random.default_rng(11)
G, V = rng.uniform(-30, 30, 300), rng.uniform(-30, 30, 300)
NEAR = mpf(10) ** -20
LEAST = mpf(10) ** -320  # what factors too small to be normal may be off by


def slopes(f, g, v):
    """By the gate and by the value, from central differences."""
    return (f(g + NEAR, v) - f(g - NEAR, v)) / (2 * NEAR), (f(g, v + NEAR) - f(g, v - NEAR)) / (2 * NEAR)


def bends(f, g, v):
    """The slopes once more by the gate."""
    return [slopes(lambda *at, part=part: slopes(f, *at)[part], g, v)[0] for part in (0, 1)]


def test_values_and_partials_agree_with_the_oracle(gated):
    for params in settings(gated):
        unit = partial(UNITS[gated.id], **{name: mpf(value) for name, value in params.items()})
        out, found = gated(G, V, **params), gated.derivative(G, V, **params)
        with mp.workdps(80):
            for i, (g, v) in enumerate(zip(map(mpf, G), map(mpf, V), strict=True)):
                partials = slopes(unit, g, v)
                exact, moved = (unit(g, v), *partials), (partials[0], *bends(unit, g, v))
                for got, true, slope in zip((out[i], found[0][i], found[1][i]), exact, moved, strict=True):
                    last = mpf(float(np.spacing(abs(float(true))))) + abs(v) * LEAST
                    assert abs(mpf(float(got)) - true) <= 5 * (last + abs(slope * g) * mpf(2) ** -53)


def test_beyond_its_limits_nothing_moves_and_within_them_it_does(gated):
    """Without any, f is proportional to the value."""
    for params in settings(gated):
        top, side = gated.fact("gate_limit", **params), gated.fact("value_limit", **params)
        if np.isinf(side):
            assert np.isinf(top)
            np.testing.assert_allclose(gated(G, 2 * V, **params), 2 * gated(G, V, **params), rtol=1e-15, atol=1e-320)
            continue
        far = [1.001, 2.0, 1e30, np.inf]
        for g in np.multiply(far, top):
            assert gated(g, 0.5, **params) == gated(np.inf, 0.5, **params) and not gated.derivative(g, 0.5, **params)[0]
        for v in np.multiply([*far, *np.negative(far)], side):
            held = np.copysign(side, v)
            assert gated(0.5, v, **params) == gated(0.5, held, **params) and not gated.derivative(0.5, v, **params)[1]
        assert gated.derivative(0.999 * top, 0.5, **params)[0] and gated.derivative(0.5, 0.999 * side, **params)[1]


def test_a_gate_that_shuts_stops_what_is_held_even_at_infinity():
    for name in ("swiglu_clamped", "swiglu_limited", "swiglu_step"):
        assert get(name)(-np.inf, np.inf) == 0 and np.isfinite(get(name)(np.inf, np.inf))
        assert np.isnan([get(name)(np.nan, 1.0), get(name)(1.0, np.nan)]).all()
    assert (
        get("swiglu_clamped")(np.inf, np.inf) == pytest.approx(56, rel=1e-4) and get("swiglu_clamped")(3.0, -1.0) == 0
    )


def test_shapes_are_broadcast_and_types_kept(gated):
    out = gated(np.zeros((3, 1), np.float32), np.ones((1, 4), np.float16))
    assert out.shape == (3, 4) and out.dtype == np.float32
    assert np.ndim(gated(1.0, 2.0)) == 0


def test_what_is_not_a_real_number_is_a_type_error(gated):
    with pytest.raises(TypeError):
        gated(1j, 1.0)


def test_maxout_takes_the_largest_piece_along_any_axis():
    z = rng.normal(size=(3, 4, 5)).astype(np.float32)
    for axis in (0, 1, -1):
        out = get("maxout")(z, axis=axis)
        np.testing.assert_array_equal(out, z.max(axis=axis))
        assert out.dtype == np.float32
    assert np.isnan(get("maxout")([1.0, np.nan]))


def test_maxout_gradient_points_at_the_piece_that_spoke():
    np.testing.assert_array_equal(get("maxout").gradient([1.0, 3.0, 2.0]), [0, 1, 0])
    with pytest.raises(ValueError, match="1-D"):
        get("maxout").gradient(np.zeros((2, 2)))
