"""PyTorch: functions of `torch` and `torch.nn.functional`, layers where something is learned."""

from importlib import import_module
from math import inf

from activations.frameworks.engine import Engine, Outcome, Program
from activations.frameworks.framework import Default, Defaults, Framework, Layer, last_axis
from activations.frameworks.torch.curves import CURVES
from activations.frameworks.torch.rows import ROWS

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
    spellings={**CURVES, **ROWS},
    defaults=DEFAULTS,
    engines={"torch": Engine(packages=("torch",), run=run, prepare=prepare)},
    layer=LAYER,
)
