"""JAX: functions of one number."""

from activations.frameworks.framework import Table, made, own

BUMPS = """\
for c, at in [($c1, -1.5), ($c2, -0.5), ($c3, 0.5), ($c4, 1.5)]:  # cubic B-splines
    a = jnp.abs(x - at)
    y = y + c * (jax.nn.relu(2 - a) ** 3 - 4 * jax.nn.relu(1 - a) ** 3) / 6"""
RANDOM = """\
key = jax.random.key($seed)
slope = jax.random.uniform(key, x.shape, minval=$lower, maxval=$upper)
y = jnp.where(x > 0, x, slope * x)"""
ALPHA = "alpha = jnp.array($alpha)  # of shape (C,), it is one slope for each channel of (..., C)"
TANH_SHRINK = """\
t = jnp.minimum(x * x, 0.01)  # near 0, x - tanh(x) would cancel
c = t / (3 + t / (5 + t / (7 + t / 9)))
y = jnp.where(jnp.abs(x) < 0.1, x * c / (1 + c), x - jnp.tanh(x))"""

CURVES: Table = {
    "acon_c": made(
        "v = $beta * ($p1 - $p2) * jnp.clip(x, -1e30, 1e30)\n"
        "slope = $p1 * jax.nn.sigmoid(v) + $p2 * jax.nn.sigmoid(-v)\n"
        "y = jnp.where(slope == 0, 0.0, x * slope)  # inf * 0 would be NaN"
    ),
    "arctan": own("y = jnp.arctan(x)"),
    "b_silu": made(
        "gate = jax.nn.sigmoid(x)\n"
        "y = jnp.maximum(x, -1e30) * gate + $alpha / 2 * jnp.tanh(x / 2)  # -inf * 0 would be NaN"
    ),
    "celu": own("y = jax.nn.celu(x, alpha=$alpha)"),
    "derf": made("y = $gamma * jax.lax.erf($alpha * x + $shift) + $beta"),
    "dynamic_relu": (  # a slope of 0 is left out: times inf it would be NaN
        made("y = jnp.where(jnp.isnan(x), x, max($offset1, $offset2))", slope1=0, slope2=0),
        made("y = jnp.maximum($offset1, $slope2 * x + $offset2)", slope1=0),
        made("y = jnp.maximum($slope1 * x + $offset1, $offset2)", slope2=0),
        made("y = jnp.maximum($slope1 * x + $offset1, $slope2 * x + $offset2)"),
    ),
    "dyt": made("y = $gamma * jnp.tanh($alpha * x) + $beta"),
    "elu": own("y = jax.nn.elu(x, alpha=$alpha)"),
    "exponential": own("y = jnp.exp(x)"),
    "gaussian": made("y = jnp.exp(-x * x)"),
    "gelu": own("y = jax.nn.gelu(x, approximate=False)", "approximation_default"),
    "gelu_clipped": made(
        "t = jnp.maximum(x, -1e30)  # -inf * 0 would be NaN\n"
        "y = jnp.minimum(jax.nn.gelu(t, approximate=False), $ceiling)",
        "approximation_default",
    ),
    "gelu_sigmoid": made("y = jnp.maximum(x, -1e30) * jax.nn.sigmoid(1.702 * x)  # -inf * 0 would be NaN"),
    "gelu_tanh": own("y = jax.nn.gelu(x, approximate=True)", "approximation_default"),
    "hard_mish": made("low = jnp.clip(x, -2.0, 0.0)\ny = jnp.maximum(x, 0.0) + low * (low + 2) / 2"),
    "golu": made("t = jnp.maximum(x, -30.0)  # below, the gate is 0\ny = t * jnp.exp(-jnp.exp(-t))"),
    "hard_shrink": (
        made("y = x", lambd=0),
        made("y = jnp.where(jnp.abs(x) <= $lambd, 0.0, x)"),
    ),
    "hard_sigmoid": own("y = jax.nn.hard_sigmoid(x)"),
    "hard_swish": own("y = jax.nn.hard_swish(x)"),
    "hard_tanh": (
        own("y = jax.nn.hard_tanh(x)", "fixed_parameter", low=-1, high=1),
        made("y = jnp.clip(x, $low, $high)", "fixed_parameter"),
    ),
    "identity": own("y = jax.nn.identity(x)"),
    "laplace": made("y = jax.scipy.special.ndtr((x - $mu) / $sigma)"),
    "kan_edge": (
        made(f"y = jnp.zeros_like(x)\n{BUMPS}", base=0),
        made(f"y = $base * jnp.maximum(x, -1e30) * jax.nn.sigmoid(x)  # -inf * 0 would be NaN\n{BUMPS}"),
    ),
    "keras_relu": (
        made("y = jnp.where(x <= $threshold, 0.0, jnp.minimum(x, $max_value))", negative_slope=0),
        made(
            "leak = $negative_slope * (x - $threshold)\n"
            "y = jnp.where(x <= $threshold, leak, jnp.minimum(x, $max_value))"
        ),
    ),
    "leaky_relu": own("y = jax.nn.leaky_relu(x, negative_slope=$alpha)"),
    "lecun_tanh": made("y = 1.7159 * jnp.tanh(2 * x / 3)"),
    "lisht": made(
        "t = jnp.clip(x, -30.0, 30.0)  # beyond, tanh is flat, and its slope times x should be 0\ny = x * jnp.tanh(t)"
    ),
    "log_sigmoid": own("y = jax.nn.log_sigmoid(x)"),
    "mish": own("y = jax.nn.mish(x)"),
    "poly_relu": (  # a coefficient of 0 is left out: times inf it would be NaN
        made("r = jax.nn.relu(x)\ny = ($a2 * r + $a1) * r", a3=0),
        made("r = jax.nn.relu(x)\ny = (($a3 * r + $a2) * r + $a1) * r"),
    ),
    "prelu": (
        made(f"{ALPHA}\ny = jnp.where(x > 0, x, alpha * jnp.maximum(x, -1e30))", "trainable", alpha=0),
        made(f"{ALPHA}\ny = jnp.where(x > 0, x, alpha * x)", "trainable"),
    ),
    "rational": made(
        "t = jnp.clip(x, -1e5, 1e5)  # t**5 must not overflow\n"
        "above = $a0 + t * ($a1 + t * ($a2 + t * (1 / 9 + t**2 / 945)))\n"
        "below = 1 + jnp.abs(t**2 * ($b2 + t**2 / 63))\n"
        "y = above / below + (x - t) / 15  # far out, a straight line"
    ),
    "relu": own("y = jax.nn.relu(x)"),
    "relu6": own("y = jax.nn.relu6(x)"),
    "rrelu": (
        made("slope = ($lower + $upper) / 2\ny = jax.nn.leaky_relu(x, negative_slope=slope)", "training_only", seed=0),
        made(RANDOM, "training_only", ("lower", "upper")),
    ),
    "scaled_sigmoid": made("y = 2 * jnp.tanh(x / 2)"),
    "selu": own("y = jax.nn.selu(x)"),
    "shrink": (
        made("y = x - $bias * jnp.sign(x)", lambd=0),
        made("y = jnp.where(jnp.abs(x) <= $lambd, 0.0, x - $bias * jnp.sign(x))"),
    ),
    "serf": made("y = jnp.maximum(x, -1e30) * jax.lax.erf(jax.nn.softplus(x))  # -inf * 0 would be NaN"),
    "sigmoid": own("y = jax.nn.sigmoid(x)"),
    "silu": own("y = jax.nn.silu(x)"),
    "sine": own("y = jnp.sin(x)"),
    "snake": made("y = x + jnp.sin($alpha * jnp.clip(x, -1e30, 1e30)) ** 2 / $alpha"),
    "snake_beta": made("y = x + jnp.sin($alpha * jnp.clip(x, -1e30, 1e30)) ** 2 / $beta"),
    "soft_cap": made("y = $cap * jnp.tanh(x / $cap)"),
    "soft_shrink": (made("y = x", lambd=0), made("y = x - jnp.clip(x, -$lambd, $lambd)")),
    "softplus": (
        own("y = jax.nn.softplus(x)", "fixed_parameter", beta=1),
        made("y = jax.nn.softplus($beta * x) / $beta", "fixed_parameter"),
    ),
    "softsign": own("y = jax.nn.soft_sign(x)", "other_name"),
    "sparse_plus": own("y = jax.nn.sparse_plus(x)"),
    "sparse_sigmoid": own("y = jax.nn.sparse_sigmoid(x)"),
    "sqrt_softplus": made(
        "left = jnp.exp(jnp.minimum(x, 0.0) / 2)  # softplus would underflow before its root does\n"
        "y = jnp.where(x < -40, left, jnp.sqrt(jax.nn.softplus(jnp.maximum(x, -40.0))))"
    ),
    "squared_relu": made("y = jax.nn.relu(x) ** 2"),
    "squareplus": (
        own("y = jax.nn.relu(x)", "other_name", beta=0),
        own("y = jax.nn.squareplus(x, b=$beta)"),
    ),
    "star_relu": made("y = $scale * jax.nn.relu(x) ** 2 + $bias"),
    "step": own("y = jnp.heaviside(x, 0.0)", "value_at_zero"),
    "swish": (
        own("y = jax.nn.swish(x)", "fixed_parameter", beta=1),
        made("y = x / 2", "fixed_parameter", beta=0),
        made("y = jnp.maximum(x, -1e30) * jax.nn.sigmoid($beta * x)  # -inf * 0 would be NaN", "fixed_parameter"),
    ),
    "tanh": own("y = jax.nn.tanh(x)"),
    "tanh_shrink": made(TANH_SHRINK),
    "threshold_value": made("y = jnp.where(x <= $threshold, $value, x)"),
    "telu": made("y = jnp.maximum(x, -1e30) * jnp.tanh(jnp.exp(jnp.minimum(x, 30.0)))  # -inf * 0 would be NaN"),
    "thresholded_relu": made("y = jnp.where(x <= $alpha, 0.0, x)"),
    "xielu": made(
        "low, high = jnp.minimum(x, 0.0), jnp.maximum(x, 0.0)\n"
        "left = $alpha_n * jnp.expm1(low) + ($beta - $alpha_n) * low\n"
        "y = high * ($alpha_p * high + $beta) + left"
    ),
}
