"""PyTorch: functions of a whole row, and of a gate and a value."""

from activations.frameworks.framework import Table, made, own

GLU = "y = F.glu(torch.cat([value, gate], dim=-1), dim=-1)"

ENTMAX = """\
z = ((z - z.amax(dim=-1, keepdim=True)) / 2).clamp(min=-1.0)  # no score further down stays
ranked = z.sort(dim=-1, descending=True).values
counts = torch.arange(1, z.shape[-1] + 1)
means = ranked.cumsum(dim=-1) / counts
room = 1 / counts - ((ranked**2).cumsum(dim=-1) / counts - means**2)
edges = means - room.clamp(min=1e-30).sqrt()  # at 0 a root has no slope
threshold = torch.where(edges <= ranked, edges, -1.0).amax(dim=-1, keepdim=True)
y = F.relu(z - threshold) ** 2"""

GAUSSIAN_TOPK = """\
quantile = NormalDist().inv_cdf($sparsity)
scale = z.detach().abs().amax(dim=-1, keepdim=True).clamp(min=1.0)  # lest a square overflows
t = z / scale
cutoff = t.mean(dim=-1, keepdim=True) + quantile * t.std(dim=-1, keepdim=True, correction=0)
y = scale * F.relu(t - cutoff)"""

POLY_NORM = """\
scale = z.detach().abs().amax(dim=-1, keepdim=True).clamp(min=1.0)  # lest a power overflows
y = $b
for k, a in (1, $a1), (2, $a2), (3, $a3):
    power = (z / scale) ** k
    y = y + a * power / ((power**2).mean(dim=-1, keepdim=True) + 1e-6 / scale ** (2 * k)).sqrt()"""

SPARSEMAX = """\
z = z - z.amax(dim=-1, keepdim=True)  # beside a large z, 1 would be lost
ranked = z.sort(dim=-1, descending=True).values
counts = torch.arange(1, z.shape[-1] + 1)
threshold = ((ranked.cumsum(dim=-1) - 1) / counts).amax(dim=-1, keepdim=True)
y = F.relu(z - threshold)"""

ROWS: Table = {
    "bilinear": made("y = gate * value"),
    "entmax15": made(ENTMAX),
    "gaussian_topk": made(GAUSSIAN_TOPK),
    "geglu": made("y = F.gelu(gate) * value"),
    "geglu_tanh": made('y = F.gelu(gate, approximate="tanh") * value'),
    "glu": own(GLU, "gate_second"),
    "gumbel_softmax": (
        made("y = F.softmax(z / $temperature, dim=-1)", "without_noise", seed=0),
        own("torch.manual_seed($seed)\ny = F.gumbel_softmax(z, tau=$temperature, dim=-1)", "noise_of_its_own"),
    ),
    "hardmax": made(
        "first = F.one_hot(z.argmax(dim=-1), z.shape[-1]).to(z.dtype)\n"
        "y = torch.where(z.isnan().any(dim=-1, keepdim=True), torch.nan, first)"
    ),
    "log_softmax": own("y = F.log_softmax(z, dim=-1)", "default_differs"),
    "maxout": made("y = z.amax(dim=-1)", "pieces"),
    "poly_norm": made(POLY_NORM),
    "reglu": made("y = F.relu(gate) * value"),
    "softmax": own("y = F.softmax(z / $temperature, dim=-1)", "temperature"),
    "softmin": own("y = F.softmin(z, dim=-1)", "default_differs"),
    "sparsemax": made(SPARSEMAX),
    "swiglu": (
        made("y = F.silu(gate) * value", beta=1),
        made("y = gate / 2 * value", beta=0),
        made("y = gate.clamp(min=-1e30) * torch.sigmoid($beta * gate) * value  # -inf * 0 would be NaN"),
    ),
    "swiglu_clamped": made(
        "g = gate.clamp(max=$limit)\n"
        "u = value.clamp(-$limit, $limit)\n"
        "y = g.clamp(min=-1e30) * torch.sigmoid(1.702 * g) * (u + 1)  # -inf * 0 would be NaN"
    ),
    "swiglu_limited": made("y = F.silu(gate.clamp(max=$limit)) * value.clamp(-$limit, $limit)"),
    "swiglu_step": made("y = F.silu(gate).clamp(max=$limit) * value.clamp(-$limit, $limit)"),
}
