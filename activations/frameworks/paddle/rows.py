"""PaddlePaddle: functions of a whole row, and of a gate and a value."""

from activations.frameworks.framework import Table, made, own
from activations.frameworks.paddle.curves import FLOOR, RELU

GLU = "y = F.glu(paddle.concat([value, gate], axis=-1), axis=-1)"

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

ROWS: Table = {
    "bilinear": made("y = gate * value"),
    "entmax15": made(ENTMAX),
    "gaussian_topk": made(GAUSSIAN_TOPK),
    "geglu": made("y = F.gelu(gate) * value"),
    "geglu_tanh": made("y = F.gelu(gate, approximate=True) * value"),
    "glu": own(GLU, "gate_second"),
    "gumbel_softmax": (
        made("y = F.softmax(z / $temperature, axis=-1)", "without_noise", seed=0),
        own("paddle.seed($seed)\ny = F.gumbel_softmax(z, temperature=$temperature, axis=-1)", "noise_of_its_own"),
    ),
    "hardmax": made(
        "first = F.one_hot(z.argmax(axis=-1), z.shape[-1]).astype(z.dtype)\n"
        'y = paddle.where(z.isnan().any(axis=-1, keepdim=True), float("nan"), first)'
    ),
    "log_softmax": own("y = F.log_softmax(z, axis=-1)"),
    "maxout": made("y = z.amax(axis=-1)", "pieces"),
    "poly_norm": made(POLY_NORM),
    "reglu": made(f"y = {RELU.format('gate')} * value  # F.relu makes 0 of NaN"),
    "softmax": own("y = F.softmax(z / $temperature, axis=-1)", "temperature"),
    "softmin": made("y = F.softmax(-z, axis=-1)"),
    "sparsemax": made(SPARSEMAX),
    "swiglu": (
        own("y = F.swiglu(gate, value)", "fixed_parameter", beta=1),
        made("y = gate / 2 * value", "fixed_parameter", beta=0),
        made(f"{FLOOR}y = paddle.maximum(gate, floor) * F.sigmoid($beta * gate) * value", "fixed_parameter"),
    ),
    "swiglu_clamped": made(
        f"{FLOOR}g = gate.clip(max=$limit)\n"
        "u = value.clip(-$limit, $limit)\n"
        "y = paddle.maximum(g, floor) * F.sigmoid(1.702 * g) * (u + 1)"
    ),
    "swiglu_limited": made("y = F.swiglu(gate.clip(max=$limit), value.clip(-$limit, $limit))"),
    "swiglu_step": made("y = F.silu(gate).clip(max=$limit) * value.clip(-$limit, $limit)"),
}
