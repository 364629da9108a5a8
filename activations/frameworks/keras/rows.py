"""Keras: functions of a whole row, and of a gate and a value."""

from activations.frameworks.framework import Table, made, own

GLU = "y = keras.activations.glu(keras.ops.concatenate([value, gate], axis=-1), axis=-1)"

ENTMAX = """\
z = (z - keras.ops.max(z, axis=-1, keepdims=True)) / 2
z = keras.ops.maximum(z, -1.0)  # no score further down stays
ranked = -keras.ops.sort(-z, axis=-1)
counts = keras.ops.arange(1, z.shape[-1] + 1, dtype=z.dtype)
means = keras.ops.cumsum(ranked, axis=-1) / counts
room = 1 / counts - (keras.ops.cumsum(ranked**2, axis=-1) / counts - means**2)
edges = means - keras.ops.sqrt(keras.ops.maximum(room, 1e-30))  # at 0 a root has no slope
inside = keras.ops.where(edges <= ranked, edges, -1.0)
y = keras.ops.relu(z - keras.ops.max(inside, axis=-1, keepdims=True)) ** 2"""

GAUSSIAN_TOPK = """\
quantile = NormalDist().inv_cdf($sparsity)
top = keras.ops.max(keras.ops.abs(z), axis=-1, keepdims=True)
scale = keras.ops.stop_gradient(keras.ops.maximum(top, 1.0))  # lest a square overflows
t = z / scale
away = t - keras.ops.mean(t, axis=-1, keepdims=True)
square = keras.ops.mean(away * away, axis=-1, keepdims=True)
root = keras.ops.sqrt(keras.ops.where(square > 0, square, 1.0))  # at 0 a root has no slope
spread = keras.ops.where(square > 0, root, 0.0)
y = scale * keras.ops.relu(away - quantile * spread)"""

GUMBEL = """\
u = keras.random.uniform(keras.ops.shape(z), 1e-20, 1.0, seed=$seed)
noise = -keras.ops.log(-keras.ops.log(u))
y = keras.activations.softmax((z + noise) / $temperature, axis=-1)"""

POLY_NORM = """\
top = keras.ops.max(keras.ops.abs(z), axis=-1, keepdims=True)
scale = keras.ops.stop_gradient(keras.ops.maximum(top, 1.0))  # lest a power overflows
y = $b
for k, a in (1, $a1), (2, $a2), (3, $a3):
    power = (z / scale) ** k
    square = keras.ops.mean(power**2, axis=-1, keepdims=True)
    y = y + a * power / keras.ops.sqrt(square + 1e-6 / scale ** (2 * k))"""

SPARSEMAX = """\
z = z - keras.ops.max(z, axis=-1, keepdims=True)  # beside a large z, 1 would be lost
ranked = -keras.ops.sort(-z, axis=-1)
counts = keras.ops.arange(1, z.shape[-1] + 1, dtype=z.dtype)
sums = keras.ops.cumsum(ranked, axis=-1)
threshold = keras.ops.max((sums - 1) / counts, axis=-1, keepdims=True)
y = keras.ops.relu(z - threshold)"""

ROWS: Table = {
    "bilinear": made("y = gate * value"),
    "entmax15": made(ENTMAX),
    "gaussian_topk": made(GAUSSIAN_TOPK),
    "geglu": made("y = keras.activations.gelu(gate, approximate=False) * value", "two_defaults"),
    "geglu_tanh": made("y = keras.activations.gelu(gate, approximate=True) * value", "two_defaults"),
    "glu": own(GLU, "gate_second"),
    "gumbel_softmax": (
        made("y = keras.activations.softmax(z / $temperature, axis=-1)", "without_noise", seed=0),
        made(GUMBEL, "noise_of_its_own"),
    ),
    "hardmax": made(
        "first = keras.ops.one_hot(keras.ops.argmax(z, axis=-1), z.shape[-1])\n"
        "lost = keras.ops.any(keras.ops.isnan(z), axis=-1, keepdims=True)\n"
        'y = keras.ops.where(lost, float("nan"), first)'
    ),
    "log_softmax": own("y = keras.activations.log_softmax(z, axis=-1)"),
    "maxout": made("y = keras.ops.max(z, axis=-1)", "pieces"),
    "poly_norm": made(POLY_NORM),
    "reglu": made("y = keras.ops.relu(gate) * value"),
    "softmax": own("y = keras.activations.softmax(z / $temperature, axis=-1)", "temperature"),
    "softmin": made("y = keras.activations.softmax(-z, axis=-1)"),
    "sparsemax": made(SPARSEMAX, "framework_error"),
    "swiglu": (
        made("y = keras.activations.silu(gate) * value", beta=1),
        made("y = gate / 2 * value", beta=0),
        made("y = keras.ops.maximum(gate, -1e30) * keras.ops.sigmoid($beta * gate) * value  # -inf * 0 would be NaN"),
    ),
    "swiglu_clamped": made(
        "g = keras.ops.minimum(gate, $limit)\n"
        "u = keras.ops.clip(value, -$limit, $limit)\n"
        "y = keras.ops.maximum(g, -1e30) * keras.ops.sigmoid(1.702 * g) * (u + 1)  # -inf * 0 would be NaN"
    ),
    "swiglu_limited": made(
        "g = keras.ops.minimum(gate, $limit)\ny = keras.activations.silu(g) * keras.ops.clip(value, -$limit, $limit)"
    ),
    "swiglu_step": made(
        "opened = keras.ops.minimum(keras.activations.silu(gate), $limit)\n"
        "y = opened * keras.ops.clip(value, -$limit, $limit)"
    ),
}
