"""Gated functions and Maxout: values, partial derivatives, broadcasting, axes."""

import numpy as np
import pytest
from conftest import settings
from mpmath import mpf

from activations import get
from harness import oracle

GATES = {"bilinear": "identity", "geglu": "gelu", "glu": "sigmoid", "reglu": "relu", "swiglu": "swish"}
rng = np.random.default_rng(11)
G, V = rng.uniform(-30, 30, 300), rng.uniform(-30, 30, 300)


def test_values_and_partials_agree_with_the_oracle(gated):
    for params in settings(gated):
        args, name = tuple(params.values()), GATES[gated.id]
        out, (by_gate, by_value) = gated(G, V, **params), gated.derivative(G, V, **params)
        for i, (g, v) in enumerate(zip(G, V, strict=True)):
            opened, slope = oracle.value(name, g, *args), oracle.slope(name, g, *args)
            bend = abs(oracle.curvature(name, g, *args) * g)
            for got, exact, error in (
                (out[i], opened * mpf(v), abs(slope * g * v)),
                (by_gate[i], slope * mpf(v), bend * abs(v)),
                (by_value[i], opened, abs(slope * g)),
            ):
                assert abs(mpf(float(got)) - exact) <= 5 * (
                    mpf(float(np.spacing(abs(float(exact))))) + error * mpf(2) ** -53
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
