"""PaddlePaddle: functions of one number."""

from activations.frameworks.framework import Table, made, own

FLOOR = "floor = paddle.to_tensor(-1e30)  # -inf * 0 would be NaN\n"
RELU = "paddle.where({0} <= 0, 0.0, {0})"
BUMPS = """\
for c, centre in ($c1, -1.5), ($c2, -0.5), ($c3, 0.5), ($c4, 1.5):
    u = paddle.abs(x - centre)
    y = y + c * ((2 - u).clip(0.0, 2.0) ** 3 - 4 * (1 - u).clip(0.0, 1.0) ** 3) / 6"""

CURVES: Table = {
    "acon_c": made(
        "v = $beta * ($p1 - $p2) * x.clip(-1e30, 1e30)\n"
        "slope = $p1 * F.sigmoid(v) + $p2 * F.sigmoid(-v)\n"
        "y = paddle.where(slope.abs() <= 0, 0.0, x * slope)  # inf * 0 would be NaN; == takes 1e-9 for 0"
    ),
    "arctan": own("y = paddle.atan(x)"),
    "b_silu": made(f"{FLOOR}y = paddle.maximum(x, floor) * F.sigmoid(x) + $alpha / 2 * paddle.tanh(x / 2)"),
    "celu": own("y = F.celu(x, alpha=$alpha)"),
    "derf": made("y = $gamma * paddle.erf($alpha * x + $shift) + $beta"),
    "dynamic_relu": (  # a slope of 0 is left out: times inf it would be NaN
        made("y = paddle.where(x.isnan(), x, max($offset1, $offset2))", slope1=0, slope2=0),
        made("y = paddle.maximum(paddle.to_tensor($offset1), $slope2 * x + $offset2)", slope1=0),
        made("y = paddle.maximum($slope1 * x + $offset1, paddle.to_tensor($offset2))", slope2=0),
        made("y = paddle.maximum($slope1 * x + $offset1, $slope2 * x + $offset2)"),
    ),
    "dyt": made("y = $gamma * paddle.tanh($alpha * x) + $beta"),
    "elu": own("y = F.elu(x, alpha=$alpha)"),
    "exponential": own("y = paddle.exp(x)"),
    "gaussian": made("y = paddle.exp(-x * x)"),
    "gelu": own("y = F.gelu(x)"),
    "gelu_clipped": made("y = F.gelu(x.clip(-1e30, 1e30)).clip(max=$ceiling)  # inf would give NaN"),
    "gelu_sigmoid": made(f"{FLOOR}y = paddle.maximum(x, floor) * F.sigmoid(1.702 * x)"),
    "gelu_tanh": own("y = F.gelu(x, approximate=True)", "default_differs"),
    "golu": made(
        "t = paddle.maximum(x, paddle.to_tensor(-30.0))\n"
        "y = paddle.where(x < -30, 0.0, t * paddle.exp(-paddle.exp(-t)))  # exp never falls to 0"
    ),
    "hard_mish": made("low = x.clip(-2.0, 0.0)\ny = F.relu(x) + low * (low + 2) / 2"),
    "hard_shrink": (
        made("y = x", "keeps_edge", lambd=0),
        made("y = paddle.where(x.abs() <= $lambd, 0.0, x)", "keeps_edge"),
    ),
    "hard_sigmoid": own("y = F.hardsigmoid(x, slope=1 / 6)", "default_differs"),
    "hard_swish": own("y = F.hardswish(x)"),
    "hard_tanh": own("y = F.hardtanh(x, min=$low, max=$high)"),
    "identity": own("y = paddle.nn.Identity()(x)"),
    "kan_edge": (
        made(f"y = paddle.zeros_like(x)\n{BUMPS}", base=0),
        made(f"{FLOOR}y = $base * paddle.maximum(x, floor) * F.sigmoid(x)\n{BUMPS}"),
    ),
    "keras_relu": (
        made("y = paddle.where(x <= $threshold, 0.0, x.clip(max=$max_value))", negative_slope=0),
        made(
            "leak = $negative_slope * (x - $threshold)\ny = paddle.where(x <= $threshold, leak, x.clip(max=$max_value))"
        ),
    ),
    "laplace": made("y = (1 + paddle.erf((x - $mu) / ($sigma * 2**0.5))) / 2"),
    "leaky_relu": own("y = F.leaky_relu(x, negative_slope=$alpha)"),
    "lecun_tanh": made("y = 1.7159 * paddle.tanh(2 * x / 3)"),
    "lisht": made("y = x * paddle.tanh(x)"),
    "log_sigmoid": own("y = F.log_sigmoid(x)"),
    "mish": own("y = F.mish(x)"),
    "poly_relu": (  # a coefficient of 0 is left out: times inf it would be NaN
        made(f"r = {RELU.format('x')}  # F.relu makes 0 of NaN\ny = ($a2 * r + $a1) * r", a3=0),
        made(f"r = {RELU.format('x')}  # F.relu makes 0 of NaN\ny = (($a3 * r + $a2) * r + $a1) * r"),
    ),
    "prelu": own(
        "layer = paddle.nn.PReLU(init=$alpha)  # one slope; with num_parameters=C, one for each channel\ny = layer(x)",
        "channels_torch",
    ),
    "rational": made(
        "t = x.clip(-1e5, 1e5)  # t**5 must not overflow\n"
        "above = $a0 + t * ($a1 + t * ($a2 + t * (1 / 9 + t**2 / 945)))\n"
        "below = 1 + paddle.abs(t**2 * ($b2 + t**2 / 63))\n"
        "y = above / below + (x - t) / 15  # far out, a straight line"
    ),
    "relu": own("y = F.relu(x)"),
    "relu6": own("y = F.relu6(x)"),
    "rrelu": (
        own("y = F.rrelu(x, $lower, $upper, training=False)", "training_only", ("lower", "upper"), seed=0),
        own(
            "paddle.seed($seed)\ny = F.rrelu(x, $lower, $upper, training=True)",
            "training_only",
            ("lower", "upper"),
        ),
    ),
    "scaled_sigmoid": made("y = 2 * paddle.tanh(x / 2)"),
    "selu": own("y = F.selu(x)"),
    "serf": made(
        "soft = paddle.log1p(paddle.exp(x.clip(max=30.0)))\n"
        "y = paddle.where(x < -708, 0.0, x * paddle.erf(soft))  # exp never falls to 0"
    ),
    "shrink": (
        made("y = x - $bias * x.sign()", lambd=0),
        made("y = paddle.where(x.abs() <= $lambd, 0.0, x - $bias * x.sign())"),
    ),
    "sigmoid": own("y = F.sigmoid(x)"),
    "silu": own("y = F.silu(x)"),
    "sine": own("y = paddle.sin(x)"),
    "snake": made("y = x + paddle.sin($alpha * x.clip(-1e30, 1e30)) ** 2 / $alpha"),
    "snake_beta": made("y = x + paddle.sin($alpha * x.clip(-1e30, 1e30)) ** 2 / $beta"),
    "soft_cap": made("y = $cap * paddle.tanh(x / $cap)"),
    "soft_shrink": own("y = F.softshrink(x, threshold=$lambd)"),
    "softplus": own("y = F.softplus(x, beta=$beta)", "linear_above"),
    "softsign": own("y = F.softsign(x)"),
    "sparse_plus": made("y = paddle.where(x >= 1, x, (x.clip(-1.0, 1.0) + 1) ** 2 / 4)"),
    "sparse_sigmoid": made("y = ((x + 1) / 2).clip(0.0, 1.0)"),
    "sqrt_softplus": made(
        "left = paddle.exp(x.clip(max=0.0) / 2)  # softplus would underflow before its root does\n"
        "right = paddle.maximum(x, paddle.to_tensor(-40.0))\n"
        "y = paddle.where(x < -40, left, paddle.logaddexp(right, paddle.zeros_like(x)).sqrt())"
    ),
    "squared_relu": made(f"y = {RELU.format('x')} ** 2  # F.relu makes 0 of NaN"),
    "squareplus": (
        made(f"y = {RELU.format('x')}  # F.relu makes 0 of NaN", beta=0),
        made(
            "size = x.abs()\n"
            "near = size.clip(max=1e18)  # x * x could overflow\n"
            "root = paddle.maximum(size, paddle.sqrt(near * near + $beta))\n"
            "right = paddle.maximum(x, paddle.zeros_like(x))  # its slope at 0 is 1/2, that of F.relu is 0\n"
            "y = right + $beta / 2 / (root + size)  # x + root would cancel"
        ),
    ),
    "star_relu": made(f"y = $scale * {RELU.format('x')} ** 2 + $bias  # F.relu makes 0 of NaN"),
    "step": own("y = paddle.heaviside(x, paddle.zeros_like(x))", "value_at_zero"),
    "swish": (
        own("y = F.swish(x)", "fixed_parameter", beta=1),
        made("y = x / 2", "fixed_parameter", beta=0),
        made(f"{FLOOR}y = paddle.maximum(x, floor) * F.sigmoid($beta * x)", "fixed_parameter"),
    ),
    "tanh": own("y = paddle.tanh(x)"),
    "tanh_shrink": own("y = F.tanhshrink(x)", "cancellation"),
    "telu": made(
        "gate = paddle.tanh(paddle.exp(x.clip(max=30.0)))\n"
        "y = paddle.where(x < -708, 0.0, x * gate)  # exp never falls to 0"
    ),
    "threshold_value": own("y = F.thresholded_relu(x, threshold=$threshold, value=$value)", "default_differs"),
    "thresholded_relu": own("y = F.thresholded_relu(x, threshold=$alpha)"),
    "xielu": made(
        "low = paddle.where(x > 0, 0.0, x)\n"
        "high = paddle.where(x <= 0, 0.0, x)  # F.relu makes 0 of NaN\n"
        "left = $alpha_n * paddle.expm1(low) + ($beta - $alpha_n) * low\n"
        "y = high * ($alpha_p * high + $beta) + left"
    ),
}
