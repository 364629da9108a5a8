"""Networks that are served with another function, against a way through them of our own."""

import numpy as np
import pytest
from failures import every
from scipy.special import erf, expit

from activations.sources import bibliography
from labs.swap import nets
from labs.swap.cases import CASES
from labs.swap.forms import SERVED, TRAINED, WIDE, gap
from labs.training.data import circles
from ui.swap.experiment import TRIES

# written from what libraries say of them
FORMULAS = {
    "gelu": lambda x: x * 0.5 * (1 + erf(x / np.sqrt(2))),
    "gelu_tanh": lambda x: 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3))),
    "gelu_sigmoid": lambda x: x * expit(1.702 * x),
    "silu": lambda x: x * expit(x),
    "relu": lambda x: np.where(x > 0, x, 0),
    "relu6": lambda x: np.clip(x, 0, 6),
    "identity": lambda x: x,
    "hard_sigmoid": lambda x: np.clip(x / 6 + 0.5, 0, 1),
    "hard_sigmoid_keras2": lambda x: np.clip(0.2 * x + 0.5, 0, 1),
    "leaky_relu": lambda x: np.where(x > 0, x, 0.01 * x),
    "leaky_relu_darknet": lambda x: np.where(x > 0, x, 0.1 * x),
    "leaky_relu_tensorflow": lambda x: np.where(x > 0, x, 0.2 * x),
    "leaky_relu_keras": lambda x: np.where(x > 0, x, 0.3 * x),
    "tanh": np.tanh,
    "sigmoid": expit,
}
PAIRS = [*TRIES.values(), *(pair for case in CASES for pair in case.pairs)]


def through(params, f, x):
    """The outputs of every layer of one network, a neuron at a time."""
    layers = []
    for k in range(0, len(params), 2):
        weights, bias = params[k], params[k + 1][0]
        sums = np.array([[sum(row * weights[:, j]) + bias[j] for j in range(weights.shape[1])] for row in x])
        x = sums if k == len(params) - 2 else f(sums)
        layers.append(x)
    return layers


@every("pair", PAIRS)
def test_shares_and_distances_are_those_of_networks_run_by_hand(pair):
    trained, served = pair
    f, g = FORMULAS[trained], FORMULAS[served]
    for t in (0.4, 1.0):
        found = nets.changed(trained, served, t)
        for i in (0, len(nets.SEEDS) - 1):
            params = [param[i] for param in nets.trained(trained).params]
            fresh = circles(nets.POINTS, nets.FRESH + nets.SEEDS[i])
            before = through(params, f, fresh.x)
            after = through(params, lambda z, t=t: (1 - t) * f(z) + t * g(z), fresh.x)
            off = [np.sqrt(((a - b) ** 2).sum() / (b**2).sum()) for a, b in zip(after, before, strict=True)]
            np.testing.assert_allclose(found.off[i], off, rtol=1e-9, atol=1e-12)
            was, now = (layers[-1][:, 0] > 0 for layers in (before, after))
            assert found.answers[i] == np.mean(was != now)
            assert [errors[i] for errors in found.errors] == [np.mean(was != fresh.y), np.mean(now != fresh.y)]


@every("name", TRAINED)
def test_every_function_has_learned_its_task_before_it_is_swapped(name):
    assert nets.spread(nets.changed(name, name).errors[0])[2] <= 0.06


@every("name", TRAINED)
def test_every_swap_begins_where_nothing_has_changed_and_stays_finite(name):
    for other in SERVED:
        start, whole = nets.changed(name, other, 0.0), nets.changed(name, other)
        assert not start.answers.any() and not start.off.any()
        assert np.isfinite(whole.off).all()
        assert whole.off.any() != (name == other)


def test_serving_leaves_the_weights_alone_and_training_again_finds_the_same():
    before = [param.copy() for param in nets.trained("gelu").params]
    nets.changed("gelu", "silu")
    nets.picture("gelu", "silu", 0.3, 2.0)
    again = nets.trained.__wrapped__("gelu")
    for param, kept, anew in zip(nets.trained("gelu").params, before, again.params, strict=True):
        assert np.array_equal(param, kept) and np.array_equal(param, anew)
        with pytest.raises(ValueError, match="read-only"):
            param += 1


@every(
    "pair, most, at",
    [
        (("leaky_relu_keras", "leaky_relu"), 2.9, -10.0),
        (("hard_sigmoid_keras2", "hard_sigmoid"), 1 / 12, -2.5),
        (("relu6", "relu"), 4.0, 10.0),
        (("tanh", "tanh"), 0.0, 0.0),
    ],
)
def test_the_largest_difference_is_the_one_that_can_be_written_down(pair, most, at):
    found, where = gap(*pair)
    assert found == pytest.approx(most, abs=1e-12) and where == pytest.approx(at, abs=1e-9)


@every("name", FORMULAS)
def test_a_form_is_the_formula_of_its_library(name):
    np.testing.assert_allclose(SERVED[name](WIDE), FORMULAS[name](WIDE), rtol=1e-12, atol=1e-15)


@every("case", CASES)
def test_a_case_names_functions_and_sources_that_are_there(case):
    assert all(trained in TRAINED and served in SERVED for trained, served in case.pairs)
    assert case.sources and set(case.sources) <= set(bibliography())


def test_what_the_words_say_of_the_networks_is_so():
    shares = {pair: nets.spread(nets.changed(*pair).answers) for pair in PAIRS}
    assert shares[TRIES["alike"]] == (0, 0, 0)
    assert shares[TRIES["slope"]][0] > 0.1 and shares[TRIES["scaled"]][0] > 0.4
    assert shares["gelu_sigmoid", "gelu"][2] <= 0.01, "hardly shows"
    off = nets.spread(nets.changed("relu6", "relu").off[:, -1])[1]
    assert shares["relu6", "relu"][1] == 0 and off > 0.1, "as a rule no answer, though later layers are off"
    assert shares["relu6", "identity"][1] == pytest.approx(0.5, abs=0.05), "a coin"


def test_the_picture_shows_the_network_that_is_asked_for():
    for net in (1, 4):
        drawing = nets.picture("gelu", "silu", 1.0, float(net))
        fresh = circles(nets.POINTS, nets.FRESH + nets.SEEDS[net - 1])
        assert np.array_equal(drawing["inner"], fresh.x[fresh.y == 1].T)
        flipped = nets.changed("gelu", "silu").flipped[net - 1]
        assert drawing["count"][0] == flipped.sum() == nets.POINTS * nets.changed("gelu", "silu").answers[net - 1] > 0
        assert {*map(tuple, drawing["flipped"].T)} == {*map(tuple, fresh.x[flipped])}
        assert np.abs(nets.picture("gelu", "silu", 0.0, float(net))["flipped"]).min() > nets.REACH
        middle = nets.SIDE // 2
        inside = through([param[net - 1] for param in nets.trained("gelu").params], FORMULAS["silu"], np.zeros((1, 2)))
        assert drawing["field"][middle, middle] == pytest.approx(np.tanh(inside[-1][0, 0] / 2), rel=1e-9)
