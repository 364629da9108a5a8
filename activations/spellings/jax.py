"""JAX: functions of `jax.nn`, otherwise composed with `jax.numpy`."""

from activations.spellings import Table, made, own

GLU = "y = jax.nn.glu(jnp.concatenate([value, gate], axis=-1), axis=-1)"
RANDOM = """\
key = jax.random.key($seed)
slope = jax.random.uniform(key, x.shape, minval=$lower, maxval=$upper)
y = jnp.where(x > 0, x, slope * x)"""
SPARSEMAX = """\
ranked = jnp.sort(z, axis=-1, descending=True)
counts = jnp.arange(1, z.shape[-1] + 1)
threshold = ((jnp.cumsum(ranked, axis=-1) - 1) / counts).max(axis=-1, keepdims=True)
y = jax.nn.relu(z - threshold)"""

SPELLINGS: Table = {
    "arctan": own("y = jnp.arctan(x)"),
    "bilinear": made("y = gate * value"),
    "celu": own("y = jax.nn.celu(x, alpha=$alpha)"),
    "dynamic_relu": made("y = jnp.maximum($slope1 * x + $offset1, $slope2 * x + $offset2)"),
    "elu": own("y = jax.nn.elu(x, alpha=$alpha)"),
    "exponential": own("y = jnp.exp(x)"),
    "gaussian": made("y = jnp.exp(-x * x)"),
    "geglu": made("y = jax.nn.gelu(gate, approximate=False) * value", "approximation_default"),
    "gelu": own("y = jax.nn.gelu(x, approximate=False)", "approximation_default"),
    "gelu_sigmoid": made("y = x * jax.nn.sigmoid(1.702 * x)"),
    "gelu_tanh": own("y = jax.nn.gelu(x, approximate=True)", "approximation_default"),
    "glu": own(GLU, "gate_second"),
    "hard_shrink": made("y = jnp.where(jnp.abs(x) > $lambd, x, 0.0)"),
    "hard_sigmoid": own("y = jax.nn.hard_sigmoid(x)"),
    "hard_swish": own("y = jax.nn.hard_swish(x)"),
    "hard_tanh": (
        own("y = jax.nn.hard_tanh(x)", "fixed_parameter", low=-1, high=1),
        made("y = jnp.clip(x, $low, $high)", "fixed_parameter"),
    ),
    "hardmax": made("y = jax.nn.one_hot(z.argmax(axis=-1), z.shape[-1])"),
    "identity": own("y = jax.nn.identity(x)"),
    "leaky_relu": own("y = jax.nn.leaky_relu(x, negative_slope=$alpha)"),
    "lecun_tanh": made("y = 1.7159 * jnp.tanh(2 * x / 3)"),
    "lisht": made("y = x * jnp.tanh(x)"),
    "log_sigmoid": own("y = jax.nn.log_sigmoid(x)"),
    "log_softmax": own("y = jax.nn.log_softmax(z, axis=-1)"),
    "maxout": made("y = z.max(axis=-1)", "pieces"),
    "mish": own("y = jax.nn.mish(x)"),
    "prelu": made("alpha = jnp.array($alpha)\ny = jnp.where(x > 0, x, alpha * x)", "trainable"),
    "reglu": made("y = jax.nn.relu(gate) * value"),
    "relu": own("y = jax.nn.relu(x)"),
    "relu6": own("y = jax.nn.relu6(x)"),
    "rrelu": (
        made("slope = ($lower + $upper) / 2\ny = jax.nn.leaky_relu(x, negative_slope=slope)", "training_only", seed=0),
        made(RANDOM, "training_only", ("lower", "upper")),
    ),
    "scaled_sigmoid": made("y = 2 * jnp.tanh(x / 2)"),
    "selu": own("y = jax.nn.selu(x)"),
    "sigmoid": own("y = jax.nn.sigmoid(x)"),
    "silu": own("y = jax.nn.silu(x)"),
    "sine": own("y = jnp.sin(x)"),
    "snake": made("y = x + jnp.sin($alpha * x) ** 2 / $alpha"),
    "soft_shrink": made("y = x - jnp.clip(x, -$lambd, $lambd)"),
    "softmax": own("y = jax.nn.softmax(z / $temperature, axis=-1)", "temperature"),
    "softmin": made("y = jax.nn.softmax(-z, axis=-1)"),
    "softplus": (
        own("y = jax.nn.softplus(x)", "fixed_parameter", beta=1),
        made("y = jax.nn.softplus($beta * x) / $beta", "fixed_parameter"),
    ),
    "softsign": own("y = jax.nn.soft_sign(x)", "other_name"),
    "sparse_plus": own("y = jax.nn.sparse_plus(x)"),
    "sparsemax": made(SPARSEMAX),
    "squared_relu": made("y = jax.nn.relu(x) ** 2"),
    "squareplus": own("y = jax.nn.squareplus(x, b=$beta)"),
    "step": own("y = jnp.heaviside(x, 0.0)", "value_at_zero"),
    "swiglu": (
        made("y = jax.nn.silu(gate) * value", beta=1),
        made("y = gate * jax.nn.sigmoid($beta * gate) * value"),
    ),
    "swish": (
        own("y = jax.nn.swish(x)", "fixed_parameter", beta=1),
        made("y = x * jax.nn.sigmoid($beta * x)", "fixed_parameter"),
    ),
    "tanh": own("y = jax.nn.tanh(x)"),
    "tanh_shrink": made("y = x - jnp.tanh(x)", "cancellation"),
    "thresholded_relu": made("y = jnp.where(x > $alpha, x, 0.0)"),
}
