"""JAX: functions of a whole row that take several lines."""

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
