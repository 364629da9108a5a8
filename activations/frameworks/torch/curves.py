"""PyTorch: functions of one number."""

from activations.frameworks.framework import Table, made, own

BUMPS = """\
for c, at in [($c1, -1.5), ($c2, -0.5), ($c3, 0.5), ($c4, 1.5)]:  # cubic B-splines
    a = (x - at).abs()
    y = y + c * (F.relu(2 - a) ** 3 - 4 * F.relu(1 - a) ** 3) / 6"""

CURVES: Table = {
    "acon_c": made(
        "v = $beta * ($p1 - $p2) * x.clamp(-1e30, 1e30)\n"
        "slope = $p1 * torch.sigmoid(v) + $p2 * torch.sigmoid(-v)\n"
        "y = torch.where(slope == 0, 0.0, x * slope)  # inf * 0 would be NaN"
    ),
    "arctan": own("y = torch.arctan(x)"),
    "b_silu": made(
        "gate = torch.sigmoid(x)\n"
        "y = x.clamp(min=-1e30) * gate + $alpha / 2 * torch.tanh(x / 2)  # -inf * 0 would be NaN"
    ),
    "celu": own("y = F.celu(x, alpha=$alpha)"),
    "derf": made("y = $gamma * torch.erf($alpha * x + $shift) + $beta"),
    "dynamic_relu": (  # a slope of 0 is left out: times inf it would be NaN
        made("y = x.abs().clamp(max=0.0) + max($offset1, $offset2)", slope1=0, slope2=0),
        made("y = ($slope2 * x + $offset2).clamp(min=$offset1)", slope1=0),
        made("y = ($slope1 * x + $offset1).clamp(min=$offset2)", slope2=0),
        made("y = torch.maximum($slope1 * x + $offset1, $slope2 * x + $offset2)"),
    ),
    "dyt": made("y = $gamma * torch.tanh($alpha * x) + $beta"),
    "elu": own("y = F.elu(x, alpha=$alpha)"),
    "exponential": own("y = torch.exp(x)"),
    "gaussian": made("y = torch.exp(-x * x)"),
    "gelu": own("y = F.gelu(x)"),
    "gelu_clipped": made("y = F.gelu(x.clamp(-1e30, 1e30)).clamp(max=$ceiling)  # inf would give NaN"),
    "gelu_sigmoid": made("y = x.clamp(min=-1e30) * torch.sigmoid(1.702 * x)  # -inf * 0 would be NaN"),
    "gelu_tanh": own('y = F.gelu(x, approximate="tanh")', "default_differs"),
    "hard_mish": made("low = x.clamp(-2.0, 0.0)\ny = F.relu(x) + low * (low + 2) / 2"),
    "golu": made("t = x.clamp(min=-30.0)  # below, the gate is 0\ny = t * torch.exp(-torch.exp(-t))"),
    "hard_shrink": own("y = F.hardshrink(x, lambd=$lambd)"),
    "hard_sigmoid": own("y = F.hardsigmoid(x)"),
    "hard_swish": own("y = F.hardswish(x)"),
    "hard_tanh": own("y = F.hardtanh(x, min_val=$low, max_val=$high)"),
    "identity": own("y = torch.nn.Identity()(x)"),
    "laplace": made("y = torch.erfc(($mu - x) / ($sigma * 2**0.5)) / 2  # torch.special.ndtr cancels on the left"),
    "kan_edge": (
        made(f"y = torch.zeros_like(x)\n{BUMPS}", base=0),
        made(f"y = $base * x.clamp(min=-1e30) * torch.sigmoid(x)  # -inf * 0 would be NaN\n{BUMPS}"),
    ),
    "keras_relu": (
        made("y = torch.where(x <= $threshold, 0.0, x.clamp(max=$max_value))", negative_slope=0),
        made(
            "leak = $negative_slope * (x - $threshold)\ny = torch.where(x <= $threshold, leak, x.clamp(max=$max_value))"
        ),
    ),
    "leaky_relu": own("y = F.leaky_relu(x, negative_slope=$alpha)"),
    "lecun_tanh": made("y = 1.7159 * torch.tanh(2 * x / 3)"),
    "lisht": made("y = x * torch.tanh(x)"),
    "log_sigmoid": own("y = F.logsigmoid(x)"),
    "mish": own("y = F.mish(x)"),
    "poly_relu": (  # a coefficient of 0 is left out: times inf it would be NaN
        made("r = F.relu(x)\ny = ($a2 * r + $a1) * r", a3=0),
        made("r = F.relu(x)\ny = (($a3 * r + $a2) * r + $a1) * r"),
    ),
    "prelu": own(
        "layer = torch.nn.PReLU(init=$alpha)  # one slope; with num_parameters=C, one for each channel\ny = layer(x)",
        "channels_torch",
    ),
    "rational": made(
        "t = x.clamp(-1e5, 1e5)  # t**5 must not overflow\n"
        "above = $a0 + t * ($a1 + t * ($a2 + t * (1 / 9 + t**2 / 945)))\n"
        "below = 1 + torch.abs(t**2 * ($b2 + t**2 / 63))\n"
        "y = above / below + (x - t) / 15  # far out, a straight line"
    ),
    "relu": own("y = F.relu(x)"),
    "relu6": own("y = F.relu6(x)"),
    "rrelu": (
        own("y = F.rrelu(x, $lower, $upper, training=False)", "training_only", ("lower", "upper"), seed=0),
        own(
            "torch.manual_seed($seed)\ny = F.rrelu(x, $lower, $upper, training=True)",
            "training_only",
            ("lower", "upper"),
        ),
    ),
    "scaled_sigmoid": made("y = 2 * torch.tanh(x / 2)"),
    "selu": own("y = F.selu(x)"),
    "shrink": (
        made("y = x - $bias * x.sign()", lambd=0),
        made("y = torch.where(x.abs() <= $lambd, 0.0, x - $bias * x.sign())"),
    ),
    "serf": made("y = x.clamp(min=-1e30) * torch.erf(F.softplus(x))  # -inf * 0 would be NaN"),
    "sigmoid": own("y = torch.sigmoid(x)"),
    "silu": own("y = F.silu(x)"),
    "sine": own("y = torch.sin(x)"),
    "snake": made("y = x + torch.sin($alpha * x.clamp(-1e30, 1e30)) ** 2 / $alpha"),
    "snake_beta": made("y = x + torch.sin($alpha * x.clamp(-1e30, 1e30)) ** 2 / $beta"),
    "soft_cap": made("y = $cap * torch.tanh(x / $cap)"),
    "soft_shrink": own("y = F.softshrink(x, lambd=$lambd)"),
    "softplus": own("y = F.softplus(x, beta=$beta)", "linear_above"),
    "softsign": own("y = F.softsign(x)"),
    "sparse_plus": made("y = torch.where(x >= 1, x, (x.clamp(-1.0, 1.0) + 1) ** 2 / 4)"),
    "sparse_sigmoid": made("y = ((x + 1) / 2).clamp(0.0, 1.0)"),
    "sqrt_softplus": made(
        "left = torch.exp(x.clamp(max=0.0) / 2)  # softplus would underflow before its root does\n"
        "y = torch.where(x < -40, left, F.softplus(x.clamp(min=-40.0)).sqrt())"
    ),
    "squared_relu": made("y = F.relu(x) ** 2"),
    "squareplus": (
        made("y = F.relu(x)", beta=0),
        made(
            "right = torch.maximum(x, torch.zeros_like(x))  # its slope at 0 is 1/2, that of F.relu is 0\n"
            "root = torch.hypot(x, torch.full_like(x, $beta**0.5))  # x * x could overflow\n"
            "y = right + $beta / 2 / (root + x.abs())  # x + root would cancel"
        ),
    ),
    "star_relu": made("y = $scale * F.relu(x) ** 2 + $bias"),
    "step": own("y = torch.heaviside(x, torch.tensor(0.0))", "value_at_zero"),
    "swish": (
        own("y = F.silu(x)", "fixed_parameter", beta=1),
        made("y = x / 2", "fixed_parameter", beta=0),
        made("y = x.clamp(min=-1e30) * torch.sigmoid($beta * x)  # -inf * 0 would be NaN", "fixed_parameter"),
    ),
    "tanh": own("y = torch.tanh(x)"),
    "tanh_shrink": own("y = F.tanhshrink(x)", "cancellation"),
    "threshold_value": own("y = F.threshold(x, $threshold, $value)"),
    "telu": made("y = x.clamp(min=-1e30) * torch.tanh(torch.exp(x.clamp(max=30.0)))  # -inf * 0 would be NaN"),
    "thresholded_relu": own("y = F.threshold(x, $alpha, 0.0)", "other_name"),
    "xielu": made(
        "low, high = x.clamp(max=0.0), F.relu(x)\n"
        "left = $alpha_n * torch.expm1(low) + ($beta - $alpha_n) * low\n"
        "y = high * ($alpha_p * high + $beta) + left"
    ),
}
