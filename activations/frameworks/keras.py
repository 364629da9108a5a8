"""Keras 3: functions of `keras.activations`, otherwise composed with `keras.ops`."""

from activations.frameworks.framework import Default, Defaults, Framework, Table, last_axis, made, own

BUMPS = """\
for c, at in [($c1, -1.5), ($c2, -0.5), ($c3, 0.5), ($c4, 1.5)]:  # cubic B-splines
    a = keras.ops.abs(x - at)
    y = y + c * (keras.ops.relu(2 - a) ** 3 - 4 * keras.ops.relu(1 - a) ** 3) / 6"""
GELU = ("keras.activations.gelu", "keras.ops.gelu")
EXACT = tuple(Default(owner, "approximate", owner == GELU[1], ours=False) for owner in GELU)
TANH = tuple(Default(owner, "approximate", owner == GELU[1], ours=True) for owner in GELU)
GLU = "y = keras.activations.glu(keras.ops.concatenate([value, gate], axis=-1), axis=-1)"
RANDOM = """\
slope = keras.random.uniform(keras.ops.shape(x), $lower, $upper, seed=$seed)
y = keras.ops.where(x > 0, x, slope * x)"""
SPARSEMAX = """\
z = z - keras.ops.max(z, axis=-1, keepdims=True)  # beside a large z, 1 would be lost
ranked = -keras.ops.sort(-z, axis=-1)
counts = keras.ops.arange(1, z.shape[-1] + 1, dtype=z.dtype)
sums = keras.ops.cumsum(ranked, axis=-1)
threshold = keras.ops.max((sums - 1) / counts, axis=-1, keepdims=True)
y = keras.ops.relu(z - threshold)"""

SPELLINGS: Table = {
    "acon_c": made(
        "v = $beta * ($p1 - $p2) * keras.ops.clip(x, -1e30, 1e30)\n"
        "slope = $p1 * keras.ops.sigmoid(v) + $p2 * keras.ops.sigmoid(-v)\n"
        "y = keras.ops.where(slope == 0, 0.0, x * slope)  # inf * 0 would be NaN"
    ),
    "arctan": own("y = keras.ops.arctan(x)"),
    "b_silu": made(
        "gate = keras.ops.sigmoid(x)\n"
        "y = keras.ops.maximum(x, -1e30) * gate + $alpha / 2 * keras.ops.tanh(x / 2)  # -inf * 0 would be NaN"
    ),
    "bilinear": made("y = gate * value"),
    "celu": own("y = keras.activations.celu(x, alpha=$alpha)"),
    "derf": made("y = $gamma * keras.ops.erf($alpha * x + $shift) + $beta"),
    "dynamic_relu": (  # a slope of 0 is left out: times inf it would be NaN
        made("y = keras.ops.where(keras.ops.isnan(x), x, max($offset1, $offset2))", slope1=0, slope2=0),
        made("y = keras.ops.maximum($offset1, $slope2 * x + $offset2)", slope1=0),
        made("y = keras.ops.maximum($slope1 * x + $offset1, $offset2)", slope2=0),
        made("y = keras.ops.maximum($slope1 * x + $offset1, $slope2 * x + $offset2)"),
    ),
    "dyt": made("y = $gamma * keras.ops.tanh($alpha * x) + $beta"),
    "elu": own("y = keras.activations.elu(x, alpha=$alpha)"),
    "exponential": own("y = keras.activations.exponential(x)"),
    "gaussian": made("y = keras.ops.exp(-x * x)"),
    "geglu": made("y = keras.activations.gelu(gate, approximate=False) * value", "two_defaults"),
    "gelu": own("y = keras.activations.gelu(x, approximate=False)", "two_defaults"),
    "gelu_clipped": made(
        "t = keras.ops.clip(x, -1e30, 1e30)  # inf would give NaN\n"
        "y = keras.ops.minimum(keras.activations.gelu(t, approximate=False), $ceiling)",
        "two_defaults",
    ),
    "gelu_sigmoid": made("y = keras.ops.maximum(x, -1e30) * keras.ops.sigmoid(1.702 * x)  # -inf * 0 would be NaN"),
    "gelu_tanh": own("y = keras.activations.gelu(x, approximate=True)", "two_defaults"),
    "glu": own(GLU, "gate_second"),
    "golu": made("t = keras.ops.maximum(x, -30.0)  # below, the gate is 0\ny = t * keras.ops.exp(-keras.ops.exp(-t))"),
    "hard_shrink": own("y = keras.activations.hard_shrink(x, threshold=$lambd)"),
    "hard_sigmoid": own("y = keras.activations.hard_sigmoid(x)"),
    "hard_swish": own("y = keras.activations.hard_swish(x)"),
    "hard_tanh": (
        own("y = keras.activations.hard_tanh(x)", "fixed_parameter", low=-1, high=1),
        made("y = keras.ops.clip(x, $low, $high)", "fixed_parameter"),
    ),
    "hardmax": made(
        "first = keras.ops.one_hot(keras.ops.argmax(z, axis=-1), z.shape[-1])\n"
        "lost = keras.ops.any(keras.ops.isnan(z), axis=-1, keepdims=True)\n"
        'y = keras.ops.where(lost, float("nan"), first)'
    ),
    "identity": own("y = keras.activations.linear(x)", "other_name"),
    "kan_edge": (
        made(f"y = keras.ops.zeros_like(x)\n{BUMPS}", base=0),
        made(f"y = $base * keras.ops.maximum(x, -1e30) * keras.ops.sigmoid(x)  # -inf * 0 would be NaN\n{BUMPS}"),
    ),
    "keras_relu": own(
        "y = keras.activations.relu(x, negative_slope=$negative_slope, max_value=$max_value, threshold=$threshold)",
        "default_differs",
    ),
    "leaky_relu": own("y = keras.activations.leaky_relu(x, negative_slope=$alpha)", "default_differs"),
    "lecun_tanh": made("y = 1.7159 * keras.ops.tanh(2 * x / 3)"),
    "lisht": made(
        "t = keras.ops.clip(x, -30.0, 30.0)  # beyond, tanh is flat, and its slope times x should be 0\n"
        "y = x * keras.ops.tanh(t)"
    ),
    "log_sigmoid": own("y = keras.activations.log_sigmoid(x)"),
    "log_softmax": own("y = keras.activations.log_softmax(z, axis=-1)"),
    "maxout": made("y = keras.ops.max(z, axis=-1)", "pieces"),
    "mish": own("y = keras.activations.mish(x)"),
    "poly_relu": (  # a coefficient of 0 is left out: times inf it would be NaN
        made("r = keras.ops.relu(x)\ny = ($a2 * r + $a1) * r", a3=0),
        made("r = keras.ops.relu(x)\ny = (($a3 * r + $a2) * r + $a1) * r"),
    ),
    "prelu": own(
        "start = keras.initializers.Constant($alpha)\n"
        "# for images of shape (N, H, W, C) add shared_axes=[1, 2]: one slope for each channel\n"
        "layer = keras.layers.PReLU(alpha_initializer=start)\n"
        "y = layer(x)",
        "channels_keras",
    ),
    "rational": made(
        "t = keras.ops.clip(x, -1e5, 1e5)  # t**5 must not overflow\n"
        "above = $a0 + t * ($a1 + t * ($a2 + t * (1 / 9 + t**2 / 945)))\n"
        "below = 1 + keras.ops.abs(t**2 * ($b2 + t**2 / 63))\n"
        "y = above / below + (x - t) / 15  # far out, a straight line"
    ),
    "reglu": made("y = keras.ops.relu(gate) * value"),
    "relu": own("y = keras.activations.relu(x)"),
    "relu6": own("y = keras.activations.relu6(x)"),
    "rrelu": (
        made(
            "slope = ($lower + $upper) / 2\ny = keras.activations.leaky_relu(x, negative_slope=slope)",
            "training_only",
            seed=0,
        ),
        made(RANDOM, "training_only", ("lower", "upper")),
    ),
    "scaled_sigmoid": made("y = 2 * keras.ops.tanh(x / 2)"),
    "selu": own("y = keras.activations.selu(x)"),
    "serf": made(
        "gate = keras.ops.erf(keras.ops.softplus(x))\ny = keras.ops.maximum(x, -1e30) * gate  # -inf * 0 would be NaN"
    ),
    "sigmoid": own("y = keras.activations.sigmoid(x)"),
    "silu": own("y = keras.activations.silu(x)"),
    "sine": own("y = keras.ops.sin(x)"),
    "snake": made("y = x + keras.ops.sin($alpha * keras.ops.clip(x, -1e30, 1e30)) ** 2 / $alpha"),
    "soft_shrink": own("y = keras.activations.soft_shrink(x, threshold=$lambd)"),
    "softmax": own("y = keras.activations.softmax(z / $temperature, axis=-1)", "temperature"),
    "softmin": made("y = keras.activations.softmax(-z, axis=-1)"),
    "softplus": (
        own("y = keras.activations.softplus(x)", "fixed_parameter", beta=1),
        made("y = keras.activations.softplus($beta * x) / $beta", "fixed_parameter"),
    ),
    "softsign": own("y = keras.activations.softsign(x)"),
    "sparse_plus": own("y = keras.activations.sparse_plus(x)"),
    "sparsemax": made(SPARSEMAX, "framework_error"),
    "squared_relu": made("y = keras.ops.relu(x) ** 2"),
    "squareplus": (
        own("y = keras.activations.relu(x)", "other_name", beta=0),
        own("y = keras.activations.squareplus(x, b=$beta)"),
    ),
    "step": own("y = keras.ops.heaviside(x, 0.0)", "value_at_zero"),
    "swiglu": (
        made("y = keras.activations.silu(gate) * value", beta=1),
        made("y = gate / 2 * value", beta=0),
        made("y = keras.ops.maximum(gate, -1e30) * keras.ops.sigmoid($beta * gate) * value  # -inf * 0 would be NaN"),
    ),
    "swish": (
        own("y = keras.activations.swish(x)", "fixed_parameter", beta=1),
        made("y = x / 2", "fixed_parameter", beta=0),
        made(
            "y = keras.ops.maximum(x, -1e30) * keras.ops.sigmoid($beta * x)  # -inf * 0 would be NaN", "fixed_parameter"
        ),
    ),
    "tanh": own("y = keras.activations.tanh(x)"),
    "tanh_shrink": own("y = keras.activations.tanh_shrink(x)", "cancellation"),
    "telu": made(
        "gate = keras.ops.tanh(keras.ops.exp(keras.ops.minimum(x, 30.0)))\n"
        "y = keras.ops.maximum(x, -1e30) * gate  # -inf * 0 would be NaN"
    ),
    "thresholded_relu": own("y = keras.activations.threshold(x, $alpha, 0.0)", "other_name"),
}

DEFAULTS: Defaults = {
    "celu": (Default("keras.activations.celu", "alpha", 1.0, "alpha"),),
    "elu": (Default("keras.activations.elu", "alpha", 1.0, "alpha"),),
    "geglu": EXACT,
    "gelu": EXACT,
    "gelu_tanh": TANH,
    "glu": last_axis("keras.activations.glu", "axis", -1),
    "hard_shrink": (Default("keras.activations.hard_shrink", "threshold", 0.5, "lambd"),),
    "keras_relu": (
        Default("keras.activations.relu", "negative_slope", 0.0, "negative_slope"),
        Default("keras.activations.relu", "max_value", None, "max_value"),
        Default("keras.activations.relu", "threshold", 0.0, "threshold"),
    ),
    "leaky_relu": (
        Default("keras.activations.leaky_relu", "negative_slope", 0.2, "alpha"),
        Default("keras.layers.LeakyReLU", "negative_slope", 0.3, "alpha"),
    ),
    "log_softmax": last_axis("keras.activations.log_softmax", "axis", -1),
    "prelu": (Default("keras.layers.PReLU", "alpha_initializer", "Zeros", "alpha"),),
    "soft_shrink": (Default("keras.activations.soft_shrink", "threshold", 0.5, "lambd"),),
    "softmax": last_axis("keras.activations.softmax", "axis", -1),
    "softmin": last_axis("keras.activations.softmax", "axis", -1),
    "sparsemax": last_axis("keras.activations.sparsemax", "axis", -1),
    "squareplus": (Default("keras.activations.squareplus", "b", 4.0, "beta"),),
}

FRAMEWORK = Framework(
    given="{name} = keras.ops.convert_to_tensor({values})",
    imports={"import keras": r"\bkeras\."},
    spellings=SPELLINGS,
    defaults=DEFAULTS,
    engines=("keras_jax", "keras_torch"),
)
