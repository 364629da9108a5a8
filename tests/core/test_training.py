"""The one trainer: its gradients are those of its losses, its copies do not mix, its steps are the textbook's."""

import numpy as np
import pytest
from failures import every

from activations import CATALOGUE
from activations.spec import Activation
from labs.training.data import Dataset, curve, diamond, one_for_each, rings, spirals
from labs.training.networks import MLP, cross_entropy, squared_error
from labs.training.optimisers import Adam, Momentum

CONTINUOUS = [a for a in CATALOGUE.values() if isinstance(a, Activation) and not a.fact("jumps")]
LABELS = {"spirals": lambda seed: spirals(20, seed), "rings": lambda seed: rings(40, seed)}
LABELS["diamond"] = lambda seed: diamond(40, seed)


@pytest.mark.parametrize("bent", CONTINUOUS, ids=lambda a: a.id)
@every("loss", [cross_entropy, squared_error])
def test_gradients_are_those_of_the_loss(bent, loss):
    data, net = one_for_each(LABELS["spirals"], (0, 1)), MLP(bent.id, (2, 5, 4), (0, 1), loss=loss, variance=0.5)
    random, h = np.random.default_rng(5), 1e-6
    for value in net.params[1::2]:
        value += 0.3 * random.standard_normal(value.shape)  # biases of 0 would hide mistakes
    _, slopes = net.grads(data)
    for value, slope in zip(net.params, slopes, strict=True):
        at = (slice(None), 0, -1)
        rest = value[at].copy()
        ends = []
        for shift in (h, -h):
            value[at] = rest + shift
            ends.append(net.mean_loss(data))
        value[at] = rest
        np.testing.assert_allclose((ends[0] - ends[1]) / (2 * h), slope[at], rtol=1e-5, atol=1e-8)


def test_losses_are_those_of_the_textbook():
    z, y = np.array([-3.0, 0.0, 2.0, 2.0]), np.array([0.0, 1.0, 1.0, 0.0])
    p = 1 / (1 + np.exp(-z))
    np.testing.assert_allclose(cross_entropy(z, y)[0], -y * np.log(p) - (1 - y) * np.log(1 - p))
    np.testing.assert_allclose(squared_error(z, y)[0], (z - y) ** 2)


@every("optimiser", [Adam, Momentum])
def test_a_copy_trains_as_if_it_were_alone(optimiser):
    both, alone = MLP("tanh", (2, 8), (3, 4)), MLP("tanh", (2, 8), (4,))
    data = one_for_each(LABELS["spirals"], (3, 4))
    own = Dataset(data.x[1], data.y[1])
    both.train(data, optimiser(0.02), 20)
    alone.train(own, optimiser(0.02), 20)
    np.testing.assert_allclose(both.mean_loss(data)[1], alone.mean_loss(own)[0], rtol=1e-9)


def test_two_steps_by_hand():
    """Slopes 1 and then 3, at a rate of 0.1: momentum goes 0.1 and 0.39, Adam divides by root mean squares."""
    momentum, adam = (np.zeros(1) for _ in range(2))
    for optimiser, value in ((Momentum(0.1), momentum), (Adam(0.1), adam)):
        for slope in (1.0, 3.0):
            optimiser.step([value], [np.array([slope])])
    np.testing.assert_allclose(momentum, -0.1 - (0.09 + 0.3))
    mean, square = (0.09 + 0.3) / 0.19, (0.000999 + 0.009) / 0.001999
    np.testing.assert_allclose(adam, -0.1 - 0.1 * mean / square**0.5, rtol=1e-6)


def test_weights_start_with_the_variance_asked_for():
    weights = MLP("relu", (200, 300), (0, 1), variance=3.0).params[0]
    assert weights.shape == (2, 200, 300)
    np.testing.assert_allclose(weights.var(axis=(1, 2)) * 200, 3.0, rtol=0.02)


def test_it_learns_what_a_line_cannot():
    seen, unseen = spirals(60, seed=1), spirals(200, seed=2)
    assert MLP("relu", (2, 32, 32), (0,)).train(seen, Adam(0.02), 300).error_rate(unseen) < 0.15
    assert MLP("identity", (2, 32, 32), (0,)).train(seen, Adam(0.02), 300).error_rate(seen) > 0.25


@every("draw", LABELS.values())
def test_data_sets_have_both_labels_and_differ_by_seed(draw):
    both = one_for_each(draw, (0, 1))
    assert both.x.shape == (2, 40, 2) and both.y.shape == (2, 40)
    assert set(both.y.ravel()) == {0.0, 1.0} and 0.2 < both.y.mean() < 0.8
    assert not np.allclose(both.x[0], both.x[1])
    np.testing.assert_array_equal(draw(1).x, both.x[1])


def test_a_curve_is_a_column_of_inputs():
    data = curve(np.sin, 5)
    np.testing.assert_allclose(data.x[:, 0], [-2, -1, 0, 1, 2])
    np.testing.assert_allclose(data.y, np.sin([-2, -1, 0, 1, 2]))
