"""NumPy: functions of a whole row, and of a gate and a value."""

from activations.frameworks.framework import Table, made, own

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

ROWS: Table = {
    "bilinear": made("y = gate * value"),
    "entmax15": made(ENTMAX),
    "gaussian_topk": made(GAUSSIAN_TOPK),
    "geglu": made("y = np.maximum(gate, -1e30) * special.ndtr(gate) * value"),
    "geglu_tanh": made(
        "u = (2 / np.pi) ** 0.5 * (gate + 0.044715 * gate**3)\n"
        "y = np.maximum(gate, -1e30) * special.expit(2 * u) * value  # -inf * 0 would be NaN"
    ),
    "glu": made("y = special.expit(gate) * value"),
    "gumbel_softmax": (
        made("y = special.softmax(z / $temperature, axis=-1)", "without_noise", seed=0),
        made(
            "noise = np.random.default_rng($seed).gumbel(size=z.shape[-1])\n"
            "y = special.softmax((z + noise) / $temperature, axis=-1)",
            "noise_as_here",
        ),
    ),
    "hardmax": made(
        "first = np.eye(z.shape[-1])[z.argmax(axis=-1)]\n"
        "y = np.where(np.isnan(z).any(axis=-1, keepdims=True), np.nan, first)"
    ),
    "log_softmax": made(
        "below = z - z.max(axis=-1, keepdims=True)\n"
        "others = np.exp(np.sort(below, axis=-1)[..., :-1])  # all but the largest, which is exp(0)\n"
        "y = below - np.log1p(others.sum(axis=-1, keepdims=True))"
    ),
    "maxout": made("y = z.max(axis=-1)", "pieces"),
    "poly_norm": made(POLY_NORM),
    "reglu": made("y = np.maximum(gate, 0.0) * value"),
    "softmax": own("y = special.softmax(z / $temperature, axis=-1)", "temperature"),
    "softmin": made("y = special.softmax(-z, axis=-1)", "default_differs"),
    "sparsemax": made(SPARSEMAX),
    "swiglu": (
        made("y = gate / 2 * value", beta=0),
        made("y = np.maximum(gate, -1e30) * special.expit($beta * gate) * value  # -inf * 0 would be NaN"),
    ),
    "swiglu_clamped": made(
        "g = np.minimum(gate, $limit)\n"
        "u = np.clip(value, -$limit, $limit)\n"
        "y = np.maximum(g, -1e30) * special.expit(1.702 * g) * (u + 1)  # -inf * 0 would be NaN"
    ),
    "swiglu_limited": made(
        "g = np.minimum(gate, $limit)\n"
        "y = np.maximum(g, -1e30) * special.expit(g) * np.clip(value, -$limit, $limit)  # -inf * 0 would be NaN"
    ),
    "swiglu_step": made(
        "opened = np.maximum(gate, -1e30) * special.expit(gate)  # -inf * 0 would be NaN\n"
        "y = np.minimum(opened, $limit) * np.clip(value, -$limit, $limit)"
    ),
}
