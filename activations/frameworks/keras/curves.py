"""Keras: functions of one number."""

from activations.frameworks.framework import Table, made, own

BUMPS = """\
for c, at in [($c1, -1.5), ($c2, -0.5), ($c3, 0.5), ($c4, 1.5)]:  # cubic B-splines
    a = keras.ops.abs(x - at)
    y = y + c * (keras.ops.relu(2 - a) ** 3 - 4 * keras.ops.relu(1 - a) ** 3) / 6"""
RANDOM = """\
slope = keras.random.uniform(keras.ops.shape(x), $lower, $upper, seed=$seed)
y = keras.ops.where(x > 0, x, slope * x)"""

CURVES: Table = {
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
    "gelu": own("y = keras.activations.gelu(x, approximate=False)", "two_defaults"),
    "gelu_clipped": made(
        "t = keras.ops.clip(x, -1e30, 1e30)  # inf would give NaN\n"
        "y = keras.ops.minimum(keras.activations.gelu(t, approximate=False), $ceiling)",
        "two_defaults",
    ),
    "gelu_sigmoid": made("y = keras.ops.maximum(x, -1e30) * keras.ops.sigmoid(1.702 * x)  # -inf * 0 would be NaN"),
    "gelu_tanh": own("y = keras.activations.gelu(x, approximate=True)", "two_defaults"),
    "hard_mish": made(
        "low = keras.ops.minimum(keras.ops.maximum(x, -2.0), 0.0)\ny = keras.ops.maximum(x, 0.0) + low * (low + 2) / 2"
    ),
    "golu": made("t = keras.ops.maximum(x, -30.0)  # below, the gate is 0\ny = t * keras.ops.exp(-keras.ops.exp(-t))"),
    "hard_shrink": own("y = keras.activations.hard_shrink(x, threshold=$lambd)"),
    "hard_sigmoid": own("y = keras.activations.hard_sigmoid(x)"),
    "hard_swish": own("y = keras.activations.hard_swish(x)"),
    "hard_tanh": (
        own("y = keras.activations.hard_tanh(x)", "fixed_parameter", low=-1, high=1),
        made("y = keras.ops.clip(x, $low, $high)", "fixed_parameter"),
    ),
    "identity": own("y = keras.activations.linear(x)", "other_name"),
    "laplace": made("y = keras.ops.erfc(($mu - x) / ($sigma * 2**0.5)) / 2  # 1 + erf would cancel on the left"),
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
    "shrink": (
        made("y = x - $bias * keras.ops.sign(x)", lambd=0),
        made("y = keras.ops.where(keras.ops.abs(x) <= $lambd, 0.0, x - $bias * keras.ops.sign(x))"),
    ),
    "serf": made(
        "gate = keras.ops.erf(keras.ops.softplus(x))\ny = keras.ops.maximum(x, -1e30) * gate  # -inf * 0 would be NaN"
    ),
    "sigmoid": own("y = keras.activations.sigmoid(x)"),
    "silu": own("y = keras.activations.silu(x)"),
    "sine": own("y = keras.ops.sin(x)"),
    "snake": made("y = x + keras.ops.sin($alpha * keras.ops.clip(x, -1e30, 1e30)) ** 2 / $alpha"),
    "snake_beta": made("y = x + keras.ops.sin($alpha * keras.ops.clip(x, -1e30, 1e30)) ** 2 / $beta"),
    "soft_cap": made("y = $cap * keras.ops.tanh(x / $cap)"),
    "soft_shrink": own("y = keras.activations.soft_shrink(x, threshold=$lambd)"),
    "softplus": (
        own("y = keras.activations.softplus(x)", "fixed_parameter", beta=1),
        made("y = keras.activations.softplus($beta * x) / $beta", "fixed_parameter"),
    ),
    "softsign": own("y = keras.activations.softsign(x)"),
    "sparse_plus": own("y = keras.activations.sparse_plus(x)"),
    "sparse_sigmoid": own("y = keras.activations.sparse_sigmoid(x)"),
    "sqrt_softplus": made(
        "left = keras.ops.exp(keras.ops.minimum(x, 0.0) / 2)  # softplus would underflow before its root\n"
        "plus = keras.ops.softplus(keras.ops.maximum(x, -40.0))\n"
        "y = keras.ops.where(x < -40, left, keras.ops.sqrt(plus))"
    ),
    "squared_relu": made("y = keras.ops.relu(x) ** 2"),
    "squareplus": (
        own("y = keras.activations.relu(x)", "other_name", beta=0),
        own("y = keras.activations.squareplus(x, b=$beta)"),
    ),
    "star_relu": made("y = $scale * keras.ops.relu(x) ** 2 + $bias"),
    "step": own("y = keras.ops.heaviside(x, 0.0)", "value_at_zero"),
    "swish": (
        own("y = keras.activations.swish(x)", "fixed_parameter", beta=1),
        made("y = x / 2", "fixed_parameter", beta=0),
        made(
            "y = keras.ops.maximum(x, -1e30) * keras.ops.sigmoid($beta * x)  # -inf * 0 would be NaN", "fixed_parameter"
        ),
    ),
    "tanh": own("y = keras.activations.tanh(x)"),
    "tanh_shrink": own("y = keras.activations.tanh_shrink(x)", "cancellation"),
    "threshold_value": own("y = keras.activations.threshold(x, $threshold, $value)"),
    "telu": made(
        "gate = keras.ops.tanh(keras.ops.exp(keras.ops.minimum(x, 30.0)))\n"
        "y = keras.ops.maximum(x, -1e30) * gate  # -inf * 0 would be NaN"
    ),
    "thresholded_relu": own("y = keras.activations.threshold(x, $alpha, 0.0)", "other_name"),
    "xielu": made(
        "low, high = keras.ops.minimum(x, 0.0), keras.ops.maximum(x, 0.0)\n"
        "left = $alpha_n * keras.ops.expm1(low) + ($beta - $alpha_n) * low\n"
        "y = high * ($alpha_p * high + $beta) + left"
    ),
}
