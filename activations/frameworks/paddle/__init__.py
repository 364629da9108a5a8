"""PaddlePaddle: functions of `paddle` and `paddle.nn.functional`, layers where something is learned."""

from importlib import import_module
from math import inf

from activations.frameworks.engine import Engine, Outcome, Program
from activations.frameworks.framework import Default, Defaults, Framework, Layer, last_axis
from activations.frameworks.paddle.curves import CURVES
from activations.frameworks.paddle.rows import ROWS

GELU = "paddle.nn.GELU"
DEFAULTS: Defaults = {
    "celu": (Default("paddle.nn.CELU", "alpha", 1.0, "alpha"),),
    "elu": (Default("paddle.nn.ELU", "alpha", 1.0, "alpha"),),
    "geglu": (Default(GELU, "approximate", False, ours=False),),
    "geglu_tanh": (Default(GELU, "approximate", False, ours=True),),
    "gelu": (Default(GELU, "approximate", False, ours=False),),
    "gelu_tanh": (Default(GELU, "approximate", False, ours=True),),
    "glu": last_axis("paddle.nn.GLU", "axis", -1),
    "gumbel_softmax": (
        Default("paddle.nn.functional.gumbel_softmax", "temperature", 1.0, "temperature"),
        Default("paddle.nn.functional.gumbel_softmax", "hard", False, ours=False),
        *last_axis("paddle.nn.functional.gumbel_softmax", "axis", -1),
    ),
    "hard_shrink": (Default("paddle.nn.Hardshrink", "threshold", 0.5, "lambd"),),
    "hard_sigmoid": (
        Default("paddle.nn.functional.hardsigmoid", "slope", 0.1666667, ours=1 / 6),
        Default("paddle.nn.functional.hardsigmoid", "offset", 0.5, ours=0.5),
    ),
    "hard_tanh": (
        Default("paddle.nn.Hardtanh", "min", -1.0, "low"),
        Default("paddle.nn.Hardtanh", "max", 1.0, "high"),
    ),
    "leaky_relu": (Default("paddle.nn.LeakyReLU", "negative_slope", 0.01, "alpha"),),
    "log_softmax": last_axis("paddle.nn.LogSoftmax", "axis", -1),
    "prelu": (Default("paddle.nn.PReLU", "init", 0.25, "alpha"),),
    "rrelu": (
        Default("paddle.nn.RReLU", "lower", 1 / 8, "lower"),
        Default("paddle.nn.RReLU", "upper", 1 / 3, "upper"),
    ),
    "soft_shrink": (Default("paddle.nn.Softshrink", "threshold", 0.5, "lambd"),),
    "softmax": last_axis("paddle.nn.functional.softmax", "axis", -1),
    "softmin": last_axis("paddle.nn.functional.softmax", "axis", -1),
    "softplus": (
        Default("paddle.nn.Softplus", "beta", 1, "beta"),
        Default("paddle.nn.Softplus", "threshold", 20, ours=inf),
    ),
    "threshold_value": (
        Default("paddle.nn.ThresholdedReLU", "threshold", 1.0, "threshold"),
        Default("paddle.nn.ThresholdedReLU", "value", 0.0, "value"),
    ),
    "thresholded_relu": (Default("paddle.nn.ThresholdedReLU", "threshold", 1.0, "alpha"),),
}

LAYER = Layer(
    code="""\
class Layer(paddle.nn.Layer):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.linear = paddle.nn.Linear(inputs, $wide, weight_attr=$init)

    def forward(self, inputs):
        $x = $all
$body
        return y


y = Layer(256, 256)(paddle.randn([32, 256]))""",
    scores="self.linear(inputs)",
    halves="{}.chunk(2, axis=-1)",
    inits={
        "he": 'paddle.nn.initializer.KaimingNormal(nonlinearity="relu")',
        "xavier": "paddle.nn.initializer.XavierNormal()",
        "lecun": 'paddle.nn.initializer.KaimingNormal(nonlinearity="linear")',
    },
)


def prepare(precision: str) -> None:
    """Layers have weights of the default type."""
    import_module("paddle").set_default_dtype(precision)


def run(program: Program) -> Outcome:
    """Forward and backward, a row of the Jacobian at a time."""
    paddle = import_module("paddle")
    points = [paddle.to_tensor(a, stop_gradient=False) for a in program.arrays]
    y = program.formula()(*points)
    if y.stop_gradient:  # it depends on nothing that has a derivative
        return y.numpy(), None
    outputs = list(y) if program.matrix else [y]
    rows = [paddle.grad(yi, points, retain_graph=True) for yi in outputs]
    found = [[slope.numpy() for slope in slopes] for slopes in rows]
    return y.numpy(), [paddle.stack([row[0] for row in rows]).numpy()] if program.matrix else found[0]


FRAMEWORK = Framework(
    name="PaddlePaddle",
    place=5,
    given="{name} = paddle.to_tensor({values})",
    imports={
        "from statistics import NormalDist": r"\bNormalDist\b",
        "import paddle": r"\bpaddle\.",
        "import paddle.nn.functional as F": r"\bF\.",
    },
    spellings={**CURVES, **ROWS},
    defaults=DEFAULTS,
    engines={"paddle": Engine(packages=("paddlepaddle",), run=run, prepare=prepare)},
    layer=LAYER,
)
