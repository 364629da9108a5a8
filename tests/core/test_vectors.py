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


def test_jacobian_wants_one_vector(vector):
    with pytest.raises(ValueError, match="1-D"):
        vector.jacobian(np.zeros((2, 2)))


def test_softmax_jacobian_rows_cancel_exactly():
    assert np.abs(get("softmax").jacobian(SCORES[0]).sum(axis=1)).max() < 1e-16
