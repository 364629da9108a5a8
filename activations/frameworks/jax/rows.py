"""JAX: functions of a whole row, and of a gate and a value."""

from activations.frameworks.framework import Table, made, own

GLU = "y = jax.nn.glu(jnp.concatenate([value, gate], axis=-1), axis=-1)"

ENTMAX = """\
z = jnp.maximum((z - z.max(axis=-1, keepdims=True)) / 2, -1.0)  # no score further down stays
ranked = jnp.sort(z, axis=-1, descending=True)
counts = jnp.arange(1, z.shape[-1] + 1)
means = jnp.cumsum(ranked, axis=-1) / counts
room = 1 / counts - (jnp.cumsum(ranked**2, axis=-1) / counts - means**2)
edges = means - jnp.sqrt(jnp.maximum(room, 1e-30))  # at 0 a root has no slope
threshold = jnp.where(edges <= ranked, edges, -1.0).max(axis=-1, keepdims=True)
y = jax.nn.relu(z - threshold) ** 2"""

GAUSSIAN_TOPK = """\
quantile = NormalDist().inv_cdf($sparsity)
top = jnp.abs(jax.lax.stop_gradient(z)).max(axis=-1, keepdims=True)
scale = jnp.maximum(top, 1.0)  # lest a square overflows
t = z / scale
away = t - t.mean(axis=-1, keepdims=True)
square = (away * away).mean(axis=-1, keepdims=True)
root = jnp.sqrt(jnp.where(square > 0, square, 1.0))  # at 0 a root has no slope
spread = jnp.where(square > 0, root, 0.0)
y = scale * jax.nn.relu(away - quantile * spread)"""

GUMBEL = """\
noise = jax.random.gumbel(jax.random.key($seed), z.shape)
y = jax.nn.softmax((z + noise) / $temperature, axis=-1)"""

POLY_NORM = """\
top = jnp.abs(jax.lax.stop_gradient(z)).max(axis=-1, keepdims=True)
scale = jnp.maximum(top, 1.0)  # lest a power overflows
y = $b
for k, a in (1, $a1), (2, $a2), (3, $a3):
    power = (z / scale) ** k
    y = y + a * power / jnp.sqrt((power**2).mean(axis=-1, keepdims=True) + 1e-6 / scale ** (2 * k))"""

SPARSEMAX = """\
z = z - z.max(axis=-1, keepdims=True)  # beside a large z, 1 would be lost
ranked = jnp.sort(z, axis=-1, descending=True)
counts = jnp.arange(1, z.shape[-1] + 1)
threshold = ((jnp.cumsum(ranked, axis=-1) - 1) / counts).max(axis=-1, keepdims=True)
y = jax.nn.relu(z - threshold)"""

ROWS: Table = {
    "bilinear": made("y = gate * value"),
    "entmax15": made(ENTMAX),
    "gaussian_topk": made(GAUSSIAN_TOPK),
    "geglu": made("y = jax.nn.gelu(gate, approximate=False) * value", "approximation_default"),
    "geglu_tanh": made("y = jax.nn.gelu(gate, approximate=True) * value", "approximation_default"),
    "glu": own(GLU, "gate_second"),
    "gumbel_softmax": (
        made("y = jax.nn.softmax(z / $temperature, axis=-1)", "without_noise", seed=0),
        made(GUMBEL, "noise_of_its_own"),
    ),
    "hardmax": made(
        "first = jax.nn.one_hot(z.argmax(axis=-1), z.shape[-1])\n"
        "y = jnp.where(jnp.isnan(z).any(axis=-1, keepdims=True), jnp.nan, first)"
    ),
    "log_softmax": own("y = jax.nn.log_softmax(z, axis=-1)"),
    "maxout": made("y = z.max(axis=-1)", "pieces"),
    "poly_norm": made(POLY_NORM),
    "reglu": made("y = jax.nn.relu(gate) * value"),
    "softmax": own("y = jax.nn.softmax(z / $temperature, axis=-1)", "temperature"),
    "softmin": made("y = jax.nn.softmax(-z, axis=-1)"),
    "sparsemax": made(SPARSEMAX),
    "swiglu": (
        made("y = jax.nn.silu(gate) * value", beta=1),
        made("y = gate / 2 * value", beta=0),
        made("y = jnp.maximum(gate, -1e30) * jax.nn.sigmoid($beta * gate) * value  # -inf * 0 would be NaN"),
    ),
    "swiglu_clamped": made(
        "g = jnp.minimum(gate, $limit)\n"
        "u = jnp.clip(value, -$limit, $limit)\n"
        "y = jnp.maximum(g, -1e30) * jax.nn.sigmoid(1.702 * g) * (u + 1)  # -inf * 0 would be NaN"
    ),
    "swiglu_limited": made("y = jax.nn.silu(jnp.minimum(gate, $limit)) * jnp.clip(value, -$limit, $limit)"),
    "swiglu_step": made("y = jnp.minimum(jax.nn.silu(gate), $limit) * jnp.clip(value, -$limit, $limit)"),
}
