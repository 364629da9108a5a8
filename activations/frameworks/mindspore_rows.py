"""MindSpore: functions of a whole row that take several lines."""

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
