"""The one trainer: its gradients are those of its losses, its copies do not mix, its steps are the textbook's."""

import numpy as np
import pytest
from failures import every

from activations import CATALOGUE
from activations.spec import Activation
from labs.training.data import Dataset, curve, diamond, one_for_each, rings, spirals
from labs.training.networks import MLP, Bend, cross_entropy, squared_error
from labs.training.optimisers import Adam, Momentum, clip
from labs.training.tasks import BATCHES, COLUMNS, DRAWN, LEVELS, SEEDS, SIZE, STARTS, TASKS, Beginning, sketched

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
        np.testing.assert_allclose((ends[0] - ends[1]) / (2 * h), slope[at], rtol=1e-6, atol=1e-8)


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


def test_a_surrogate_leads_back_where_the_slope_is_not_its_own():
    """With the function itself for a surrogate training is as usual, bit by bit; behind a step nothing arrives."""
    data, gelu = LABELS["spirals"](0), Bend(CATALOGUE["gelu"])
    usual, lent = (MLP([bend] * 2, (2, 8, 8), (0,)) for bend in (gelu, Bend(gelu.act, {}, gelu)))
    for net in (usual, lent):
        net.train(data, Adam(0.02), 20)
    for a, b in zip(usual.params, lent.params, strict=True):
        np.testing.assert_array_equal(a, b)
    step = MLP([Bend(CATALOGUE["step"])] * 2, (2, 8, 8), (0,))
    before = [param.copy() for param in step.params]
    step.train(data, Adam(0.02), 20)
    for a, b in zip(before[:4], step.params[:4], strict=True):
        np.testing.assert_array_equal(a, b)
    assert not np.array_equal(before[4], step.params[4])


def test_long_gradients_keep_their_direction_and_short_ones_their_length():
    """Two copies, of which the first has a gradient of norm 5 over weights and biases."""
    grads = [np.array([[[3.0]], [[0.3]]]), np.array([[[4.0]], [[0.4]]])]
    clip(grads, 1.0)
    np.testing.assert_allclose(np.ravel(grads), [0.6, 0.3, 0.8, 0.4])


@every("optimiser", [Adam, Momentum])
def test_decay_takes_its_share_off_weights_alone(optimiser):
    params = [np.full((1, 1, 1), 2.0), np.full((1, 1, 1), 2.0)]
    optimiser(0.1, decay=0.5).step(params, [np.zeros((1, 1, 1))] * 2)
    np.testing.assert_allclose(np.ravel(params), [2.0 * (1 - 0.05), 2.0])


def test_batches_hold_every_point_once_before_any_comes_again():
    order = Beginning(size=100, batch=16).batches()
    epoch = 100 // 16
    for start in range(0, len(order) - epoch, epoch):
        assert len(set(order[start : start + epoch].ravel())) == epoch * 16
    assert not np.array_equal(order[:epoch], order[epoch : 2 * epoch])


@every("task", TASKS)
def test_every_task_is_drawn_from_its_seed_and_tried_on_other_points(task):
    beginning = Beginning(task, size=100, noise=0.3)
    seen, unseen = beginning.datasets()
    assert seen.x.shape == unseen.x.shape == (100, TASKS[task].inputs) and seen.y.shape == (100,)
    assert not np.isclose(seen.x[:, None, 0], unseen.x[None, :, 0], rtol=0, atol=1e-12).any()
    np.testing.assert_array_equal(seen.x, Beginning(task, size=100, noise=0.3).datasets()[0].x)
    still = Beginning(task, size=100, noise=0.0).datasets()[0]
    assert not np.array_equal(still.x, seen.x) or not np.array_equal(still.y, seen.y)


@pytest.mark.parametrize("start", STARTS)
def test_all_networks_of_a_race_begin_alike(start):
    beginning = Beginning(widths=(32, 32), start=start, seed=3)
    nets = [beginning.network([Bend(CATALOGUE[name])] * 2) for name in ("relu", "tanh")]
    packed = beginning.arrays()["params"]
    for net in nets:
        np.testing.assert_array_equal(np.concatenate([param.ravel() for param in net.params]), packed)
    assert nets[0].params[2].var() * 32 == pytest.approx(STARTS[start], rel=0.1)


OUT = (
    *({"widths": ()}, {"widths": (8,) * 4}, {"widths": (33,)}, {"widths": (0,)}, {"task": "none"}, {"start": "none"}),
    *({"drawn": "x"}, {"drawn": "*" * COLUMNS}, {"margin": 0.0}, {"silenced": 3}, {"lift": -1.0}),
    *({"batch": 7}, {"seed": -1}, {"seed": SEEDS}, {"size": int(SIZE.high) + 1}, {"batch": max(BATCHES) + 1}),
)


@every("wrong", OUT)
def test_what_is_out_of_bounds_is_refused(wrong):
    with pytest.raises(ValueError, match=r"out of bounds|no drawing"):
        Beginning(**wrong)


def test_a_drawing_goes_through_its_heights_and_is_what_is_learned():
    letters = (LEVELS * 2)[:COLUMNS]
    x = np.linspace(-2.0, 2.0, COLUMNS)
    np.testing.assert_allclose(sketched(letters)(x), np.arange(COLUMNS) * 3 / 35 - 1.5)
    seen, _ = Beginning(DRAWN, noise=0.0, drawn=letters).datasets()
    np.testing.assert_allclose(seen.y, (seen.x[:, 0] + 2) * 6 * 3 / 35 - 1.5)


def test_half_of_a_layer_is_silenced_just_below_the_kink():
    for layer, margin in ((1, 0.05), (2, 2.0)):
        begun = Beginning(widths=(16, 16), silenced=layer, margin=margin)
        sums = begun.network([Bend(CATALOGUE["relu"])] * 2).forward(begun.datasets()[0].x)[1][layer - 1][0]
        np.testing.assert_allclose(sums[:, :8].max(axis=0), -margin)
        assert (sums[:, 8:].max(axis=0) > 0).any()
