"""PyTorch: functions of `torch` and `torch.nn.functional`, layers where something is learned."""

from importlib import import_module
from math import inf

from activations.frameworks.engine import Engine, Outcome, Program
from activations.frameworks.framework import Default, Defaults, Framework, Layer, Table, last_axis, made, own
from activations.frameworks.torch_rows import ENTMAX, GAUSSIAN_TOPK, POLY_NORM, SPARSEMAX

BUMPS = """\
for c, at in [($c1, -1.5), ($c2, -0.5), ($c3, 0.5), ($c4, 1.5)]:  # cubic B-splines
    a = (x - at).abs()
    y = y + c * (F.relu(2 - a) ** 3 - 4 * F.relu(1 - a) ** 3) / 6"""
GLU = "y = F.glu(torch.cat([value, gate], dim=-1), dim=-1)"

SPELLINGS: Table = {
    "acon_c": made(
        "v = $beta * ($p1 - $p2) * x.clamp(-1e30, 1e30)\n"
        "slope = $p1 * torch.sigmoid(v) + $p2 * torch.sigmoid(-v)\n"
        "y = torch.where(slope == 0, 0.0, x * slope)  # inf * 0 would be NaN"
    ),
    "arctan": own("y = torch.arctan(x)"),
    "b_silu": made(
        "gate = torch.sigmoid(x)\n"
        "y = x.clamp(min=-1e30) * gate + $alpha / 2 * torch.tanh(x / 2)  # -inf * 0 would be NaN"
    ),
    "bilinear": made("y = gate * value"),
    "celu": own("y = F.celu(x, alpha=$alpha)"),
    "derf": made("y = $gamma * torch.erf($alpha * x + $shift) + $beta"),
    "dynamic_relu": (  # a slope of 0 is left out: times inf it would be NaN
        made("y = x.abs().clamp(max=0.0) + max($offset1, $offset2)", slope1=0, slope2=0),
        made("y = ($slope2 * x + $offset2).clamp(min=$offset1)", slope1=0),
        made("y = ($slope1 * x + $offset1).clamp(min=$offset2)", slope2=0),
        made("y = torch.maximum($slope1 * x + $offset1, $slope2 * x + $offset2)"),
    ),
    "dyt": made("y = $gamma * torch.tanh($alpha * x) + $beta"),
    "elu": own("y = F.elu(x, alpha=$alpha)"),
    "entmax15": made(ENTMAX),
    "exponential": own("y = torch.exp(x)"),
    "gaussian": made("y = torch.exp(-x * x)"),
    "gaussian_topk": made(GAUSSIAN_TOPK),
    "geglu": made("y = F.gelu(gate) * value"),
    "geglu_tanh": made('y = F.gelu(gate, approximate="tanh") * value'),
    "gelu": own("y = F.gelu(x)"),
    "gelu_clipped": made("y = F.gelu(x.clamp(-1e30, 1e30)).clamp(max=$ceiling)  # inf would give NaN"),
    "gelu_sigmoid": made("y = x.clamp(min=-1e30) * torch.sigmoid(1.702 * x)  # -inf * 0 would be NaN"),
    "gelu_tanh": own('y = F.gelu(x, approximate="tanh")', "default_differs"),
    "glu": own(GLU, "gate_second"),
    "gumbel_softmax": (
        made("y = F.softmax(z / $temperature, dim=-1)", "without_noise", seed=0),
        own("torch.manual_seed($seed)\ny = F.gumbel_softmax(z, tau=$temperature, dim=-1)", "noise_of_its_own"),
    ),
    "hard_mish": made("low = x.clamp(-2.0, 0.0)\ny = F.relu(x) + low * (low + 2) / 2"),
    "golu": made("t = x.clamp(min=-30.0)  # below, the gate is 0\ny = t * torch.exp(-torch.exp(-t))"),
    "hard_shrink": own("y = F.hardshrink(x, lambd=$lambd)"),
    "hard_sigmoid": own("y = F.hardsigmoid(x)"),
    "hard_swish": own("y = F.hardswish(x)"),
    "hard_tanh": own("y = F.hardtanh(x, min_val=$low, max_val=$high)"),
    "hardmax": made(
        "first = F.one_hot(z.argmax(dim=-1), z.shape[-1]).to(z.dtype)\n"
        "y = torch.where(z.isnan().any(dim=-1, keepdim=True), torch.nan, first)"
    ),
    "identity": own("y = torch.nn.Identity()(x)"),
    "laplace": made("y = torch.erfc(($mu - x) / ($sigma * 2**0.5)) / 2  # torch.special.ndtr cancels on the left"),
    "kan_edge": (
        made(f"y = torch.zeros_like(x)\n{BUMPS}", base=0),
        made(f"y = $base * x.clamp(min=-1e30) * torch.sigmoid(x)  # -inf * 0 would be NaN\n{BUMPS}"),
    ),
    "keras_relu": (
        made("y = torch.where(x <= $threshold, 0.0, x.clamp(max=$max_value))", negative_slope=0),
        made(
            "leak = $negative_slope * (x - $threshold)\ny = torch.where(x <= $threshold, leak, x.clamp(max=$max_value))"
        ),
    ),
    "leaky_relu": own("y = F.leaky_relu(x, negative_slope=$alpha)"),
    "lecun_tanh": made("y = 1.7159 * torch.tanh(2 * x / 3)"),
    "lisht": made("y = x * torch.tanh(x)"),
    "log_sigmoid": own("y = F.logsigmoid(x)"),
    "log_softmax": own("y = F.log_softmax(z, dim=-1)", "default_differs"),
    "maxout": made("y = z.amax(dim=-1)", "pieces"),
    "mish": own("y = F.mish(x)"),
    "poly_norm": made(POLY_NORM),
    "poly_relu": (  # a coefficient of 0 is left out: times inf it would be NaN
        made("r = F.relu(x)\ny = ($a2 * r + $a1) * r", a3=0),
        made("r = F.relu(x)\ny = (($a3 * r + $a2) * r + $a1) * r"),
    ),
    "prelu": own(
        "layer = torch.nn.PReLU(init=$alpha)  # one slope; with num_parameters=C, one for each channel\ny = layer(x)",
        "channels_torch",
    ),
    "rational": made(
        "t = x.clamp(-1e5, 1e5)  # t**5 must not overflow\n"
        "above = $a0 + t * ($a1 + t * ($a2 + t * (1 / 9 + t**2 / 945)))\n"
        "below = 1 + torch.abs(t**2 * ($b2 + t**2 / 63))\n"
        "y = above / below + (x - t) / 15  # far out, a straight line"
    ),
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
    "shrink": (
        made("y = x - $bias * x.sign()", lambd=0),
        made("y = torch.where(x.abs() <= $lambd, 0.0, x - $bias * x.sign())"),
    ),
    "serf": made("y = x.clamp(min=-1e30) * torch.erf(F.softplus(x))  # -inf * 0 would be NaN"),
    "sigmoid": own("y = torch.sigmoid(x)"),
    "silu": own("y = F.silu(x)"),
    "sine": own("y = torch.sin(x)"),
    "snake": made("y = x + torch.sin($alpha * x.clamp(-1e30, 1e30)) ** 2 / $alpha"),
    "snake_beta": made("y = x + torch.sin($alpha * x.clamp(-1e30, 1e30)) ** 2 / $beta"),
    "soft_cap": made("y = $cap * torch.tanh(x / $cap)"),
    "soft_shrink": own("y = F.softshrink(x, lambd=$lambd)"),
    "softmax": own("y = F.softmax(z / $temperature, dim=-1)", "temperature"),
    "softmin": own("y = F.softmin(z, dim=-1)", "default_differs"),
    "softplus": own("y = F.softplus(x, beta=$beta)", "linear_above"),
    "softsign": own("y = F.softsign(x)"),
    "sparse_plus": made("y = torch.where(x >= 1, x, (x.clamp(-1.0, 1.0) + 1) ** 2 / 4)"),
    "sparse_sigmoid": made("y = ((x + 1) / 2).clamp(0.0, 1.0)"),
    "sparsemax": made(SPARSEMAX),
    "sqrt_softplus": made(
        "left = torch.exp(x.clamp(max=0.0) / 2)  # softplus would underflow before its root does\n"
        "y = torch.where(x < -40, left, F.softplus(x.clamp(min=-40.0)).sqrt())"
    ),
    "squared_relu": made("y = F.relu(x) ** 2"),
    "squareplus": (
        made("y = F.relu(x)", beta=0),
        made(
            "right = torch.maximum(x, torch.zeros_like(x))  # its slope at 0 is 1/2, that of F.relu is 0\n"
            "root = torch.hypot(x, torch.full_like(x, $beta**0.5))  # x * x could overflow\n"
            "y = right + $beta / 2 / (root + x.abs())  # x + root would cancel"
        ),
    ),
    "star_relu": made("y = $scale * F.relu(x) ** 2 + $bias"),
    "step": own("y = torch.heaviside(x, torch.tensor(0.0))", "value_at_zero"),
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
    "swish": (
        own("y = F.silu(x)", "fixed_parameter", beta=1),
        made("y = x / 2", "fixed_parameter", beta=0),
        made("y = x.clamp(min=-1e30) * torch.sigmoid($beta * x)  # -inf * 0 would be NaN", "fixed_parameter"),
    ),
    "tanh": own("y = torch.tanh(x)"),
    "tanh_shrink": own("y = F.tanhshrink(x)", "cancellation"),
    "threshold_value": own("y = F.threshold(x, $threshold, $value)"),
    "telu": made("y = x.clamp(min=-1e30) * torch.tanh(torch.exp(x.clamp(max=30.0)))  # -inf * 0 would be NaN"),
    "thresholded_relu": own("y = F.threshold(x, $alpha, 0.0)", "other_name"),
    "xielu": made(
        "low, high = x.clamp(max=0.0), F.relu(x)\n"
        "left = $alpha_n * torch.expm1(low) + ($beta - $alpha_n) * low\n"
        "y = high * ($alpha_p * high + $beta) + left"
    ),
}

DEFAULTS: Defaults = {
    "celu": (Default("torch.nn.CELU", "alpha", 1.0, "alpha"),),
    "elu": (Default("torch.nn.ELU", "alpha", 1.0, "alpha"),),
    "geglu": (Default("torch.nn.GELU", "approximate", "none", ours="none"),),
    "geglu_tanh": (Default("torch.nn.GELU", "approximate", "none", ours="tanh"),),
    "gelu": (Default("torch.nn.GELU", "approximate", "none", ours="none"),),
    "gelu_tanh": (Default("torch.nn.GELU", "approximate", "none", ours="tanh"),),
    "glu": last_axis("torch.nn.GLU", "dim", -1),
    "gumbel_softmax": (
        Default("torch.nn.functional.gumbel_softmax", "tau", 1, "temperature"),
        Default("torch.nn.functional.gumbel_softmax", "hard", False, ours=False),
        *last_axis("torch.nn.functional.gumbel_softmax", "dim", -1),
    ),
    "hard_shrink": (Default("torch.nn.Hardshrink", "lambd", 0.5, "lambd"),),
    "hard_tanh": (
        Default("torch.nn.Hardtanh", "min_val", -1.0, "low"),
        Default("torch.nn.Hardtanh", "max_val", 1.0, "high"),
    ),
    "leaky_relu": (Default("torch.nn.LeakyReLU", "negative_slope", 0.01, "alpha"),),
    "log_softmax": last_axis("torch.nn.LogSoftmax", "dim", None),
    "prelu": (Default("torch.nn.PReLU", "init", 0.25, "alpha"),),
    "rrelu": (
        Default("torch.nn.RReLU", "lower", 1 / 8, "lower"),
        Default("torch.nn.RReLU", "upper", 1 / 3, "upper"),
    ),
    "soft_shrink": (Default("torch.nn.Softshrink", "lambd", 0.5, "lambd"),),
    "softmax": last_axis("torch.nn.Softmax", "dim", None),
    "softmin": last_axis("torch.nn.Softmin", "dim", None),
    "softplus": (
        Default("torch.nn.Softplus", "beta", 1.0, "beta"),
        Default("torch.nn.Softplus", "threshold", 20.0, ours=inf),
    ),
}

LAYER = Layer(
    code="""\
class Layer(torch.nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.linear = torch.nn.Linear(inputs, $wide)
        $init

    def forward(self, inputs):
        $x = $all
$body
        return y


y = Layer(256, 256)(torch.randn(32, 256))""",
    scores="self.linear(inputs)",
    halves="{}.chunk(2, dim=-1)",
    inits={
        "he": 'torch.nn.init.kaiming_normal_(self.linear.weight, nonlinearity="relu")',
        "xavier": "torch.nn.init.xavier_normal_(self.linear.weight)",
        "lecun": 'torch.nn.init.kaiming_normal_(self.linear.weight, nonlinearity="linear")',
    },
)


def prepare(precision: str) -> None:
    """Layers have weights of the default type."""
    torch = import_module("torch")
    torch.set_default_dtype(getattr(torch, precision))


def run(program: Program) -> Outcome:
    """Forward and backward, a row of the Jacobian at a time."""
    torch = import_module("torch")
    points = [torch.from_numpy(a.copy()).requires_grad_() for a in program.arrays]
    y = program.formula()(*points)
    value = y.detach().numpy()
    try:
        if program.matrix:
            rows = [torch.autograd.grad(yi, points, retain_graph=True)[0] for yi in y]
            return value, [torch.stack(rows).numpy()]
        return value, [slope.numpy() for slope in torch.autograd.grad(y, points, torch.ones_like(y))]
    except RuntimeError:  # a function without derivative, such as heaviside
        return value, None


FRAMEWORK = Framework(
    name="PyTorch",
    place=2,
    given="{name} = torch.tensor({values})",
    imports={
        "from statistics import NormalDist": r"\bNormalDist\b",
        "import torch": r"\btorch\.",
        "import torch.nn.functional as F": r"\bF\.",
    },
    spellings=SPELLINGS,
    defaults=DEFAULTS,
    engines={"torch": Engine(packages=("torch",), run=run, prepare=prepare)},
    layer=LAYER,
)
