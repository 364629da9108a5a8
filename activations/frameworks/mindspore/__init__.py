"""MindSpore: functions of `mindspore.ops`, layers of `mindspore.nn` where something is learned."""

from contextlib import suppress
from importlib import import_module
from math import inf

import numpy as np

from activations.frameworks.engine import Engine, Outcome, Program
from activations.frameworks.framework import Default, Defaults, Framework, Layer, last_axis
from activations.frameworks.mindspore.curves import CURVES
from activations.frameworks.mindspore.rows import ROWS

LAYERED, PLAIN = ("mindspore.nn.GELU", "approximate", True), ("mindspore.ops.gelu", "approximate", "none")
EXACT = (Default(*LAYERED, ours=False), Default(*PLAIN, ours="none"))
DEFAULTS: Defaults = {
    "celu": (Default("mindspore.nn.CELU", "alpha", 1.0, "alpha"),),
    "elu": (Default("mindspore.nn.ELU", "alpha", 1.0, "alpha"),),
    "geglu": EXACT,
    "geglu_tanh": (Default(*LAYERED, ours=True), Default(*PLAIN, ours="tanh")),
    "gelu": EXACT,
    "gelu_tanh": (Default(*LAYERED, ours=True), Default(*PLAIN, ours="tanh")),
    "glu": last_axis("mindspore.nn.GLU", "axis", -1),
    "gumbel_softmax": (
        Default("mindspore.ops.gumbel_softmax", "tau", 1.0, "temperature"),
        Default("mindspore.ops.gumbel_softmax", "hard", False, ours=False),
        *last_axis("mindspore.ops.gumbel_softmax", "dim", -1),
    ),
    "hard_shrink": (Default("mindspore.nn.HShrink", "lambd", 0.5, "lambd"),),
    "hard_tanh": (
        Default("mindspore.nn.Hardtanh", "min_val", -1.0, "low"),
        Default("mindspore.nn.Hardtanh", "max_val", 1.0, "high"),
    ),
    "leaky_relu": (
        Default("mindspore.nn.LeakyReLU", "alpha", 0.2, "alpha"),
        Default("mindspore.mint.nn.functional.leaky_relu", "negative_slope", 0.01, "alpha"),
    ),
    "log_softmax": last_axis("mindspore.ops.log_softmax", "axis", -1),
    "prelu": (Default("mindspore.nn.PReLU", "w", 0.25, "alpha"),),
    "rrelu": (
        Default("mindspore.nn.RReLU", "lower", 1 / 8, "lower"),
        Default("mindspore.nn.RReLU", "upper", 1 / 3, "upper"),
    ),
    "soft_shrink": (Default("mindspore.nn.SoftShrink", "lambd", 0.5, "lambd"),),
    "softmax": last_axis("mindspore.ops.softmax", "axis", -1),
    "softmin": last_axis("mindspore.ops.softmin", "axis", -1),
    "softplus": (
        Default("mindspore.ops.softplus", "beta", 1, "beta"),
        Default("mindspore.ops.softplus", "threshold", 20, ours=inf),
    ),
}

LAYER = Layer(
    code="""\
class Layer(nn.Cell):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.dense = nn.Dense(inputs, $wide, weight_init=initializer.$init)

    def construct(self, inputs):
        $x = $all
$body
        return y


y = Layer(256, 256)(ops.randn(32, 256))""",
    scores="self.dense(inputs)",
    halves="ops.chunk({}, 2, axis=-1)",
    inits={
        "he": 'HeNormal(nonlinearity="relu")',
        "xavier": "XavierNormal()",
        "lecun": 'HeNormal(nonlinearity="linear")',
    },
)


def prepare(precision: str) -> None:
    """Compiled for NumPy 1, it stumbles over NumPy 2 once, when it first sees a number of Python's."""
    with suppress(SystemError):
        import_module("mindspore").Tensor([1.0]) * 2.0


def run(program: Program) -> Outcome:
    """Forward and backward, a row of the Jacobian at a time."""
    mindspore = import_module("mindspore")
    made, points = program.formula(), [mindspore.Tensor(a) for a in program.arrays]
    value = made(*points).asnumpy()
    backward = mindspore.ops.GradOperation(get_all=True, sens_param=True)(lambda *x: made(*x))  # asks for its module
    outputs = list(np.eye(len(value), dtype=value.dtype)) if program.matrix else [np.ones_like(value)]
    try:
        rows = [[slope.asnumpy() for slope in backward(*points, mindspore.Tensor(one))] for one in outputs]
    except RuntimeError as refusal:
        if "bprop" not in str(refusal):  # it has none for heaviside
            raise
        return value, None
    return value, [np.stack([row[0] for row in rows])] if program.matrix else rows[0]


FRAMEWORK = Framework(
    name="MindSpore",
    place=6,
    given="{name} = mindspore.Tensor({values})",
    imports={
        "from statistics import NormalDist": r"\bNormalDist\b",
        "import mindspore": r"\bmindspore\.",
        "from mindspore import nn": r"\bnn\.",
        "from mindspore import ops": r"\bops\.",
        "from mindspore.common import initializer": r"\binitializer\.",
    },
    spellings={**CURVES, **ROWS},
    defaults=DEFAULTS,
    # on a CPU several of its functions know single precision only
    engines={"mindspore": Engine(packages=("mindspore",), run=run, prepare=prepare, precisions=("float32",))},
    layer=LAYER,
)
