"""The experiments on why networks bend, against closed forms and second ways of computing the same."""

import mpmath
import numpy as np
import pytest
from failures import every
from scipy.special import ndtr
from scipy.stats import norm

from activations import CATALOGUE, get
from activations.measure import properties
from activations.spec import Activation
from figures.samples.sampling import stops
from labs.depth.propagation import HE, propagate
from labs.why import collapse, depth, neuron, ranges, sparsity, threshold, xor

DRAWS = stops(collapse.DRAW)
DEPTHS = stops(collapse.DEPTH)
FOLDS = stops(xor.FOLD)
NEURONS = [pytest.param(act, id=act.id) for act in neuron.functions()]


@every("draw", DRAWS)
@every("depth", DEPTHS)
def test_a_stack_without_activation_is_one_layer(depth, draw):
    weight, bias = collapse.collapsed(depth, draw)
    inside = collapse.PAPER[:, ~np.isnan(collapse.PAPER[0])]
    layer_by_layer = collapse.through(inside, depth, draw)
    np.testing.assert_allclose(weight @ inside + bias[:, None], layer_by_layer, rtol=0, atol=1e-13)
    # and so a fitted single layer finds exactly that one
    assert collapse.missed(depth, draw, None) < 1e-25


@every("draw", DRAWS)
def test_straight_lines_stay_straight_without_activation_only(draw):
    def bow(drawn):
        """How far the line strays from the chord between its ends."""
        along = drawn[:, -1] - drawn[:, 0]
        away = drawn - drawn[:, :1]
        return np.abs(along[0] * away[1] - along[1] * away[0]).max() / (along @ along)

    for layers in DEPTHS:
        picture = collapse.picture(layers, draw)
        assert bow(picture["straight_line"]) < 1e-12 < 1e-3 < bow(picture["bent_line"])


@every("draw", DRAWS)
def test_depth_takes_the_bent_paper_further_out_of_reach(draw):
    missed = [collapse.missed(depth, draw) for depth in DEPTHS]
    assert 0 < missed[0] < missed[-1] < 1 and all(m > missed[0] for m in missed[1:])


def test_the_layers_number_as_many_parameters_as_announced():
    assert {w.size + b.size for draw in DRAWS for w, b in collapse.layers(draw)} == {collapse.NUMBERS}


def test_no_affine_function_does_better_on_xor_than_one_half_everywhere():
    # by symmetry, the normal equations have the exact solution 1/2, 0, 0
    np.testing.assert_allclose(xor.affine(0.0), [0.5, 0, 0], atol=1e-12)
    assert xor.error(0.0) == pytest.approx(0.25, abs=1e-15)
    rng = np.random.default_rng(0)
    for offset, *weights in rng.normal(size=(2000, 3)):
        assert np.mean((offset + xor.SWITCHES @ weights - xor.LAMP) ** 2) >= 0.25


@every("fold", FOLDS)
def test_the_error_of_the_folded_sheet_is_a_parabola(fold):
    assert xor.error(fold) == pytest.approx((2 - fold) ** 2 / 16, abs=1e-14)


def test_the_perfect_fold_is_the_network_of_two_neurons():
    rng = np.random.default_rng(1)
    points = np.concatenate([xor.SWITCHES, rng.uniform(0, 1, (500, 2))])
    np.testing.assert_allclose(xor.sheet(points, 2.0), xor.two_units(points), atol=1e-12)
    assert np.array_equal(xor.two_units(xor.SWITCHES), xor.LAMP)


@pytest.mark.parametrize("unit", NEURONS)
@every("weight", [-3.0, -0.4, 0.0, 0.1, 2.0])
@every("bias", [-3.0, 0.0, 1.3])
def test_the_curve_of_a_neuron_is_f_of_the_line(unit, weight, bias):
    x, y = neuron.curve(unit, weight, bias)
    drawn = ~np.isnan(y)
    np.testing.assert_array_equal(y[drawn], unit(weight * x[drawn] + bias))
    assert np.all(np.diff(x) >= 0) and x[0] == pytest.approx(neuron.SPAN[0], abs=1e-3)
    assert x.size == neuron.curve(unit, 1.0, 0.0)[0].size, "interpolation needs as many samples everywhere"
    for corner in unit.fact("kinks"):
        where = (corner - bias) / weight if weight else np.inf
        if abs(where) < 5.9:
            assert np.abs(x - where).min() < 1e-12
    for jump in unit.fact("jumps"):
        where = (jump - bias) / weight if weight else np.inf
        if abs(where) < 5.9:
            assert np.isnan(y[np.abs(x - where).argmin()])


@pytest.mark.parametrize("unit", NEURONS)
def test_an_input_goes_through_weight_bias_and_activation_in_this_order(unit):
    weighed, shifted, out = neuron.forward(unit, 2.0, -1.0, 1.5)
    assert (weighed, shifted, out) == (3.0, 2.0, float(unit(2.0)))
    assert neuron.threshold(2.0, -1.0) == 0.5 and np.isnan(neuron.threshold(0.0, 1.0))


def test_the_loss_of_a_step_is_the_share_of_wrong_answers():
    rng = np.random.default_rng(2)
    for c in rng.uniform(*threshold.SPAN, 200):
        wrong = np.mean((c < threshold.WISHES) != threshold.SWITCHED_ON)
        assert threshold.loss(threshold.STEP, np.array(c)) == pytest.approx(wrong, abs=1e-15)
        tread = threshold.staircase().reshape(2, -1, 3)
        (here,) = np.flatnonzero((tread[0, :, 0] < c) & (c < tread[0, :, 1]))
        assert tread[1, here, 0] == tread[1, here, 1] == pytest.approx(wrong, abs=1e-15)


def test_a_step_teaches_nothing():
    assert threshold.flat_share(threshold.STEP, least=0.0) == 1.0
    assert set(threshold.descend(threshold.STEP, 1.0, 60)) == {threshold.START}


@every("steepness", [0.5, 1.5, 7.0, 20.0])
@every("c", [-5.5, -1.0, 0.3, 4.5])
def test_the_slope_of_the_valley_against_fifty_digits(steepness, c):
    with mpmath.workdps(50):

        def loss(at):
            k = mpmath.mpf(steepness)
            errors = [
                (1 / (1 + mpmath.exp(-k * (mpmath.mpf(float(x)) - at))) - int(t)) ** 2
                for x, t in zip(threshold.WISHES, threshold.SWITCHED_ON, strict=True)
            ]
            return mpmath.fsum(errors) / len(errors)

        slope = mpmath.diff(loss, mpmath.mpf(c))
        found = threshold.gradient(threshold.SIGMOID, np.array(c), steepness)
        assert abs(found - slope) <= 1e-12 * abs(slope) + 1e-15
        assert threshold.loss(threshold.SIGMOID, np.array(c), steepness) == pytest.approx(float(loss(c)), rel=1e-13)


def test_the_ball_rolls_down_and_the_steeper_the_flatter():
    path = threshold.descend(threshold.SIGMOID, threshold.STEEPNESS.default, int(threshold.STEPS.high))
    heights = threshold.loss(threshold.SIGMOID, path, threshold.STEEPNESS.default)
    lowest = threshold.loss(threshold.SIGMOID, threshold.FINE, threshold.STEEPNESS.default).min()
    assert np.all(np.diff(heights) < 0) and heights[-1] - lowest < 1e-3
    shares = [threshold.flat_share(threshold.SIGMOID, k) for k in (1.5, 3.0, 8.0, 20.0)]
    assert shares == sorted(shares) and shares[-1] > 0.5
    assert threshold.flat_share(threshold.SIGMOID, 20.0, 0.0) == 0.0


@every("name", ranges.SHOWN)
def test_outputs_reach_as_far_as_a_dense_search_finds_and_stay_in_the_range(name):
    act = get(name)
    image = act.fact("range")
    for size in stops(ranges.SIZE)[::6]:
        low, high = ranges.reach(act, size)
        found = act(np.linspace(-size, size, 200_001))
        assert low <= found.min() <= low + 1e-6 and high - 1e-6 <= found.max() <= high
        assert image.low <= low and high <= image.high
    # bounded ends are nearly reached in the widest picture, open ends run away
    low, high = ranges.reach(act, 1e6)
    assert (low < -1e3) == np.isinf(image.low) and (high > 1e3) == np.isinf(image.high)


def test_every_function_on_show_has_one_bar():
    assert sorted(act.id for kind in ranges.KINDS for act in ranges.members(kind)) == sorted(ranges.SHOWN)
    assert all(ranges.members(kind) for kind in ranges.KINDS)


@every("mean", stops(sparsity.MEAN)[::8])
def test_the_share_of_zeros_against_the_normal_distribution(mean):
    assert sparsity.share(get("relu"), mean) == pytest.approx(ndtr(-mean), abs=1e-14)
    # and for every bar, count zeros among evenly ranked inputs
    grid = norm.ppf((np.arange(400_000) + 0.5) / 400_000) + mean
    for act in sparsity.shown():
        assert sparsity.share(act, mean) == pytest.approx(np.mean(act(grid) == 0), abs=1e-5)
    dark = np.mean(sparsity.lamps(mean) == 0)
    assert abs(dark - ndtr(-mean)) <= 0.5 / sparsity.SIDE**2 + 1e-12
    done, idle = sparsity.products(mean)
    assert done == sparsity.WIDTH**2 and idle == pytest.approx(done * ndtr(-mean), rel=1e-12)


def test_the_bars_are_all_that_silence_inputs_and_some_that_do_not():
    shown = {act.id for act in sparsity.shown()}
    silent = {f.id for f in CATALOGUE.values() if isinstance(f, Activation) and properties(f)["zeros"] > sparsity.RARE}
    assert shown == silent | set(sparsity.NEVER) and not silent & set(sparsity.NEVER)
    for act in sparsity.shown():
        assert sparsity.share(act, 0.0) == pytest.approx(properties(act)["zeros"], abs=1e-13)


def pulled_back(bend, layers, size, seed):
    """The gradient at the first layer by perturbing every input a little along the imaginary axis."""
    x, g, weights = (drawn[seed] for drawn in depth._drawn())
    pulled = np.empty_like(g)
    for j in range(depth.WIDTH):
        y = x.astype(complex)
        y[:, j] += 1e-30j
        for step in range(layers):
            y = bend(y @ weights[step] * size * np.sqrt(2 / depth.WIDTH))
        pulled[:, j] = np.sum(g * y.imag, axis=1) / 1e-30
    return np.linalg.norm(pulled) / np.linalg.norm(g)


COMPLEX = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "relu": lambda z: z * (z.real > 0)}


@every("lane", depth.LANES)
@every("layers, size", [(1, 1.0), (4, 1.0), (7, 0.4), (4, 1.9)])
def test_the_gradient_that_comes_back_against_a_complex_step(lane, layers, size):
    found = depth.shares(depth.LANES[lane], layers, size)
    assert found.shape == (len(depth.SEEDS), layers + 1) and np.all(found[:, 0] == 1)
    for seed in (0, len(depth.SEEDS) - 1):
        assert found[seed, -1] == pytest.approx(pulled_back(COMPLEX[lane], layers, size, seed), rel=1e-12)


@every("size", stops(depth.SIZE)[::6])
def test_relu_scales_its_gradient_by_the_size_of_the_weights_at_every_layer(size):
    layers = int(depth.DEPTH.high)
    expected = depth.shares(depth.RELU, layers) * size ** np.arange(layers + 1)
    np.testing.assert_allclose(depth.shares(depth.RELU, layers, size), expected, rtol=1e-10)


def test_sigmoid_leaves_nothing_and_relu_all_as_in_wider_networks():
    layers = int(depth.DEPTH.default)
    for name, act in depth.LANES.items():
        wide = propagate(name, layers, HE).gradient[-1]
        assert depth.left(act, layers)[1] == pytest.approx(wide, rel=0.5)
    assert depth.left(depth.SIGMOID, layers)[2] < 1e-4 and 0.5 < depth.left(depth.RELU, layers)[1] < 2
    assert depth.left(depth.SIGMOID, 2 * layers)[2] < 1e-9


@every("layers", [1, 10, 50])
@every("size", [0.2, 1.0, 2.0])
def test_bars_stand_on_the_floor_and_are_as_high_as_the_shares(layers, size):
    drawing = depth.picture(layers, size)
    for name, act in depth.LANES.items():
        low, middle, high = np.quantile(depth.shares(act, layers, size)[:, 1:], [0, 0.5, 1], axis=0)
        tops = np.log10(middle).clip(depth.FLOOR, depth.CEILING) - depth.FLOOR
        np.testing.assert_allclose(drawing[name][:layers], tops, atol=1e-9)
        assert not drawing[name][layers:].any() and drawing[name].size == depth.DEPTH.high
        ends = drawing[f"{name}_ends"].reshape(-1, 3)[layers - 1, :2]
        np.testing.assert_allclose(ends, np.log10([low[-1], high[-1]]).clip(depth.FLOOR, depth.CEILING), atol=1e-9)
        assert drawing[f"{name}_left"] == pytest.approx(np.log10(middle[-1]), abs=1e-9)
