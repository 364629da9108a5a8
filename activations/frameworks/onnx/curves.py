"""ONNX: functions of one number."""

from dataclasses import replace

import activations.frameworks.onnx.graph as graphs
import activations.frameworks.onnx.nodes as nodes
from activations.frameworks.framework import Table, made, own
from activations.frameworks.onnx.graph import SPARSE_PLUS, SQUAREPLUS, TANH_SHRINK, graph, operator, parts

LINE1 = ("rise1 = Mul(slope1, x)", "line1 = Add(rise1, offset1)")
LINE2 = ("rise2 = Mul(slope2, x)", "line2 = Add(rise2, offset2)")
LEVEL = ("size = Abs(x)", "none = Min(size, zero)", "higher = Max(offset1, offset2)", "y = Add(none, higher)")
OFFSETS = "float offset1 = {$offset1}, float offset2 = {$offset2}"
SLOPE1, SLOPE2 = "float slope1 = {$slope1}", "float slope2 = {$slope2}"
CHANNELS = "# one slope; one for each channel of (N, C, H, W): float[C, 1, 1] alpha = {...}"
PRELU = operator("PRelu(x, alpha)", "channels_onnx", "float alpha = {$alpha}")
RANDOM = "slope = RandomUniformLike <low = $lower, high = $upper, seed = $seed.0> (x)\ny = PRelu(x, slope)"

CURVES: Table = {
    "acon_c": nodes.ACON_C,
    "arctan": operator("Atan(x)"),
    "b_silu": nodes.B_SILU,
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
    "exponential": operator("Exp(x)"),
    "gaussian": parts("square = Mul(x, x)", "minus = Neg(square)", "y = Exp(minus)"),
    "gelu": operator("Gelu(x)"),
    "gelu_clipped": nodes.GELU_CLIPPED,
    "gelu_sigmoid": operator("Swish <alpha = 1.702> (x)", "recent_opset", opset=24),
    "gelu_tanh": operator('Gelu <approximate = "tanh"> (x)', "default_differs"),
    "hard_mish": graphs.HARD_MISH,
    "golu": nodes.GOLU,
    "hard_shrink": operator("Shrink <lambd = $lambd, bias = 0.0> (x)", "other_name"),
    "hard_sigmoid": operator("HardSigmoid <alpha = 0.16666667, beta = 0.5> (x)", "default_differs"),
    "hard_swish": operator("HardSwish(x)"),
    "hard_tanh": operator("Clip(x, low, high)", "other_name", "float low = {$low}, float high = {$high}"),
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
    "mish": operator("Mish(x)"),
    "poly_relu": nodes.POLY_RELU,
    "prelu": replace(PRELU, code=f"{CHANNELS}\n{PRELU.code}"),
    "rational": nodes.RATIONAL,
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
    "sqrt_softplus": graphs.SQRT_SOFTPLUS,
    "squared_relu": parts("positive = Relu(x)", "y = Mul(positive, positive)"),
    "squareplus": (
        graph(made("y = Relu(x)", beta=0)),
        parts(*SQUAREPLUS, constants="float beta = {$beta}, float two = {2.0}, float huge = {1e18}"),
    ),
    "star_relu": graphs.STAR_RELU,
    "step": parts("side = Sign(x)", "y = Relu(side)"),
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
