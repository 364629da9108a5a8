"""Vector functions: values against 50 digits, Jacobians against central differences, axes, shifts."""

from collections.abc import Callable

import numpy as np
import pytest
from conftest import settings
from failures import every
from mpmath import mp, mpf
from scipy import special

from activations import CATALOGUE, get
from activations.functions.gumbel_softmax import noise  # what a seed draws is a matter of definition
from activations.spec import VectorActivation

rng = np.random.default_rng(7)
SCORES = [rng.normal(0, 3, 5), np.array([1000.0, 999.0, -1000.0]), np.array([0.0, 0.0]), np.array([3.0])]


@every("temperature", [0.1, 1.0, 5.0])
@every("z", SCORES)
def test_softmax_agrees_with_the_oracle(z, temperature):
    e = [mp.exp(mpf(float(v)) / mpf(temperature)) for v in z]
    exact = [float(v / mp.fsum(e)) for v in e]
    np.testing.assert_allclose(get("softmax")(z, temperature=temperature), exact, rtol=1e-13, atol=1e-300)


@every("temperature", [0.1, 0.3, 0.7, 3.0])
def test_softmax_keeps_its_digits_where_scores_lie_far_apart(temperature):
    z = np.append(-np.geomspace(1e-3, 200 * temperature, 60), 0.1)
    with mp.workdps(50):
        exact = [float(share) for share in shares(z, temperature)]
    np.testing.assert_allclose(get("softmax")(z, temperature=temperature), exact, rtol=2e-15, atol=0)


def shares(z, temperature=1.0):
    e = [mp.exp(mpf(v) / mpf(temperature)) for v in z]
    return [v / mp.fsum(e) for v in e]


def without(p, j):
    """1 - p_j, from the others."""
    return mp.fsum(p[:j] + p[j + 1 :])


def _softmax(z, temperature=1.0):
    p = shares(z, temperature)
    return lambda i, j: (p[i] * without(p, i) if i == j else -p[i] * p[j]) / mpf(temperature)


def _log_softmax(z):
    p = shares(z)
    return lambda i, j: without(p, i) if i == j else -p[j]


def _softmin(z):
    turned = _softmax([-v for v in z])
    return lambda i, j: -turned(i, j)


def _sparsemax(z):
    z = [mpf(float(v)) for v in z]
    ranked = sorted(z, reverse=True)
    size = max(k for k in range(1, len(z) + 1) if 1 + k * ranked[k - 1] > mp.fsum(ranked[:k]))
    stays = [v > (mp.fsum(ranked[:size]) - 1) / size for v in z]
    return lambda i, j: (mpf(i == j) - mpf(1) / size) if stays[i] and stays[j] else mpf(0)


def _entmax15(z):
    """The threshold by bisection, from the condition that the shares add up to one."""
    half = [mpf(float(v)) / 2 for v in z]
    low, high = max(half) - 1, max(half)
    for _ in range(1000):
        middle = (low + high) / 2
        low, high = (middle, high) if mp.fsum(max(v - middle, 0) ** 2 for v in half) > 1 else (low, middle)
    roots = [max(v - low, mpf(0)) for v in half]
    others = [mp.fsum(roots[:i] + roots[i + 1 :]) for i in range(len(z))]
    return lambda i, j: (roots[i] * others[i] if i == j else -roots[i] * roots[j]) / mp.fsum(roots)


def _gumbel_softmax(z, temperature, seed):
    with_noise = [mpf(float(v)) + mpf(float(g)) for v, g in zip(z, noise(seed, len(z)), strict=True)]
    return _softmax(with_noise, temperature)


def _gaussian_topk(z, sparsity):
    z, size = [mpf(float(v)) for v in z], len(z)
    mean = mp.fsum(z) / size
    spread = mp.sqrt(mp.fsum((v - mean) ** 2 for v in z) / size)
    quantile = mp.sqrt(2) * mp.erfinv(2 * mpf(sparsity) - 1)
    on = [v > mean + quantile * spread for v in z]
    slopes = [(1 + quantile * (v - mean) / spread) / size if spread else mpf(0) for v in z]
    return lambda i, j: (mpf(i == j) - slopes[j]) if on[i] else mpf(0)


def _poly_norm(z, a1, a2, a3, b):
    z, size, small = [mpf(float(v)) for v in z], len(z), mpf(1e-6)

    def slope(i, j):
        """By the quotient rule, power by power."""
        told = mpf(0)
        for k, a in enumerate((a1, a2, a3), 1):
            square = mp.fsum(v ** (2 * k) for v in z) / size + small
            rise = k * z[j] ** (k - 1)
            told += a * (rise * (i == j) - z[i] ** k * z[j] ** k * rise / size / square) / mp.sqrt(square)
        return told

    return slope


EXACT: dict[str, Callable] = {
    "softmax": _softmax,
    "log_softmax": _log_softmax,
    "softmin": _softmin,
    "sparsemax": _sparsemax,
}
EXACT |= {"entmax15": _entmax15, "gumbel_softmax": _gumbel_softmax}
EXACT |= {"gaussian_topk": _gaussian_topk, "poly_norm": _poly_norm}
EXACT["hardmax"] = lambda z: lambda i, j: mpf(0)
SATURATED = [
    *([40.0, 0.0], [20.0, 0.0, 0.0], [0.0, 20.0, 40.0], [700.0, 0.0, -3.0], [0.1, 0.2, 0.7], [-300.3, -0.1, 1e-17]),
    *([1e8, 1e8 - 37, 1e8 - 500.5], [5.0], [0.0, 0.0, 0.0], [-1e300, 0.0, 1e300], [2.0, 2.0 + 1e-15, -2.0]),
]


@every("z", SATURATED)
def test_jacobians_keep_their_digits_where_scores_are_saturated(vector, z):
    for params in settings(vector):
        with mp.workdps(400):
            exact = EXACT[vector.id](z, **params)
            table = np.array([[float(exact(i, j)) for j in range(len(z))] for i in range(len(z))])
        np.testing.assert_allclose(vector.jacobian(z, **params), table, rtol=1e-13, atol=1e-305)


def test_the_jacobian_of_log_softmax_known_from_elsewhere():
    found = get("log_softmax").jacobian([40.0, 0.0])
    assert found[0, 0] == pytest.approx(4.248354255291589e-18, rel=1e-15, abs=0)
    assert np.array_equal(found.sum(axis=1), [0, 0])
    np.testing.assert_allclose(get("log_softmax")([40.0, 0.0])[0], -4.248354255291589e-18, rtol=1e-15)


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


@every("z", SCORES)
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


def test_entmax_is_known_from_its_package_and_lies_between_softmax_and_sparsemax():
    np.testing.assert_allclose(get("entmax15")([-2, 0, 0.5]), [0, 0.3260, 0.6740], atol=5e-5)
    for _ in range(50):
        z = rng.normal(0, 1, 5)
        soft, between, sparse = (get(name)(z) for name in ("softmax", "entmax15", "sparsemax"))
        assert np.count_nonzero(sparse) <= np.count_nonzero(between) <= np.count_nonzero(soft)
        assert soft.max() < between.max() <= sparse.max()


def test_gumbel_noise_draws_each_class_as_often_as_its_share():
    z, gumbel = np.array([1.2, 0.8, 0.2, -0.5]), get("gumbel_softmax")
    drawn = np.bincount([gumbel(z, temperature=0.1, seed=seed).argmax() for seed in range(1, 4001)]) / 4000
    np.testing.assert_allclose(drawn, get("softmax")(z), atol=0.02)
    np.testing.assert_array_equal(gumbel(z, temperature=0.4), get("softmax")(z, temperature=0.4))


def test_a_seed_adds_the_same_noise_to_every_row_wherever_it_ends():
    row, rows = noise(7, 5), get("gumbel_softmax")(np.zeros((3, 5)), seed=7)
    assert np.array_equal(row[:3], noise(7, 3)) and not np.array_equal(row, noise(8, 5))
    assert np.array_equal(rows, np.tile(rows[0], (3, 1)))
    np.testing.assert_allclose(rows[0], get("softmax")(row), rtol=1e-14)


ROWS = [rng.normal(0, 2, 12), rng.normal(3, 1e-3, 7), 1e200 * rng.normal(size=9), 1e-3 * rng.normal(size=9)]


@every("x", ROWS)
@every("sparsity", [0.05, 0.6, 0.95])
def test_gaussian_topk_agrees_with_the_oracle(x, sparsity):
    row = [mpf(float(v)) for v in x]
    mean = mp.fsum(row) / len(row)
    spread = mp.sqrt(mp.fsum((v - mean) ** 2 for v in row) / len(row))
    cutoff = mean + mp.sqrt(2) * mp.erfinv(2 * mpf(sparsity) - 1) * spread
    exact = [float(max(v - cutoff, 0)) for v in row]
    np.testing.assert_allclose(get("gaussian_topk")(x, sparsity=sparsity), exact, rtol=1e-9, atol=1e-14 * float(spread))
    np.testing.assert_array_equal(get("gaussian_topk").jacobian(x, sparsity=sparsity).any(axis=1), np.array(exact) > 0)


@every("x", ROWS)
def test_poly_norm_agrees_with_the_oracle(x):
    row, sizes = [mpf(float(v)) for v in x], (mpf(0.3), mpf(-0.7), mpf(0.9))
    roots = [mp.sqrt(mp.fsum(v ** (2 * k) for v in row) / len(row) + mpf(1e-6)) for k in (1, 2, 3)]
    each = [[a * v**k / root for k, a, root in zip((1, 2, 3), sizes, roots, strict=True)] for v in row]
    got = get("poly_norm")(x, a1=0.3, a2=-0.7, a3=0.9, b=0.1)
    for one, parts in zip(got, each, strict=True):
        assert abs(mpf(float(one)) - mp.fsum(parts) - mpf(0.1)) < 1e-15 * (1 + mp.fsum(map(abs, parts)))


COUNTING = [
    (f, at) for f in CATALOGUE.values() if isinstance(f, VectorActivation) and f.hidden is None for at in settings(f)
]


@every("x", [ROWS[0], ROWS[3]])
@every("row, params", COUNTING)
def test_jacobians_of_longer_rows_agree_with_central_differences(row, x, params):
    h = 1e-5 * np.abs(x).max()
    columns = [(row(x + h * e, **params) - row(x - h * e, **params)) / (2 * h) for e in np.eye(len(x))]
    exact = row.jacobian(x, **params)
    np.testing.assert_allclose(exact, np.stack(columns, axis=1), atol=1e-7 * max(1, np.abs(exact).max()))


def test_gaussian_topk_keeps_a_twentieth_of_a_normal_row_and_moves_with_it():
    topk, row = get("gaussian_topk"), special.ndtri((np.arange(10_000) + 0.5) / 10_000)
    assert abs(np.count_nonzero(topk(row)) / len(row) - 0.05) < 0.001
    np.testing.assert_allclose(topk(3 * ROWS[0] + 7), 3 * topk(ROWS[0]), atol=1e-13)
    assert not topk([2.0, 2.0, 2.0]).any() and not topk([5.0]).any()
    assert not topk(rng.normal(size=(50, 3))).any(), "of three, none can lie so far out"


def test_the_powers_of_poly_norm_have_a_mean_square_of_one():
    for k in (1, 2, 3):
        one = get("poly_norm")(ROWS[0], **{f"a{i}": float(i == k) for i in (1, 2, 3)})
        assert abs(np.mean(one**2) - 1) < 1e-5
        np.testing.assert_allclose(one / one[0], (ROWS[0] / ROWS[0][0]) ** k, rtol=1e-12)


def test_hardmax_gives_all_to_the_first_of_the_largest():
    np.testing.assert_array_equal(get("hardmax")([1.0, 3.0, 3.0]), [0, 1, 0])


def test_softmin_is_softmax_turned_round():
    np.testing.assert_array_equal(get("softmin")([1.0, 2.0]), get("softmax")([-1.0, -2.0]))


def test_softmax_jacobian_rows_cancel_exactly():
    assert np.abs(get("softmax").jacobian(SCORES[0]).sum(axis=1)).max() < 1e-16


def test_shapes_without_elements_come_back(vector):
    for shape, axis in (((3, 0), -1), ((0,), 0), ((0, 3), 1), ((2, 0, 3), (0, 2)), ((2, 0, 3), (1, 2))):
        out = vector(np.zeros(shape, np.float32), axis=axis)
        assert out.shape == shape and out.dtype == np.float32
    assert vector.jacobian(np.zeros((3, 0))).shape == (3, 0, 0)
    assert vector.jacobian(np.zeros((0, 3))).shape == (0, 3, 3)


def test_a_single_number_is_a_vector_of_one(vector):
    for axis in (0, -1, (0,)):
        assert np.ndim(vector(2.5, axis=axis)) == 0
        assert vector(2.5, axis=axis) == vector([2.5])[0]
    with pytest.raises(np.exceptions.AxisError):
        vector(2.5, axis=1)


def test_several_axes_are_one_vector(vector):
    z = rng.normal(size=(2, 3, 4))
    for axes in ((0, 1), (2, 0), (0, 1, 2), [1, -1]):
        rest = tuple(i for i in range(3) if i not in [a % 3 for a in axes])
        order = [*rest, *(a % 3 for a in axes)]
        moved = np.transpose(z, order)
        flat = vector(moved.reshape(*(z.shape[i] for i in rest), -1)).reshape(moved.shape)
        np.testing.assert_array_equal(vector(z, axis=axes), np.transpose(flat, np.argsort(order)))


WRONG = [(3, "axis 3"), (-4, "axis -4"), ((0, 0), "repeated"), ((1, 5), "axis 5")]


@every("axis, problem", WRONG)
def test_a_wrong_axis_is_named(vector, axis, problem):
    with pytest.raises(ValueError, match=problem):
        vector(np.zeros((2, 3, 4)), axis=axis)


def test_what_is_left_out_takes_no_part(vector):
    z = rng.normal(size=(4, 6))
    mask = rng.random((4, 6)) < 0.6
    mask[:, 0], mask[3] = True, False
    for hidden in (z, np.where(mask, z, np.nan), np.where(mask, z, np.inf), np.where(mask, z, 1e308)):
        out = vector(hidden, where=mask)
        assert (out[~mask] == vector.absent).all() and (out[3] == vector.absent).all()
        for i in range(3):
            np.testing.assert_allclose(out[i][mask[i]], vector(z[i][mask[i]]), rtol=1e-14, atol=0)
    np.testing.assert_array_equal(vector(z, where=True), vector(z))
    np.testing.assert_array_equal(vector(z.T, axis=0, where=mask.T), vector(z, where=mask).T)
    np.testing.assert_array_equal(vector(z, where=mask[0]), vector(z, where=np.tile(mask[0], (4, 1))))
    np.testing.assert_allclose(vector(z, axis=(0, 1), where=mask)[mask], vector(z[mask]), rtol=1e-14)


def test_a_mask_that_does_not_fit_is_refused(vector):
    with pytest.raises(TypeError, match="boolean"):
        vector(np.zeros((2, 3)), where=np.ones((2, 3)))
    with pytest.raises(ValueError, match=r"\(4,\).*\(2, 3\)"):
        vector(np.zeros((2, 3)), where=np.ones(4, bool))


@every("z", [[0.0, np.inf], [np.nan, 1.0, 2.0], [1.0, np.nan], [-np.inf, -np.inf]])
def test_scores_that_decide_nothing_give_nan_everywhere(vector, z):
    undecided = np.isnan(z).any() or vector.id != "hardmax"
    if vector.id == "softmin":
        z = np.negative(z)
    assert np.isnan(vector(z)).all() == undecided
    assert np.isnan(vector.jacobian(z)).all() == undecided


def test_a_score_of_minus_infinity_gets_nothing_and_undoes_a_mean(vector):
    if vector.hidden is None:
        assert np.isnan(vector([1.0, -np.inf, 0.5])).all() and np.isnan(vector.jacobian([1.0, -np.inf, 0.5])).all()
        return
    z = np.array([1.0, -np.inf, 0.5]) * (-1 if vector.id == "softmin" else 1)
    np.testing.assert_allclose(vector(z), vector(z, where=[True, False, True]))
    assert np.isfinite(vector.jacobian(z)).all()


def test_the_gradient_of_maxout_keeps_nan():
    maxout = get("maxout")
    assert np.isnan(maxout.gradient([1.0, np.nan, 2.0])).all()
    np.testing.assert_array_equal(maxout.gradient([1.0, 3.0, 3.0]), [0, 1, 0])
    assert maxout(np.zeros((0, 3))).shape == (0,)


@pytest.mark.filterwarnings("ignore:overflow:RuntimeWarning")
def test_what_is_told_of_a_row_masked_throughout():
    """One empty row makes every shared weight's gradient NaN; replacing twice saves them, multiplying by 0 does not."""
    softmax, x, w = get("softmax"), rng.normal(size=(3, 2)), rng.normal(size=(2, 2))
    scores, mask = x @ w @ x.T, np.tril(np.ones((3, 3), bool), -1)  # the first row sees nothing

    def gradient(given):
        shares = np.zeros_like(given)
        shares[:, 0] = mask.any(axis=1)  # the loss takes no notice of the empty row
        back = np.einsum("ijk,ij->ik", np.stack([softmax.jacobian(row) for row in given]), shares)
        return x.T @ back @ x

    empty = ~mask.any(axis=1, keepdims=True)
    hidden = np.where(mask, scores, -np.inf)
    assert np.isnan(softmax(hidden)[0] * 0).all() and np.isnan(gradient(hidden)).all()
    assert np.isfinite(gradient(np.where(empty, 0.0, hidden))).all()
    assert not softmax(scores, where=mask)[0].any()
    np.testing.assert_allclose(softmax(np.where(mask, scores, -1e9))[0], 1 / 3, rtol=1e-15)
    assert np.float16(-1e9) == -np.inf
