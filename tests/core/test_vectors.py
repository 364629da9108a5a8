"""Vector functions: values against 50 digits, Jacobians against central differences, axes, shifts."""

import numpy as np
import pytest
from mpmath import mp, mpf

from activations import get

rng = np.random.default_rng(7)
SCORES = [rng.normal(0, 3, 5), np.array([1000.0, 999.0, -1000.0]), np.array([0.0, 0.0]), np.array([3.0])]


@pytest.mark.parametrize("temperature", [0.1, 1.0, 5.0])
@pytest.mark.parametrize("z", SCORES, ids=len)
def test_softmax_agrees_with_the_oracle(z, temperature):
    e = [mp.exp(mpf(float(v)) / mpf(temperature)) for v in z]
    exact = [float(v / mp.fsum(e)) for v in e]
    np.testing.assert_allclose(get("softmax")(z, temperature=temperature), exact, rtol=1e-13, atol=1e-300)


def test_jacobian_agrees_with_central_differences(vector):
    z, h = rng.normal(0, 1.5, 4), 1e-6
    columns = [(vector(z + h * e) - vector(z - h * e)) / (2 * h) for e in np.eye(4)]
    np.testing.assert_allclose(vector.jacobian(z), np.stack(columns, axis=1), atol=1e-8)


def test_axis_means_axis(vector):
    z = rng.normal(size=(3, 4, 5))
    for axis in (0, 1, 2, -1):
        moved = np.moveaxis(vector(np.moveaxis(z, axis, -1)), -1, axis)
        np.testing.assert_array_equal(vector(z, axis=axis), moved)


def test_jacobian_of_many_vectors_is_that_of_each(vector):
    many = rng.normal(0, 2, (2, 3, 4))
    np.testing.assert_array_equal(vector.jacobian(many), [[vector.jacobian(z) for z in row] for row in many])


def test_jacobian_wants_a_vector(vector):
    with pytest.raises(ValueError, match="vector"):
        vector.jacobian(1.0)


@pytest.mark.parametrize("z", SCORES, ids=len)
def test_outputs_lie_in_the_declared_range_and_shares_add_up_to_one(vector, z):
    out = vector(z)
    low, high = vector.range.low, vector.range.high
    assert np.all(out >= low) and np.all(out <= high)
    assert vector.simplex == bool(np.isclose(out.sum(), 1)) or len(z) == 1


def test_log_softmax_keeps_its_digits():
    exact = [float(mpf(v) - 1000 - mp.log1p(mp.exp(-1) + mp.exp(-2000))) for v in (1000, 999, -1000)]
    np.testing.assert_allclose(get("log_softmax")(SCORES[1]), exact, rtol=1e-15)


def test_sparsemax_is_the_nearest_point_of_the_simplex():
    for _ in range(50):
        z = rng.normal(0, 1, 5)
        p, others = get("sparsemax")(z), rng.dirichlet(np.ones(5), 400)
        assert np.all(np.sum((others - z) ** 2, axis=1) >= np.sum((p - z) ** 2))
    np.testing.assert_allclose(get("sparsemax")([1.0, 1.2, 0.9]), [0.3, 0.5, 0.2], atol=1e-15)


def test_hardmax_gives_all_to_the_first_of_the_largest():
    np.testing.assert_array_equal(get("hardmax")([1.0, 3.0, 3.0]), [0, 1, 0])


def test_softmin_is_softmax_turned_round():
    np.testing.assert_array_equal(get("softmin")([1.0, 2.0]), get("softmax")([-1.0, -2.0]))


def test_softmax_jacobian_rows_cancel_exactly():
    assert np.abs(get("softmax").jacobian(SCORES[0]).sum(axis=1)).max() < 1e-16
