"""MindSpore: functions of one number."""

from activations.frameworks.framework import Table, made, own

HIGHER = "y = ops.where(ops.isnan(x), x, ops.maximum(line, {}))  # ops.maximum makes a number of NaN"
RELU = "ops.where({0} <= 0, 0.0, {0})"
TOP = "low = ops.where(x > $max_value, $max_value, x)  # ops.minimum makes a number of NaN\n"
BUMPS = """\
for c, centre in ($c1, -1.5), ($c2, -0.5), ($c3, 0.5), ($c4, 1.5):
    u = ops.abs(x - centre)
    near, far = ops.where(u >= 1, 0.0, 1 - u), ops.where(u >= 2, 0.0, 2 - u)
    y = y + c * (far**3 - 4 * near**3) / 6"""

CURVES: Table = {
    "acon_c": made(
        "t = ops.where(ops.abs(x) > 1e30, 1e30 * ops.sign(x), x)  # ops.clamp makes a number of NaN\n"
        "v = $beta * ($p1 - $p2) * t\n"
        "slope = $p1 * ops.sigmoid(v) + $p2 * ops.sigmoid(-v)\n"
        "y = ops.where(slope == 0, 0.0, x * slope)  # inf * 0 would be NaN"
    ),
    "arctan": own("y = ops.atan(x)"),
    "b_silu": made(
        "y = ops.maximum(x, -1e30) * ops.sigmoid(x) + $alpha / 2 * ops.tanh(x / 2)  # -inf * 0 would be NaN"
    ),
    "celu": own("y = ops.celu(x, alpha=$alpha)"),
    "derf": made("y = $gamma * ops.erf($alpha * x + $shift) + $beta"),
    "dynamic_relu": (  # a slope of 0 is left out: times inf it would be NaN
        made("y = ops.where(ops.isnan(x), x, max($offset1, $offset2))", slope1=0, slope2=0),
        made(f"line = $slope2 * x + $offset2\n{HIGHER.format('$offset1')}", slope1=0),
        made(f"line = $slope1 * x + $offset1\n{HIGHER.format('$offset2')}", slope2=0),
        made("y = ops.maximum($slope1 * x + $offset1, $slope2 * x + $offset2)"),
    ),
    "dyt": made("y = $gamma * ops.tanh($alpha * x) + $beta"),
    "elu": (
        own("y = ops.elu(x)", "fixed_parameter", alpha=1),
        made("y = ops.where(x > 0, x, $alpha * ops.elu(x))", "fixed_parameter"),
    ),
    "exponential": own("y = ops.exp(x)"),
    "gaussian": made("y = ops.exp(-x * x)"),
    "gelu": own('y = ops.gelu(x, approximate="none")', "layer_approximates"),
    "gelu_clipped": made(
        't = ops.gelu(ops.clamp(x, -1e30, 1e30), approximate="none")  # inf would give NaN\n'
        "y = ops.where(ops.isnan(x), x, ops.minimum(t, $ceiling))  # ops.minimum makes a number of NaN",
        "layer_approximates",
    ),
    "gelu_sigmoid": made("y = ops.maximum(x, -1e30) * ops.sigmoid(1.702 * x)  # -inf * 0 would be NaN"),
    "gelu_tanh": own('y = ops.gelu(x, approximate="tanh")', "layer_approximates"),
    "golu": made("t = ops.where(x < -30, -30.0, x)  # below, the gate is 0\ny = t * ops.exp(-ops.exp(-t))"),
    "hard_mish": made(
        "low = ops.where(x > 0, 0.0, ops.where(x < -2, -2.0, x))  # ops.clamp makes a number of NaN\n"
        "y = ops.relu(x) + low * (low + 2) / 2"
    ),
    "hard_shrink": own("y = ops.hardshrink(x, lambd=$lambd)"),
    "hard_sigmoid": own("y = ops.hardsigmoid(x)"),
    "hard_swish": own("y = ops.hardswish(x)"),
    "hard_tanh": own("y = ops.hardtanh(x, min_val=$low, max_val=$high)"),
    "identity": own("y = nn.Identity()(x)"),
    "kan_edge": (
        made(f"y = ops.zeros_like(x)\n{BUMPS}", base=0),
        made(f"y = $base * ops.maximum(x, -1e30) * ops.sigmoid(x)  # -inf * 0 would be NaN\n{BUMPS}"),
    ),
    "keras_relu": (
        made(f"{TOP}y = ops.where(x <= $threshold, 0.0, low)", negative_slope=0),
        made(f"{TOP}y = ops.where(x <= $threshold, $negative_slope * (x - $threshold), low)"),
    ),
    "laplace": made("y = ops.erfc(($mu - x) / ($sigma * 2**0.5)) / 2"),
    "leaky_relu": own("y = ops.leaky_relu(x, alpha=$alpha)", "default_differs"),
    "lecun_tanh": made("y = 1.7159 * ops.tanh(2 * x / 3)"),
    "lisht": made("y = x * ops.tanh(x)"),
    "log_sigmoid": own("y = ops.logsigmoid(x)"),
    "mish": own("y = ops.mish(x)"),
    "poly_relu": (  # a coefficient of 0 is left out: times inf it would be NaN
        made(f"r = {RELU.format('x')}  # ops.relu makes 0 of NaN\ny = ($a2 * r + $a1) * r", a3=0),
        made(f"r = {RELU.format('x')}  # ops.relu makes 0 of NaN\ny = (($a3 * r + $a2) * r + $a1) * r"),
    ),
    "prelu": own(
        "layer = nn.PReLU(channel=1, w=$alpha)  # one slope; with channel=C, one for each channel\ny = layer(x)",
        "trainable",
    ),
    "rational": made(
        "t = ops.clamp(x, -1e5, 1e5)  # t**5 must not overflow\n"
        "above = $a0 + t * ($a1 + t * ($a2 + t * (1 / 9 + t**2 / 945)))\n"
        "below = 1 + ops.abs(t**2 * ($b2 + t**2 / 63))\n"
        "y = above / below + (x - t) / 15  # far out, a straight line"
    ),
    "relu": own("y = ops.relu(x)"),
    "relu6": own("y = ops.relu6(x)"),
    "rrelu": (
        made("slope = ($lower + $upper) / 2\ny = ops.where(x > 0, x, slope * x)", "training_only", seed=0),
        own("mindspore.set_seed($seed)\ny = ops.rrelu(x, $lower, $upper)", "training_only", ("lower", "upper")),
    ),
    "scaled_sigmoid": made("y = 2 * ops.tanh(x / 2)"),
    "selu": made(
        "scale, alpha = 1.0507009873554805, 1.6732632423543772\ny = scale * ops.where(x > 0, x, alpha * ops.elu(x))",
        "wrong_slope",
    ),
    "serf": made(
        "e = ops.exp(ops.minimum(x, 30.0))\n"
        "soft = ops.where(x < -5, e * (1 - e / 2 + e * e / 3), ops.log1p(e))  # ops.log1p cancels there\n"
        "y = ops.where(x < -1e30, -1e30, x) * ops.erf(soft)  # -inf * 0 would be NaN"
    ),
    "shrink": (
        made("y = x - $bias * ops.sign(x)", lambd=0),
        made("y = ops.where(ops.abs(x) <= $lambd, 0.0, x - $bias * ops.sign(x))"),
    ),
    "sigmoid": own("y = ops.sigmoid(x)"),
    "silu": own("y = ops.silu(x)"),
    "sine": own("y = ops.sin(x)"),
    "snake": made("y = x + ops.sin($alpha * ops.clamp(x, -1e30, 1e30)) ** 2 / $alpha"),
    "snake_beta": made("y = x + ops.sin($alpha * ops.clamp(x, -1e30, 1e30)) ** 2 / $beta"),
    "soft_cap": made("y = $cap * ops.tanh(x / $cap)"),
    "soft_shrink": own("y = ops.softshrink(x, lambd=$lambd)"),
    "softplus": own("y = ops.softplus(x, beta=$beta)", "linear_above"),
    "softsign": own("y = ops.softsign(x)"),
    "sparse_plus": made(
        "left = ops.where(x <= -1, -1.0, x)  # ops.clamp makes a number of NaN\n"
        "y = ops.where(x >= 1, x, (left + 1) ** 2 / 4)"
    ),
    "sparse_sigmoid": made(
        "y = ops.where(x >= 1, 1.0, ops.where(x <= -1, 0.0, (x + 1) / 2))  # ops.clamp makes a number of NaN"
    ),
    "sqrt_softplus": made(
        "half = ops.exp(ops.minimum(x, 0.0) / 2)\n"
        "e = half * half\n"
        "left = half * ops.sqrt(1 - e / 2 + e * e / 3)  # softplus would cancel there\n"
        "near = ops.where(x < -5, -5.0, x)\n"
        "y = ops.where(x < -5, left, ops.sqrt(ops.logaddexp(near, ops.zeros_like(x))))"
    ),
    "squared_relu": made(f"y = {RELU.format('x')} ** 2  # ops.relu makes 0 of NaN"),
    "squareplus": (
        made(f"y = {RELU.format('x')}  # ops.relu makes 0 of NaN", beta=0),
        made(
            "size = ops.abs(x)\n"
            "near = ops.minimum(size, 1e18)  # x * x could overflow\n"
            "root = ops.maximum(size, ops.sqrt(near * near + $beta))\n"
            "right = ops.maximum(x, 0.0)  # its slope at 0 is 1/2, that of ops.relu is 0\n"
            "y = right + $beta / 2 / (root + size)  # x + root would cancel"
        ),
    ),
    "star_relu": made(f"y = $scale * {RELU.format('x')} ** 2 + $bias  # ops.relu makes 0 of NaN"),
    "step": own("y = ops.heaviside(x, ops.zeros_like(x))", "value_at_zero"),
    "swish": (
        own("y = ops.silu(x)", "fixed_parameter", beta=1),
        made("y = x / 2", "fixed_parameter", beta=0),
        made("y = ops.maximum(x, -1e30) * ops.sigmoid($beta * x)  # -inf * 0 would be NaN", "fixed_parameter"),
    ),
    "tanh": own("y = ops.tanh(x)"),
    "tanh_shrink": own("y = ops.tanhshrink(x)", "cancellation"),
    "telu": made(
        "gate = ops.tanh(ops.exp(ops.minimum(x, 30.0)))\n"
        "y = ops.where(x < -1e30, -1e30, x) * gate  # -inf * 0 would be NaN"
    ),
    "threshold_value": own("y = ops.threshold(x, $threshold, $value)"),
    "thresholded_relu": own("y = ops.threshold(x, $alpha, 0.0)", "other_name"),
    "xielu": made(
        "low = ops.where(x > 0, 0.0, x)\n"
        "near = ops.maximum(low, -80.0)\n"
        "rise = 2 * ops.sinh(near / 2) * ops.exp(near / 2)  # ops.expm1 loses small numbers\n"
        "high = ops.where(x <= 0, 0.0, x)  # ops.relu makes 0 of NaN\n"
        "y = high * ($alpha_p * high + $beta) + $alpha_n * rise + ($beta - $alpha_n) * low"
    ),
}
