"""PyTorch: functions of a whole row that take several lines."""

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
