"""MindSpore: functions of a whole row, and of a gate and a value."""

from activations.frameworks.framework import Table, made, own
from activations.frameworks.mindspore.curves import RELU

GLU = "y = ops.glu(ops.cat((value, gate), axis=-1), axis=-1)"

ENTMAX = """\
z = (z - ops.amax(z, axis=-1, keepdims=True)) / 2
z = ops.where(z <= -1, -1.0, z)  # no score further down stays
ranked, _ = ops.sort(z, axis=-1, descending=True)
counts = ops.arange(1, z.shape[-1] + 1, dtype=z.dtype)
means = ops.cumsum(ranked, axis=-1) / counts
room = 1 / counts - (ops.cumsum(ranked**2, axis=-1) / counts - means**2)
edges = means - ops.sqrt(ops.maximum(room, 1e-30))  # at 0 a root has no slope
threshold = ops.amax(ops.where(edges <= ranked, edges, -1.0), axis=-1, keepdims=True)
y = ops.where(z <= threshold, 0.0, z - threshold) ** 2  # ops.relu makes 0 of NaN"""

GAUSSIAN_TOPK = """\
quantile = NormalDist().inv_cdf($sparsity)
top = ops.amax(ops.abs(ops.stop_gradient(z)), axis=-1, keepdims=True)
scale = ops.where(top <= 1, 1.0, top)  # lest a square overflows
t = z / scale
away = t - ops.mean(t, axis=-1, keep_dims=True)
square = ops.mean(away * away, axis=-1, keep_dims=True)
root = ops.sqrt(ops.where(square > 0, square, 1.0))  # at 0 a root has no slope
above = away - quantile * ops.where(square > 0, root, 0.0)
y = scale * ops.where(above <= 0, 0.0, above)  # ops.relu makes 0 of NaN"""

POLY_NORM = """\
top = ops.amax(ops.abs(ops.stop_gradient(z)), axis=-1, keepdims=True)
scale = ops.where(top <= 1, 1.0, top)  # lest a power overflows
y = $b
for k, a in (1, $a1), (2, $a2), (3, $a3):
    power = (z / scale) ** k
    square = ops.mean(power**2, axis=-1, keep_dims=True)
    y = y + a * power / ops.sqrt(square + 1e-6 / scale ** (2 * k))"""

SPARSEMAX = """\
z = z - ops.amax(z, axis=-1, keepdims=True)  # beside a large z, 1 would be lost
ranked, _ = ops.sort(z, axis=-1, descending=True)
counts = ops.arange(1, z.shape[-1] + 1, dtype=z.dtype)
threshold = ops.amax((ops.cumsum(ranked, axis=-1) - 1) / counts, axis=-1, keepdims=True)
y = ops.where(z <= threshold, 0.0, z - threshold)  # ops.relu makes 0 of NaN"""

ROWS: Table = {
    "bilinear": made("y = gate * value"),
    "entmax15": made(ENTMAX),
    "gaussian_topk": made(GAUSSIAN_TOPK),
    "geglu": made('y = ops.gelu(gate, approximate="none") * value', "layer_approximates"),
    "geglu_tanh": made('y = ops.gelu(gate, approximate="tanh") * value', "layer_approximates"),
    "glu": own(GLU, "gate_second"),
    "gumbel_softmax": (
        made("y = ops.softmax(z / $temperature, axis=-1)", "without_noise", seed=0),
        own("mindspore.set_seed($seed)\ny = ops.gumbel_softmax(z, tau=$temperature, dim=-1)", "noise_of_its_own"),
    ),
    "hardmax": made(
        "first = ops.one_hot(z.argmax(axis=-1), z.shape[-1]).astype(z.dtype)\n"
        'y = ops.where(ops.isnan(z).any(axis=-1, keep_dims=True), float("nan"), first)'
    ),
    "log_softmax": own("y = ops.log_softmax(z, axis=-1)"),
    "maxout": made("y = ops.amax(z, axis=-1)", "pieces"),
    "poly_norm": made(POLY_NORM),
    "reglu": made(f"y = {RELU.format('gate')} * value  # ops.relu makes 0 of NaN"),
    "softmax": own("y = ops.softmax(z / $temperature, axis=-1)", "temperature"),
    "softmin": own("y = ops.softmin(z, axis=-1)"),
    "sparsemax": made(SPARSEMAX),
    "swiglu": (
        made("y = ops.silu(gate) * value", beta=1),
        made("y = gate / 2 * value", beta=0),
        made("y = ops.maximum(gate, -1e30) * ops.sigmoid($beta * gate) * value  # -inf * 0 would be NaN"),
    ),
    "swiglu_clamped": made(
        "g = ops.where(gate >= $limit, $limit, gate)  # ops.minimum makes a number of NaN\n"
        "u = ops.where(value >= $limit, $limit, ops.where(value <= -$limit, -$limit, value))\n"
        "y = ops.maximum(g, -1e30) * ops.sigmoid(1.702 * g) * (u + 1)  # -inf * 0 would be NaN"
    ),
    "swiglu_limited": made(
        "g = ops.where(gate >= $limit, $limit, gate)  # ops.minimum makes a number of NaN\n"
        "u = ops.where(value >= $limit, $limit, ops.where(value <= -$limit, -$limit, value))\n"
        "y = ops.silu(g) * u"
    ),
    "swiglu_step": made(
        "opened = ops.silu(gate)\n"
        "opened = ops.where(opened >= $limit, $limit, opened)  # ops.minimum makes a number of NaN\n"
        "u = ops.where(value >= $limit, $limit, ops.where(value <= -$limit, -$limit, value))\n"
        "y = opened * u"
    ),
}
