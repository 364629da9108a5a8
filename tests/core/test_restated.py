"""What PyTorch, Keras and JAX ask of their own activation functions, asked of ours.

The numbers are theirs: Keras `ops/nn_test.py` and `activations/activations_test.py`, PyTorch `test_unary_ufuncs.py` and
the samples of its OpInfo, JAX `tests/nn_test.py`. What draws inputs by lot is asked over a grid of the same width.
"""

from math import e, inf, log, nan

import numpy as np
import pytest
from conftest import ACTS
from failures import every
from scipy import stats

from activations import CATALOGUE, get
from activations.frameworks.snippets import snippet

FIVE = [-1, 0, 1, 2, 3]
HALF = [-0.5, 0, 1, 2, 3]
TENS = [-10, -5, 0.0, 5, 10]
HARD = [-1000, -4, -3, -2, 0, 2, 3, 4, 1000]
TINY, MAX = (float(x) for x in (np.finfo("f").tiny, np.finfo("f").max))
EDGES = [0.0, TINY, -TINY, 0.1, -0.1, 1.0, -1.0, MAX, -MAX, inf, -inf]
WIDE = np.array([*np.linspace(-10, 10, 401), *np.linspace(-1e-7, 1e-7, 11), 31.4, 88.0, 1e4, 1e5, -31.4, -88.0, -1e4])
R = 1 / 6
VALUES = [  # by whom, function, parameters, inputs, outputs
    ("keras", "relu", {}, FIVE, [0, 0, 1, 2, 3]),
    ("keras", "relu6", {}, [-1, 0, 1, 2, 3, 4, 5, 6, 7], [0, 0, 1, 2, 3, 4, 5, 6, 6]),
    ("keras", "relu6", {}, [-10, -5, 0, 5, 10, 12], [0, 0, 0, 5, 6, 6]),
    ("keras", "sigmoid", {}, FIVE, [0.26894143, 0.5, 0.7310586, 0.880797, 0.95257413]),
    ("keras", "softplus", {}, FIVE, [0.31326166, 0.6931472, 1.3132616, 2.126928, 3.0485873]),
    ("keras", "softsign", {}, FIVE, [-0.5, 0, 0.5, 0.6666667, 0.75]),
    ("keras", "silu", {}, FIVE, [-0.26894143, 0, 0.7310586, 1.7615942, 2.8577223]),
    ("keras", "log_sigmoid", {}, FIVE, [-1.3132616, -0.6931472, -0.31326166, -0.126928, -0.04858732]),
    ("keras", "leaky_relu", {"alpha": 0.2}, FIVE, [-0.2, 0, 1, 2, 3]),
    ("keras", "leaky_relu", {"alpha": 0.5}, TENS, [-5, -2.5, 0, 5, 10]),
    ("keras", "hard_sigmoid", {}, FIVE, [0.33333334, 0.5, 0.6666667, 0.8333334, 1]),
    ("keras", "hard_swish", {}, [-3, -2, -1, 0, 1, 2, 3], [0, -0.333333, -0.333333, 0, 0.6666667, 1.6666667, 3]),
    ("keras", "elu", {}, FIVE, [-0.63212055, 0, 1, 2, 3]),
    ("keras", "elu", {"alpha": 0.5}, FIVE, [-0.31606027, 0, 1, 2, 3]),
    ("keras", "selu", {}, FIVE, [-1.1113307, 0, 1.050701, 2.101402, 3.152103]),
    ("keras", "gelu_tanh", {}, FIVE, [-0.15880796, 0, 0.841192, 1.9545977, 2.9963627]),
    ("keras", "celu", {}, FIVE, [-0.63212055, 0, 1, 2, 3]),
    ("keras", "tanh_shrink", {}, FIVE, [-0.238406, 0, 0.238406, 1.035972, 2.004945]),
    ("keras", "hard_tanh", {}, FIVE, [-1, 0, 1, 1, 1]),
    ("keras", "hard_shrink", {}, HALF, [0, 0, 1, 2, 3]),
    ("keras", "thresholded_relu", {"alpha": 0}, HALF, [0, 0, 1, 2, 3]),
    ("keras", "squareplus", {}, HALF, [0.780776, 1, 1.618034, 2.414214, 3.302776]),
    ("keras", "soft_shrink", {}, HALF, [0, 0, 0.5, 1.5, 2.5]),
    ("keras", "sparse_plus", {}, HALF, [0.0625, 0.25, 1, 2, 3]),
    ("keras", "thresholded_relu", {"alpha": 5}, TENS, [0, 0, 0, 0, 10]),
    ("keras", "hard_tanh", {"low": 0, "high": 5}, TENS, [0, 0, 0, 5, 5]),
    ("torch", "hard_shrink", {"lambd": 0.3}, [1, 0.5, 0.3, 0.6], [1, 0.5, 0, 0.6]),
    ("torch", "hard_shrink", {"lambd": 0.5}, [1, 0.5, 0.3, 0.6], [1, 0, 0, 0.6]),
    ("torch", "hard_shrink", {"lambd": 0.0}, EDGES, EDGES),
    ("torch", "hard_shrink", {"lambd": TINY}, EDGES, [0, 0, 0, *EDGES[3:]]),
    ("torch", "hard_shrink", {"lambd": 1.0}, EDGES, [0] * 7 + EDGES[7:]),
    ("torch", "hard_shrink", {"lambd": MAX}, EDGES, [0] * 9 + EDGES[9:]),
    ("torch", "hard_swish", {}, HARD, [0, 0, 0, -1 / 3, 0, 5 / 3, 3, 4, 1000]),
    ("torch", "hard_sigmoid", {}, HARD, [0, 0, 0, R, 0.5, 5 * R, 1, 1, 1]),
    (
        "torch",
        "silu",
        {},
        [-1000, -1, -0.1, 0, 0.5, 1, 2, 1000],
        [x / (1 + e**-x) for x in (-500, -1, -0.1, 0, 0.5, 1, 2)] + [1000],
    ),
    ("torch", "mish", {}, [-1000, 0, 1000], [0, 0, 1000]),
    ("torch", "hard_tanh", {"low": -0.5, "high": 0.5}, [-1, -0.5, 0.2, 1], [-0.5, -0.5, 0.2, 0.5]),
    ("torch", "hard_tanh", {"low": 0, "high": 0}, [-1, 0, 1], [0, 0, 0]),
    ("torch", "soft_shrink", {"lambd": 0}, [-1, 0, 1], [-1, 0, 1]),
    *(("torch", "prelu", {"alpha": a}, [-2, 0, 3], [-2 * a, 0, 3]) for a in (-1, 0, 0.8, 1)),
    ("jax", "softplus", {}, [0, 89], [log(2), 89]),
    ("jax", "sparse_plus", {}, [89], [89]),
    ("jax", "squareplus", {}, [0, 1e3], [1, 1000.001]),
    ("jax", "mish", {}, [0, 1e3], [0, 1e3]),
    ("jax", "elu", {}, [1e4], [1e4]),
]
SLOPES = [  # the same for derivatives; at infinity and at NaN, JAX asks that they are those of the limits
    ("torch", "hard_sigmoid", [-3, 3, -2, 2, -6, 6], [0, 0, R, R, 0, 0]),
    ("jax", "softplus", [0, inf, -inf, nan], [0.5, 1, 0, nan]),
    ("jax", "squareplus", [0, -inf, nan], [0.5, 0, nan]),
    ("jax", "mish", [0, -inf, nan], [0.6, 0, nan]),
    ("jax", "sparse_plus", [-2, 0, 2], [0, 0.5, 1]),
    ("jax", "relu", [1, -1, 0], [1, 0, 0]),
    ("jax", "relu6", [1, -1, 0, 6], [1, 0, 0, 0]),
    ("jax", "elu", [1e4], [1]),
]
REFERENCES = {  # Keras compares with these over random inputs; as written they overflow or cancel, hence the tolerance
    "softplus": lambda x: np.log(1 + np.exp(x)),
    "softsign": lambda x: x / (1 + np.abs(x)),
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "hard_sigmoid": lambda x: np.clip(x / 6 + 0.5, 0, 1),
    "hard_swish": lambda x: x * np.clip(x + 3, 0, 6) / 6,
    "silu": lambda x: x / (1 + np.exp(-x)),
    "gelu": lambda x: x * stats.norm.cdf(x),
    "gelu_tanh": lambda x: 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3))),
    "mish": lambda x: x * np.tanh(np.log(1 + np.exp(x))),
    "tanh": np.tanh,
    "exponential": np.exp,
    "identity": lambda x: x,
}
# No function here says ReLU with a threshold, a ceiling or a slope at once, nor a threshold whose value is not 0.
ABSENT = {  # asked there and not here
    "torch hardshrink(lambd=-0.5), hardshrink(lambd=inf)": ("hard_shrink", {"lambd": -0.5}),
    "torch hardtanh(min_val=0.5, max_val=-0.5), an error there as well": ("hard_tanh", {"low": 0.5, "high": -0.5}),
    "torch softshrink(lambd=-0.5), an error there as well": ("soft_shrink", {"lambd": -0.5}),
}
asked = every("by, name, params, x, y", VALUES)


@every("dtype", ["f", "d"])
@asked
def test_a_value_is_what_it_should_be(by, name, params, x, y, dtype):
    rounded = {key: float(np.array(value, dtype)) for key, value in params.items()}  # as torch does; ours stay doubles,
    result = get(name)(np.array(x, dtype), **rounded)  # so that 0.3 in single precision would lie beyond lambda = 0.3
    assert result.dtype == dtype
    np.testing.assert_allclose(result, np.array(y, dtype), rtol=2e-6, atol=2e-6)


@asked
def test_a_value_is_the_same_in_the_code_for_numpy(by, name, params, x, y):
    space = {}
    with np.errstate(over="ignore"):
        code = snippet(name, "numpy", **params).code.replace("[-2.0, -0.5, 0.0, 0.5, 2.0]", "x_in")
        exec(code, {"x_in": x}, space)
    np.testing.assert_allclose(space["y"], y, rtol=2e-6, atol=2e-6)


@every("by, name, x, y", SLOPES)
def test_a_slope_is_what_it_should_be(by, name, x, y):
    np.testing.assert_allclose(get(name).derivative(x), y, rtol=1e-12, atol=0)


@every("name", REFERENCES)
def test_a_reference_agrees_over_its_range(name):
    with np.errstate(all="ignore"):
        expected = REFERENCES[name](WIDE)
    kept = np.isfinite(expected) | ~np.isfinite(get(name)(WIDE))
    assert kept.sum() >= WIDE.size - 3  # mish and softplus: exp overflows far on the right
    np.testing.assert_allclose(get(name)(WIDE)[kept], expected[kept], rtol=1e-5, atol=1e-12)


def test_gelu_keeps_its_left_tail_in_single_precision():
    """JAX asks this from -12 to 5, without an absolute tolerance."""
    x = np.linspace(-12, 5, 10_000, dtype="f")
    wide = x.astype(float)
    np.testing.assert_allclose(get("gelu")(x), wide * stats.norm.cdf(wide), rtol=2e-5, atol=1e-37)
    np.testing.assert_allclose(get("gelu_tanh")(x), wide * stats.norm.cdf(wide), rtol=2e-5, atol=1e-3)
    assert get("gelu")(-1) == get("gelu")(-1.0)


def test_softmax_and_its_logarithm():
    z = np.array([[1, 2, 3], [1, 2, 3]], "f")
    softmax, logarithm, row = get("softmax"), get("log_softmax"), [0.09003057, 0.24472848, 0.66524094]
    np.testing.assert_allclose(softmax(z), [row, row], rtol=1e-6)
    np.testing.assert_allclose(softmax(z, axis=0), np.full((2, 3), 0.5))
    np.testing.assert_allclose(softmax(z, axis=(0, 1))[0], [0.045015, 0.122364, 0.33262], rtol=1e-5)
    np.testing.assert_allclose(logarithm(z)[0], [-2.407606, -1.407606, -0.407606], rtol=1e-6)
    np.testing.assert_allclose(logarithm(z, axis=0), np.full((2, 3), -log(2)), rtol=1e-6)
    np.testing.assert_allclose(logarithm(z, axis=(0, 1))[1], [-3.100753, -2.100753, -1.100753], rtol=1e-6)
    np.testing.assert_array_equal(get("sparsemax")([-0.5, 0, 1, 2, 3]), [0, 0, 0, 0, 1])
    cube = np.arange(1.0, 9).reshape(2, 2, 2)
    for axes in ((0, 1), (0, 2), (1, 2)):
        np.testing.assert_allclose(softmax(cube, axis=axes).sum(axis=axes), 1)
        np.testing.assert_allclose(np.exp(logarithm(cube, axis=axes)).sum(axis=axes), 1)


def test_softmax_with_scores_left_out():
    z, shown = np.array([5.5, 1.3, -4.2, 0.9]), np.array([True, False, True, True])
    for name, nothing in (("softmax", 0.0), ("log_softmax", -inf)):
        function = get(name)
        assert function(np.array([])).size == 0
        np.testing.assert_array_equal(function(z, where=np.zeros(4, bool)), np.full(4, nothing))
        np.testing.assert_allclose(function(z, where=shown)[shown], function(z[shown]))


def test_gates():
    glu = get("glu")
    assert glu(0.0, 1.0) == 0.5
    np.testing.assert_allclose(glu([2, 3, 4], [-1, 0, 1]), [-0.8807971, 0, 0.98201376], rtol=1e-6)


@every("dtype", ["float16", "float32"])
@every("act", ACTS.values())
def test_the_type_of_the_input_is_kept(act, dtype):
    assert act(np.zeros((), dtype)).dtype == dtype


@every("reason", ABSENT)
def test_what_is_not_asked_is_outside_our_domain(reason):
    name, params = ABSENT[reason]
    with pytest.raises(ValueError):
        CATALOGUE[name](0.0, **params)
