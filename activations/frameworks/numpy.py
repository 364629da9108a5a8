"""NumPy and SciPy: every function in a form that neither overflows nor cancels."""

import numpy as np

from activations.frameworks.engine import Engine, Outcome, Program
from activations.frameworks.framework import Defaults, Framework, Table, last_axis, made, on_arrays, own
from activations.frameworks.numpy_rows import ENTMAX, GAUSSIAN_TOPK, POLY_NORM, SPARSEMAX

BUMPS = """\
for c, at in [($c1, -1.5), ($c2, -0.5), ($c3, 0.5), ($c4, 1.5)]:  # cubic B-splines
    a = np.abs(x - at)
    y = y + c * (np.maximum(2 - a, 0.0) ** 3 - 4 * np.maximum(1 - a, 0.0) ** 3) / 6"""
LEAKY = "y = np.where(x > 0, x, $alpha * x)"
RELU = "y = np.maximum(x, 0.0)"
TANH_SHRINK = """\
t = np.minimum(x * x, 0.01)  # near 0, x - tanh(x) would cancel
c = t / (3 + t / (5 + t / (7 + t / 9)))
y = np.where(np.abs(x) < 0.1, x * c / (1 + c), x - np.tanh(x))"""

SPELLINGS: Table = {
    "acon_c": made(
        "v = $beta * ($p1 - $p2) * np.clip(x, -1e30, 1e30)\n"
        "slope = $p1 * special.expit(v) + $p2 * special.expit(-v)\n"
        "y = np.where(slope == 0, 0.0, x * slope)  # inf * 0 would be NaN"
    ),
    "arctan": own("y = np.arctan(x)"),
    "b_silu": made(
        "y = np.maximum(x, -1e30) * special.expit(x) + $alpha / 2 * np.tanh(x / 2)  # -inf * 0 would be NaN"
    ),
    "bilinear": made("y = gate * value"),
    "celu": made("y = np.where(x > 0, x, $alpha * np.expm1(np.minimum(x, 0.0) / $alpha))"),
    "derf": made("y = $gamma * special.erf($alpha * x + $shift) + $beta"),
    "dynamic_relu": (  # a slope of 0 is left out: times inf it would be NaN
        made("y = np.minimum(np.abs(x), 0.0) + max($offset1, $offset2)", slope1=0, slope2=0),
        made("y = np.maximum($offset1, $slope2 * x + $offset2)", slope1=0),
        made("y = np.maximum($slope1 * x + $offset1, $offset2)", slope2=0),
        made("y = np.maximum($slope1 * x + $offset1, $slope2 * x + $offset2)"),
    ),
    "dyt": made("y = $gamma * np.tanh($alpha * x) + $beta"),
    "elu": made("y = np.where(x > 0, x, $alpha * np.expm1(np.minimum(x, 0.0)))"),
    "entmax15": made(ENTMAX),
    "exponential": own("y = np.exp(x)"),
    "gaussian": made("y = np.exp(-x * x)"),
    "gaussian_topk": made(GAUSSIAN_TOPK),
    "geglu": made("y = np.maximum(gate, -1e30) * special.ndtr(gate) * value"),
    "geglu_tanh": made(
        "u = (2 / np.pi) ** 0.5 * (gate + 0.044715 * gate**3)\n"
        "y = np.maximum(gate, -1e30) * special.expit(2 * u) * value  # -inf * 0 would be NaN"
    ),
    "gelu": made("y = np.maximum(x, -1e30) * special.ndtr(x)  # -inf * 0 would be NaN"),
    "gelu_clipped": made("y = np.minimum(np.maximum(x, -1e30) * special.ndtr(x), $ceiling)  # -inf * 0 would be NaN"),
    "gelu_sigmoid": made("y = np.maximum(x, -1e30) * special.expit(1.702 * x)  # -inf * 0 would be NaN"),
    "gelu_tanh": made(
        "u = np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)\n"
        "y = np.maximum(x, -1e30) * special.expit(2 * u)  # -inf * 0 would be NaN"
    ),
    "glu": made("y = special.expit(gate) * value"),
    "gumbel_softmax": (
        made("y = special.softmax(z / $temperature, axis=-1)", "without_noise", seed=0),
        made(
            "noise = np.random.default_rng($seed).gumbel(size=z.shape[-1])\n"
            "y = special.softmax((z + noise) / $temperature, axis=-1)",
            "noise_as_here",
        ),
    ),
    "hard_mish": made("low = np.clip(x, -2.0, 0.0)\ny = np.maximum(x, 0.0) + low * (low + 2) / 2"),
    "golu": made("t = np.maximum(x, -30.0)  # below, the gate is 0\ny = t * np.exp(-np.exp(-t))"),
    "hard_shrink": made("y = np.where(np.abs(x) <= $lambd, 0.0, x)"),
    "hard_sigmoid": made("y = np.clip((x + 3) / 6, 0.0, 1.0)"),
    "hard_swish": made("y = np.maximum(x, -3.0) * np.clip((x + 3) / 6, 0.0, 1.0)"),
    "hard_tanh": own("y = np.clip(x, $low, $high)", "other_name"),
    "hardmax": made(
        "first = np.eye(z.shape[-1])[z.argmax(axis=-1)]\n"
        "y = np.where(np.isnan(z).any(axis=-1, keepdims=True), np.nan, first)"
    ),
    "identity": own("y = np.positive(x)", "other_name"),
    "laplace": made("y = special.ndtr((x - $mu) / $sigma)"),
    "kan_edge": (
        made(f"y = np.zeros_like(x)\n{BUMPS}", base=0),
        made(f"y = $base * np.maximum(x, -1e30) * special.expit(x)  # -inf * 0 would be NaN\n{BUMPS}"),
    ),
    "keras_relu": (
        made("y = np.where(x <= $threshold, 0.0, np.minimum(x, $max_value))", negative_slope=0),
        made(
            "leak = $negative_slope * (x - $threshold)\ny = np.where(x <= $threshold, leak, np.minimum(x, $max_value))"
        ),
    ),
    "leaky_relu": (made(RELU, alpha=0), made(LEAKY)),
    "lecun_tanh": made("y = 1.7159 * np.tanh(2 * x / 3)"),
    "lisht": made("y = x * np.tanh(x)"),
    "log_sigmoid": own("y = special.log_expit(x)", "other_name"),
    "log_softmax": made(
        "below = z - z.max(axis=-1, keepdims=True)\n"
        "others = np.exp(np.sort(below, axis=-1)[..., :-1])  # all but the largest, which is exp(0)\n"
        "y = below - np.log1p(others.sum(axis=-1, keepdims=True))"
    ),
    "maxout": made("y = z.max(axis=-1)", "pieces"),
    "mish": made("y = np.maximum(x, -1e30) * np.tanh(np.logaddexp(0.0, x))  # -inf * 0 would be NaN"),
    "poly_norm": made(POLY_NORM),
    "poly_relu": (  # a coefficient of 0 is left out: times inf it would be NaN
        made("r = np.maximum(x, 0.0)\ny = ($a2 * r + $a1) * r", a3=0),
        made("r = np.maximum(x, 0.0)\ny = (($a3 * r + $a2) * r + $a1) * r"),
    ),
    "prelu": (made(RELU, "trainable", alpha=0), made(LEAKY, "trainable")),
    "rational": made(
        "t = np.clip(x, -1e5, 1e5)  # t**5 must not overflow\n"
        "above = $a0 + t * ($a1 + t * ($a2 + t * (1 / 9 + t**2 / 945)))\n"
        "below = 1 + np.abs(t**2 * ($b2 + t**2 / 63))\n"
        "y = above / below + (x - t) / 15  # far out, a straight line"
    ),
    "reglu": made("y = np.maximum(gate, 0.0) * value"),
    "relu": made(RELU),
    "relu6": own("y = np.clip(x, 0.0, 6.0)", "other_name"),
    "rrelu": (
        made("slope = ($lower + $upper) / 2\ny = np.where(x > 0, x, slope * x)", "drawn_as_here", seed=0),
        made(
            "share = np.random.default_rng($seed).random()\nslope = $lower + ($upper - $lower) * share\n"
            "y = np.where(x > 0, x, slope * x)",
            "drawn_as_here",
        ),
    ),
    "scaled_sigmoid": made("y = 2 * np.tanh(x / 2)"),
    "selu": made(
        "scale, alpha = 1.0507009873554805, 1.6732632423543772\n"
        "y = scale * np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0.0)))"
    ),
    "shrink": made("y = np.where(np.abs(x) <= $lambd, 0.0, x - np.copysign($bias, x))"),
    "serf": made("y = np.maximum(x, -1e30) * special.erf(np.logaddexp(0.0, x))  # -inf * 0 would be NaN"),
    "sigmoid": own("y = special.expit(x)", "other_name"),
    "silu": made("y = np.maximum(x, -1e30) * special.expit(x)  # -inf * 0 would be NaN"),
    "sine": own("y = np.sin(x)"),
    "snake": made("y = x + np.sin($alpha * np.clip(x, -1e30, 1e30)) ** 2 / $alpha"),
    "snake_beta": made("y = x + np.sin($alpha * np.clip(x, -1e30, 1e30)) ** 2 / $beta"),
    "soft_cap": made("y = $cap * np.tanh(x / $cap)"),
    "soft_shrink": made("y = x - np.clip(x, -$lambd, $lambd)"),
    "softmax": own("y = special.softmax(z / $temperature, axis=-1)", "temperature"),
    "softmin": made("y = special.softmax(-z, axis=-1)", "default_differs"),
    "softplus": made("y = np.logaddexp(0.0, $beta * x) / $beta"),
    "softsign": made("t = np.clip(x, -1e30, 1e30)  # inf / inf would be NaN\ny = t / (1 + np.abs(t))"),
    "sparse_plus": made("y = np.where(x >= 1, x, (np.clip(x, -1.0, 1.0) + 1) ** 2 / 4)"),
    "sparse_sigmoid": made("y = np.clip((x + 1) / 2, 0.0, 1.0)"),
    "sparsemax": made(SPARSEMAX),
    "sqrt_softplus": made(
        "left = np.exp(np.minimum(x, 0.0) / 2)  # softplus would underflow before its root does\n"
        "y = np.where(x < -40, left, np.sqrt(np.logaddexp(0.0, x)))"
    ),
    "squared_relu": made("y = np.maximum(x, 0.0) ** 2"),
    "squareplus": (
        made(RELU, beta=0),
        made(
            "root = np.hypot(x, $beta**0.5)  # x * x could overflow, and x + root would cancel\n"
            "y = np.maximum(x, 0.0) + $beta / 2 / (root + np.abs(x))"
        ),
    ),
    "star_relu": made("y = $scale * np.maximum(x, 0.0) ** 2 + $bias"),
    "step": own("y = np.heaviside(x, 0.0)", "value_at_zero"),
    "swiglu": (
        made("y = gate / 2 * value", beta=0),
        made("y = np.maximum(gate, -1e30) * special.expit($beta * gate) * value  # -inf * 0 would be NaN"),
    ),
    "swiglu_clamped": made(
        "g = np.minimum(gate, $limit)\n"
        "u = np.clip(value, -$limit, $limit)\n"
        "y = np.maximum(g, -1e30) * special.expit(1.702 * g) * (u + 1)  # -inf * 0 would be NaN"
    ),
    "swiglu_limited": made(
        "g = np.minimum(gate, $limit)\n"
        "y = np.maximum(g, -1e30) * special.expit(g) * np.clip(value, -$limit, $limit)  # -inf * 0 would be NaN"
    ),
    "swiglu_step": made(
        "opened = np.maximum(gate, -1e30) * special.expit(gate)  # -inf * 0 would be NaN\n"
        "y = np.minimum(opened, $limit) * np.clip(value, -$limit, $limit)"
    ),
    "swish": (
        made("y = x / 2", beta=0),
        made("y = np.maximum(x, -1e30) * special.expit($beta * x)  # -inf * 0 would be NaN"),
    ),
    "tanh": own("y = np.tanh(x)"),
    "tanh_shrink": made(TANH_SHRINK),
    "threshold_value": made("y = np.where(x <= $threshold, $value, x)"),
    "telu": made("y = np.maximum(x, -1e30) * np.tanh(np.exp(np.minimum(x, 30.0)))  # -inf * 0 would be NaN"),
    "thresholded_relu": made("y = np.where(x <= $alpha, 0.0, x)"),
    "xielu": made(
        "low, high = np.minimum(x, 0.0), np.maximum(x, 0.0)\n"
        "left = $alpha_n * np.expm1(low) + ($beta - $alpha_n) * low\n"
        "y = high * ($alpha_p * high + $beta) + left"
    ),
}

DEFAULTS: Defaults = {
    "softmax": last_axis("scipy.special.softmax", "axis", None),
    "softmin": last_axis("scipy.special.softmax", "axis", None),
}

LAYER = on_arrays(
    halves="np.split({}, 2, axis=-1)",
    inits={"he": "np.sqrt(2 / 256)", "xavier": "np.sqrt(2 / (256 + 256))", "lecun": "np.sqrt(1 / 256)"},
    random="rng = np.random.default_rng(0)",
    weight="rng.normal(0, $init, (256, $outputs))",
    np="np",
    inputs="rng.normal(size=(32, 256))",
)


def run(program: Program) -> Outcome:
    """The value alone."""
    return np.asarray(program.formula()(*program.arrays)), None


FRAMEWORK = Framework(
    name="NumPy",
    place=1,
    given="{name} = np.array({values})",
    imports={"import numpy as np": r"\bnp\.", "from scipy import special": r"\bspecial\."},
    spellings=SPELLINGS,
    defaults=DEFAULTS,
    engines={"numpy": Engine(packages=("numpy", "scipy"), run=run, differentiates=False)},
    layer=LAYER,
)
