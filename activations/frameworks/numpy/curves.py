"""NumPy: functions of one number."""

from activations.frameworks.framework import Table, made, own

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

CURVES: Table = {
    "acon_c": made(
        "v = $beta * ($p1 - $p2) * np.clip(x, -1e30, 1e30)\n"
        "slope = $p1 * special.expit(v) + $p2 * special.expit(-v)\n"
        "y = np.where(slope == 0, 0.0, x * slope)  # inf * 0 would be NaN"
    ),
    "arctan": own("y = np.arctan(x)"),
    "b_silu": made(
        "y = np.maximum(x, -1e30) * special.expit(x) + $alpha / 2 * np.tanh(x / 2)  # -inf * 0 would be NaN"
    ),
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
    "exponential": own("y = np.exp(x)"),
    "gaussian": made("y = np.exp(-x * x)"),
    "gelu": made("y = np.maximum(x, -1e30) * special.ndtr(x)  # -inf * 0 would be NaN"),
    "gelu_clipped": made("y = np.minimum(np.maximum(x, -1e30) * special.ndtr(x), $ceiling)  # -inf * 0 would be NaN"),
    "gelu_sigmoid": made("y = np.maximum(x, -1e30) * special.expit(1.702 * x)  # -inf * 0 would be NaN"),
    "gelu_tanh": made(
        "u = np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)\n"
        "y = np.maximum(x, -1e30) * special.expit(2 * u)  # -inf * 0 would be NaN"
    ),
    "hard_mish": made("low = np.clip(x, -2.0, 0.0)\ny = np.maximum(x, 0.0) + low * (low + 2) / 2"),
    "golu": made("t = np.maximum(x, -30.0)  # below, the gate is 0\ny = t * np.exp(-np.exp(-t))"),
    "hard_shrink": made("y = np.where(np.abs(x) <= $lambd, 0.0, x)"),
    "hard_sigmoid": made("y = np.clip((x + 3) / 6, 0.0, 1.0)"),
    "hard_swish": made("y = np.maximum(x, -3.0) * np.clip((x + 3) / 6, 0.0, 1.0)"),
    "hard_tanh": own("y = np.clip(x, $low, $high)", "other_name"),
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
    "mish": made("y = np.maximum(x, -1e30) * np.tanh(np.logaddexp(0.0, x))  # -inf * 0 would be NaN"),
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
    "softplus": made("y = np.logaddexp(0.0, $beta * x) / $beta"),
    "softsign": made("t = np.clip(x, -1e30, 1e30)  # inf / inf would be NaN\ny = t / (1 + np.abs(t))"),
    "sparse_plus": made("y = np.where(x >= 1, x, (np.clip(x, -1.0, 1.0) + 1) ** 2 / 4)"),
    "sparse_sigmoid": made("y = np.clip((x + 1) / 2, 0.0, 1.0)"),
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
