"""ONNX: a graph in the text form that `onnx.parser` reads, one operator or a few."""

from functools import partial
from importlib import import_module
from typing import Any

import numpy as np

from activations.frameworks.engine import Engine, Outcome, Program
from activations.frameworks.framework import Default, Defaults, Framework, Spelling, Table, Value, last_axis, made
from activations.frameworks.onnx.curves import CURVES
from activations.frameworks.onnx.graph import graph, parts
from activations.frameworks.onnx.rows import ROWS

HALF = "float two = {2.0}"


def swish(slope: str, *after: str, x: str = "x", y: str = "y") -> Spelling:
    """x times the sigmoid of the slope times x, and the nodes that follow."""
    nodes = (f"inner = Mul({x}, slope)", "open = Sigmoid(inner)", f"kept = Max({x}, floor)", f"{y} = Mul(kept, open)")
    constants = f"float slope = {{{slope}}}, float floor = {{-1e30}}"  # the floor, because -inf * 0 would be NaN
    return parts(*nodes, *after, constants=constants)


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
    spellings={**CURVES, **ROWS},
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
