"""PyTorch: functions of `torch` and `torch.nn.functional`, layers where something is learned."""

from activations.spellings import Table, made, own

GLU = "y = F.glu(torch.cat([value, gate], dim=-1), dim=-1)"
SPARSEMAX = """\
ranked = z.sort(dim=-1, descending=True).values
counts = torch.arange(1, z.shape[-1] + 1)
threshold = ((ranked.cumsum(dim=-1) - 1) / counts).amax(dim=-1, keepdim=True)
y = F.relu(z - threshold)"""

SPELLINGS: Table = {
    "arctan": own("y = torch.arctan(x)"),
    "bilinear": made("y = gate * value"),
    "celu": own("y = F.celu(x, alpha=$alpha)"),
    "dynamic_relu": made("y = torch.maximum($slope1 * x + $offset1, $slope2 * x + $offset2)"),
    "elu": own("y = F.elu(x, alpha=$alpha)"),
    "exponential": own("y = torch.exp(x)"),
    "gaussian": made("y = torch.exp(-x * x)"),
    "geglu": made("y = F.gelu(gate) * value"),
    "gelu": own("y = F.gelu(x)"),
    "gelu_sigmoid": made("y = x * torch.sigmoid(1.702 * x)"),
    "gelu_tanh": own('y = F.gelu(x, approximate="tanh")', "default_differs"),
    "glu": own(GLU, "gate_second"),
    "hard_shrink": own("y = F.hardshrink(x, lambd=$lambd)"),
    "hard_sigmoid": own("y = F.hardsigmoid(x)"),
    "hard_swish": own("y = F.hardswish(x)"),
    "hard_tanh": own("y = F.hardtanh(x, min_val=$low, max_val=$high)"),
    "hardmax": made("y = F.one_hot(z.argmax(dim=-1), z.shape[-1]).to(z.dtype)"),
    "identity": own("y = torch.nn.Identity()(x)"),
    "leaky_relu": own("y = F.leaky_relu(x, negative_slope=$alpha)"),
    "lecun_tanh": made("y = 1.7159 * torch.tanh(2 * x / 3)"),
    "lisht": made("y = x * torch.tanh(x)"),
    "log_sigmoid": own("y = F.logsigmoid(x)"),
    "log_softmax": own("y = F.log_softmax(z, dim=-1)", "default_differs"),
    "maxout": made("y = z.amax(dim=-1)", "pieces"),
    "mish": own("y = F.mish(x)"),
    "prelu": own("layer = torch.nn.PReLU(init=$alpha)\ny = layer(x)", "trainable"),
    "reglu": made("y = F.relu(gate) * value"),
    "relu": own("y = F.relu(x)"),
    "relu6": own("y = F.relu6(x)"),
    "rrelu": (
        own("y = F.rrelu(x, $lower, $upper, training=False)", "training_only", ("lower", "upper"), seed=0),
        own(
            "torch.manual_seed($seed)\ny = F.rrelu(x, $lower, $upper, training=True)",
            "training_only",
            ("lower", "upper"),
        ),
    ),
    "scaled_sigmoid": made("y = 2 * torch.tanh(x / 2)"),
    "selu": own("y = F.selu(x)"),
    "sigmoid": own("y = torch.sigmoid(x)"),
    "silu": own("y = F.silu(x)"),
    "sine": own("y = torch.sin(x)"),
    "snake": made("y = x + torch.sin($alpha * x) ** 2 / $alpha"),
    "soft_shrink": own("y = F.softshrink(x, lambd=$lambd)"),
    "softmax": own("y = F.softmax(z / $temperature, dim=-1)", "temperature"),
    "softmin": own("y = F.softmin(z, dim=-1)", "default_differs"),
    "softplus": own("y = F.softplus(x, beta=$beta)", "linear_above"),
    "softsign": own("y = F.softsign(x)"),
    "sparse_plus": made("y = torch.where(x >= 1, x, (x.clamp(-1.0, 1.0) + 1) ** 2 / 4)"),
    "sparsemax": made(SPARSEMAX),
    "squared_relu": made("y = F.relu(x) ** 2"),
    "squareplus": made("y = (x + torch.sqrt(x * x + $beta)) / 2"),
    "step": own("y = torch.heaviside(x, torch.tensor(0.0))", "value_at_zero"),
    "swiglu": (
        made("y = F.silu(gate) * value", beta=1),
        made("y = gate * torch.sigmoid($beta * gate) * value"),
    ),
    "swish": (
        own("y = F.silu(x)", "fixed_parameter", beta=1),
        made("y = x * torch.sigmoid($beta * x)", "fixed_parameter"),
    ),
    "tanh": own("y = torch.tanh(x)"),
    "tanh_shrink": own("y = F.tanhshrink(x)", "cancellation"),
    "thresholded_relu": own("y = F.threshold(x, $alpha, 0.0)", "other_name"),
}
