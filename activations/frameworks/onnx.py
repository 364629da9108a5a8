"""ONNX: a graph in the text form that `onnx.parser` reads, one operator or a few."""

from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import Any

import numpy as np

import activations.frameworks.onnx_graph as graphs
import activations.frameworks.onnx_nodes as nodes
from activations.frameworks.engine import Engine, Outcome, Program
from activations.frameworks.framework import Default, Defaults, Framework, Spelling, Table, Value, last_axis, made, own
from activations.frameworks.onnx_gates import CLAMPED, LIMITED, STEP
from activations.frameworks.onnx_graph import SPARSE_PLUS, SPARSEMAX, SQUAREPLUS, TANH_SHRINK, graph, operator, parts
from activations.frameworks.onnx_rows import ENTMAX15, GAUSSIAN_TOPK, GUMBEL_SOFTMAX, POLY_NORM

LINE1 = ("rise1 = Mul(slope1, x)", "line1 = Add(rise1, offset1)")
LINE2 = ("rise2 = Mul(slope2, x)", "line2 = Add(rise2, offset2)")
LEVEL = ("size = Abs(x)", "none = Min(size, zero)", "higher = Max(offset1, offset2)", "y = Add(none, higher)")
OFFSETS = "float offset1 = {$offset1}, float offset2 = {$offset2}"
SLOPE1, SLOPE2 = "float slope1 = {$slope1}", "float slope2 = {$slope2}"
CHANNELS = "# one slope; one for each channel of (N, C, H, W): float[C, 1, 1] alpha = {...}"
PRELU = operator("PRelu(x, alpha)", "channels_onnx", "float alpha = {$alpha}")
RANDOM = "slope = RandomUniformLike <low = $lower, high = $upper, seed = $seed.0> (x)\ny = PRelu(x, slope)"
HALF = "float two = {2.0}"


def swish(slope: str, *after: str, x: str = "x", y: str = "y") -> Spelling:
    """x times the sigmoid of the slope times x, and the nodes that follow."""
    nodes = (f"inner = Mul({x}, slope)", "open = Sigmoid(inner)", f"kept = Max({x}, floor)", f"{y} = Mul(kept, open)")
    constants = f"float slope = {{{slope}}}, float floor = {{-1e30}}"  # the floor, because -inf * 0 would be NaN
    return parts(*nodes, *after, constants=constants)


SPELLINGS: Table = {
    "acon_c": nodes.ACON_C,
    "arctan": operator("Atan(x)"),
    "b_silu": nodes.B_SILU,
    "bilinear": parts("y = Mul(gate, value)"),
    "celu": operator("Celu <alpha = $alpha> (x)"),
    "derf": nodes.DERF,
    "dynamic_relu": (  # a slope of 0 is left out: times inf it would be NaN
        graph(made("\n".join(LEVEL), slope1=0, slope2=0), f"{OFFSETS}, float zero = {{0.0}}"),
        graph(made("\n".join((*LINE2, "y = Max(offset1, line2)")), slope1=0), f"{OFFSETS}, {SLOPE2}"),
        graph(made("\n".join((*LINE1, "y = Max(line1, offset2)")), slope2=0), f"{OFFSETS}, {SLOPE1}"),
        parts(*LINE1, *LINE2, "y = Max(line1, line2)", constants=f"{OFFSETS}, {SLOPE1}, {SLOPE2}"),
    ),
    "dyt": nodes.DYT,
    "elu": operator("Elu <alpha = $alpha> (x)"),
    "entmax15": ENTMAX15,
    "exponential": operator("Exp(x)"),
    "gaussian": parts("square = Mul(x, x)", "minus = Neg(square)", "y = Exp(minus)"),
    "gaussian_topk": GAUSSIAN_TOPK,
    "geglu": parts("open = Gelu(gate)", "y = Mul(open, value)"),
    "geglu_tanh": parts('open = Gelu <approximate = "tanh"> (gate)', "y = Mul(open, value)"),
    "gelu": operator("Gelu(x)"),
    "gelu_clipped": nodes.GELU_CLIPPED,
    "gelu_sigmoid": operator("Swish <alpha = 1.702> (x)", "recent_opset", opset=24),
    "gelu_tanh": operator('Gelu <approximate = "tanh"> (x)', "default_differs"),
    "glu": parts("open = Sigmoid(gate)", "y = Mul(open, value)"),
    "gumbel_softmax": GUMBEL_SOFTMAX,
    "hard_mish": graphs.HARD_MISH,
    "golu": nodes.GOLU,
    "hard_shrink": operator("Shrink <lambd = $lambd, bias = 0.0> (x)", "other_name"),
    "hard_sigmoid": operator("HardSigmoid <alpha = 0.16666667, beta = 0.5> (x)", "default_differs"),
    "hard_swish": operator("HardSwish(x)"),
    "hard_tanh": operator("Clip(x, low, high)", "other_name", "float low = {$low}, float high = {$high}"),
    "hardmax": operator("Hardmax <axis = -1> (z)"),
    "identity": operator("Identity(x)"),
    "laplace": graphs.LAPLACE,
    "kan_edge": nodes.KAN_EDGE,
    "keras_relu": nodes.KERAS_RELU,
    "leaky_relu": operator("LeakyRelu <alpha = $alpha> (x)"),
    "lecun_tanh": parts(
        "inner = Mul(x, slope)",
        "curve = Tanh(inner)",
        "y = Mul(curve, height)",
        constants="float slope = {0.6666667}, float height = {1.7159}",
    ),
    "lisht": parts("curve = Tanh(x)", "y = Mul(x, curve)"),
    "log_sigmoid": parts("minus = Neg(x)", "plus = Softplus(minus)", "y = Neg(plus)"),
    "log_softmax": operator("LogSoftmax <axis = -1> (z)"),
    "maxout": parts("y = ReduceMax <keepdims = 0> (z, axes)", constants="int64[1] axes = {-1}", note="pieces"),
    "mish": operator("Mish(x)"),
    "poly_norm": POLY_NORM,
    "poly_relu": nodes.POLY_RELU,
    "prelu": replace(PRELU, code=f"{CHANNELS}\n{PRELU.code}"),
    "rational": nodes.RATIONAL,
    "reglu": parts("open = Relu(gate)", "y = Mul(open, value)"),
    "relu": operator("Relu(x)"),
    "relu6": operator("Clip(x, low, high)", "other_name", "float low = {0.0}, float high = {6.0}"),
    "rrelu": (
        graph(
            made("sum = Add(lower, upper)\nslope = Div(sum, two)\ny = PRelu(x, slope)", "training_only", seed=0),
            "float lower = {$lower}, float upper = {$upper}, float two = {2.0}",
        ),
        graph(made(RANDOM, "training_only", ("lower", "upper"))),
    ),
    "scaled_sigmoid": parts(
        "half = Div(x, two)", "curve = Tanh(half)", "y = Mul(curve, two)", constants="float two = {2.0}"
    ),
    "selu": operator("Selu(x)"),
    "shrink": operator("Shrink <lambd = $lambd, bias = $bias> (x)", "default_differs"),
    "serf": nodes.SERF,
    "sigmoid": operator("Sigmoid(x)"),
    "silu": operator("Swish <alpha = 1.0> (x)", "recent_opset", opset=24),
    "sine": operator("Sin(x)"),
    "snake": parts(
        "near = Clip(x, low, high)",
        "inner = Mul(alpha, near)",
        "wave = Sin(inner)",
        "square = Mul(wave, wave)",
        "bump = Div(square, alpha)",
        "y = Add(x, bump)",
        constants="float alpha = {$alpha}, float low = {-1e30}, float high = {1e30}",
    ),
    "snake_beta": graphs.SNAKE_BETA,
    "soft_cap": graphs.SOFT_CAP,
    "soft_shrink": operator("Shrink <lambd = $lambd, bias = $lambd> (x)", "default_differs"),
    "softmax": graph(
        own("scaled = Div(z, t)\ny = Softmax <axis = -1> (scaled)", "temperature"), "float t = {$temperature}"
    ),
    "softmin": parts("minus = Neg(z)", "y = Softmax <axis = -1> (minus)"),
    "softplus": (
        graph(own("y = Softplus(x)", "fixed_parameter", beta=1)),
        graph(
            made("inner = Mul(beta, x)\nplus = Softplus(inner)\ny = Div(plus, beta)", "fixed_parameter"),
            "float beta = {$beta}",
        ),
    ),
    "softsign": operator("Softsign(x)"),
    "sparse_plus": parts(*SPARSE_PLUS, constants="float low = {-1.0}, float one = {1.0}, float four = {4.0}"),
    "sparse_sigmoid": operator("HardSigmoid <alpha = 0.5, beta = 0.5> (x)", "other_name"),
    "sparsemax": parts(*SPARSEMAX, constants="int64 axis = {-1}, int64[1] last = {-1}, float one = {1.0}"),
    "sqrt_softplus": graphs.SQRT_SOFTPLUS,
    "squared_relu": parts("positive = Relu(x)", "y = Mul(positive, positive)"),
    "squareplus": (
        graph(made("y = Relu(x)", beta=0)),
        parts(*SQUAREPLUS, constants="float beta = {$beta}, float two = {2.0}, float huge = {1e18}"),
    ),
    "star_relu": graphs.STAR_RELU,
    "step": parts("side = Sign(x)", "y = Relu(side)"),
    "swiglu": operator("SwiGLU <alpha = $beta> (gate, value)", "recent_opset", opset=28),
    "swiglu_clamped": CLAMPED,
    "swiglu_limited": LIMITED,
    "swiglu_step": STEP,
    "swish": operator("Swish <alpha = $beta> (x)", "recent_opset", opset=24),
    "tanh": operator("Tanh(x)"),
    "tanh_shrink": parts(
        *TANH_SHRINK,
        constants="float first = {0.33333334}, float third = {-0.13333334}, float fifth = {0.053968254}, "
        "float tenth = {0.1}",
    ),
    "threshold_value": graphs.THRESHOLD_VALUE,
    "telu": nodes.TELU,
    "thresholded_relu": operator("ThresholdedRelu <alpha = $alpha> (x)"),
    "xielu": graphs.XIELU,
}

PORTABLE: Table = {  # in older operators, for runtimes that do not know those of recent opsets
    "gelu_sigmoid": swish("1.702"),
    "silu": swish("1.0"),
    "swiglu": (
        graph(made("half = Div(gate, two)\ny = Mul(half, value)", beta=0), HALF),
        swish("$beta", "y = Mul(curve, value)", x="gate", y="curve"),
    ),
    "swish": (graph(made("y = Div(x, two)", beta=0), HALF), swish("$beta")),
}

DEFAULTS: Defaults = {
    "celu": (Default("Celu", "alpha", 1.0, "alpha"),),
    "elu": (Default("Elu", "alpha", 1.0, "alpha"),),
    "geglu": (Default("Gelu", "approximate", "none", ours="none"),),
    "geglu_tanh": (Default("Gelu", "approximate", "none", ours="tanh"),),
    "gelu": (Default("Gelu", "approximate", "none", ours="none"),),
    "gelu_sigmoid": (Default("Swish", "alpha", 1.0, ours=1.702),),
    "gelu_tanh": (Default("Gelu", "approximate", "none", ours="tanh"),),
    "hard_shrink": (
        Default("Shrink", "lambd", 0.5, "lambd"),
        Default("Shrink", "bias", 0.0, ours=0.0),
    ),
    "hard_sigmoid": (
        Default("HardSigmoid", "alpha", 0.2, ours=1 / 6),
        Default("HardSigmoid", "beta", 0.5, ours=0.5),
    ),
    "hardmax": last_axis("Hardmax", "axis", -1),
    "leaky_relu": (Default("LeakyRelu", "alpha", 0.01, "alpha"),),
    "log_softmax": last_axis("LogSoftmax", "axis", -1),
    "shrink": (Default("Shrink", "lambd", 0.5, "lambd"), Default("Shrink", "bias", 0.0, "bias")),
    "silu": (Default("Swish", "alpha", 1.0, ours=1.0),),
    "soft_shrink": (
        Default("Shrink", "lambd", 0.5, "lambd"),
        Default("Shrink", "bias", 0.0, "lambd"),
    ),
    "softmax": last_axis("Softmax", "axis", -1),
    "softmin": last_axis("Softmax", "axis", -1),
    "sparse_sigmoid": (Default("HardSigmoid", "alpha", 0.2, ours=0.5), Default("HardSigmoid", "beta", 0.5, ours=0.5)),
    "swiglu": (Default("SwiGLU", "alpha", 1.0, "beta"),),
    "swish": (Default("Swish", "alpha", 1.0, "beta"),),
    "thresholded_relu": (Default("ThresholdedRelu", "alpha", 1.0, "alpha"),),
}

NAMED = ("ReferenceEvaluator(model)", "InferenceSession(model.SerializeToString())")  # the evaluator, and another


def run(program: Program, runtime: bool = False) -> Outcome:
    """The value in the evaluator that the code names, or in ONNX Runtime."""
    space: dict[str, Any] = dict(program.inputs)
    if runtime:
        space["InferenceSession"] = import_module("onnxruntime").InferenceSession
    exec(program.code.replace(*NAMED) if runtime else program.code, space)
    return np.asarray(space["y"]), None


def stated(default: Default) -> Value:
    """The default of an operator, as its schema says."""
    schema, helper = import_module("onnx.defs").get_schema(default.owner), import_module("onnx.helper")
    value = helper.get_attribute_value(schema.attributes[default.argument].default_value)
    return value.decode() if isinstance(value, bytes) else value


SINGLE: dict[str, Any] = {"precisions": ("float32",), "differentiates": False}  # for which the graphs are written
RUNTIME: dict[str, Any] = SINGLE | {"packages": ("onnx", "onnxruntime"), "run": partial(run, runtime=True)}

FRAMEWORK = Framework(
    name="ONNX",
    place=100,  # a format, after all that computes with it
    given="{name} = np.array({values}, dtype=np.float32)",
    imports={
        "from statistics import NormalDist": r"\bNormalDist\b",
        "import numpy as np": r"\bnp\.",
        "import onnx.parser": r"\bonnx\.",
        "from onnx.reference import ReferenceEvaluator": r"\bReferenceEvaluator\b",
    },
    spellings=SPELLINGS,
    defaults=DEFAULTS,
    engines={
        "onnx": Engine(packages=("onnx",), run=run, **SINGLE),
        "onnxruntime": Engine(**RUNTIME, refuses=True),
        "onnx_portable": Engine(packages=("onnx",), run=run, portable=True, **SINGLE),
        "onnxruntime_portable": Engine(**RUNTIME, refuses=True, portable=True),
    },
    portable=PORTABLE,
    stated=stated,
)
