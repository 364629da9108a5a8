"""The small trainer: its gradients are those of its loss, its copies do not mix, and it learns."""

import numpy as np
import pytest

from activations import elementwise
from labs.mlp import Nets, spirals, train


@pytest.mark.parametrize("name", ["tanh", "leaky_relu", "gelu"])
def test_gradients_are_those_of_the_loss(name):
    points, h = spirals(10, seed=0), 1e-6
    nets = Nets((2, 5, 4, 1), elementwise(name), {}, (0, 1))
    _, slopes = nets.gradients(points)
    for value, slope in zip(nets.values, slopes, strict=True):
        at = (slice(None), 0, -1)
        value[at] += h
        above, _ = nets.gradients(points)
        value[at] -= 2 * h
        below, _ = nets.gradients(points)
        value[at] += h
        np.testing.assert_allclose((above - below) / (2 * h), slope[at], rtol=1e-5, atol=1e-9)


def test_a_copy_trains_as_if_it_were_alone():
    seen, unseen = spirals(20, seed=1), spirals(20, seed=2)
    both = train("tanh", seen, unseen, hidden=(8,), seeds=(3, 4), steps=20)
    alone = train("tanh", seen, unseen, hidden=(8,), seeds=(4,), steps=20)
    np.testing.assert_allclose(both.loss[1], alone.loss[0], rtol=1e-9)


def test_it_learns_what_a_line_cannot():
    seen, unseen = spirals(60, seed=1), spirals(200, seed=2)
    assert train("relu", seen, unseen, seeds=(0,)).unseen > 0.85
    assert train("identity", seen, unseen, seeds=(0,)).seen < 0.75
