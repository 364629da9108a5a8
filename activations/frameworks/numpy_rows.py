"""NumPy: functions of a whole row that take several lines."""

ENTMAX = """\
z = np.maximum((z - z.max(axis=-1, keepdims=True)) / 2, -1.0)  # no score further down stays
ranked = -np.sort(-z, axis=-1)
counts = np.arange(1, z.shape[-1] + 1)
means = np.cumsum(ranked, axis=-1) / counts
room = 1 / counts - (np.cumsum(ranked**2, axis=-1) / counts - means**2)
edges = means - np.sqrt(np.maximum(room, 0.0))
threshold = np.where(edges <= ranked, edges, -1.0).max(axis=-1, keepdims=True)
y = np.maximum(z - threshold, 0.0) ** 2"""

GAUSSIAN_TOPK = """\
scale = np.maximum(np.abs(z).max(axis=-1, keepdims=True), 1.0)  # lest a square overflows
t = z / scale
cutoff = t.mean(axis=-1, keepdims=True) + special.ndtri($sparsity) * t.std(axis=-1, keepdims=True)
y = scale * np.maximum(t - cutoff, 0.0)"""

POLY_NORM = """\
scale = np.maximum(np.abs(z).max(axis=-1, keepdims=True), 1.0)  # lest a power overflows
y = $b
for k, a in (1, $a1), (2, $a2), (3, $a3):
    power = (z / scale) ** k
    y = y + a * power / np.sqrt((power**2).mean(axis=-1, keepdims=True) + 1e-6 / scale ** (2 * k))"""

SPARSEMAX = """\
z = z - z.max(axis=-1, keepdims=True)  # beside a large z, 1 would be lost
ranked = -np.sort(-z, axis=-1)
counts = np.arange(1, z.shape[-1] + 1)
threshold = ((np.cumsum(ranked, axis=-1) - 1) / counts).max(axis=-1, keepdims=True)
y = np.maximum(z - threshold, 0.0)"""
