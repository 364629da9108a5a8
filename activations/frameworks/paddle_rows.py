"""PaddlePaddle: functions of a whole row that take several lines."""

ENTMAX = """\
z = ((z - z.amax(axis=-1, keepdim=True)) / 2).clip(min=-1.0)  # no score further down stays
ranked = z.sort(axis=-1, descending=True)
counts = paddle.arange(1, z.shape[-1] + 1, dtype=z.dtype)
means = ranked.cumsum(axis=-1) / counts
room = 1 / counts - ((ranked**2).cumsum(axis=-1) / counts - means**2)
edges = means - room.clip(min=1e-30).sqrt()  # at 0 a root has no slope
threshold = paddle.where(edges <= ranked, edges, -1.0).amax(axis=-1, keepdim=True)
y = paddle.where(z <= threshold, 0.0, z - threshold) ** 2  # F.relu makes 0 of NaN"""

GAUSSIAN_TOPK = """\
quantile = NormalDist().inv_cdf($sparsity)
scale = z.detach().abs().amax(axis=-1, keepdim=True).clip(min=1.0)  # lest a square overflows
t = z / scale
away = t - t.mean(axis=-1, keepdim=True)
square = (away * away).mean(axis=-1, keepdim=True)
root = paddle.where(square > 0, square, 1.0).sqrt()  # at 0 a root has no slope
above = away - quantile * paddle.where(square > 0, root, 0.0)
y = scale * paddle.where(above <= 0, 0.0, above)  # F.relu makes 0 of NaN"""

POLY_NORM = """\
scale = z.detach().abs().amax(axis=-1, keepdim=True).clip(min=1.0)  # lest a power overflows
y = $b
for k, a in (1, $a1), (2, $a2), (3, $a3):
    power = (z / scale) ** k
    y = y + a * power / ((power**2).mean(axis=-1, keepdim=True) + 1e-6 / scale ** (2 * k)).sqrt()"""

SPARSEMAX = """\
z = z - z.amax(axis=-1, keepdim=True)  # beside a large z, 1 would be lost
ranked = z.sort(axis=-1, descending=True)
counts = paddle.arange(1, z.shape[-1] + 1, dtype=z.dtype)
threshold = ((ranked.cumsum(axis=-1) - 1) / counts).amax(axis=-1, keepdim=True)
y = paddle.where(z <= threshold, 0.0, z - threshold)  # F.relu makes 0 of NaN"""
