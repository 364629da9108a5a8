"""ONNX: functions of a whole row, and of a gate and a value."""

from activations.frameworks.framework import Table, own
from activations.frameworks.onnx.gates import CLAMPED, LIMITED, STEP
from activations.frameworks.onnx.graph import SPARSEMAX, graph, operator, parts
from activations.frameworks.onnx.vectors import ENTMAX15, GAUSSIAN_TOPK, GUMBEL_SOFTMAX, POLY_NORM

ROWS: Table = {
    "bilinear": parts("y = Mul(gate, value)"),
    "entmax15": ENTMAX15,
    "gaussian_topk": GAUSSIAN_TOPK,
    "geglu": parts("open = Gelu(gate)", "y = Mul(open, value)"),
    "geglu_tanh": parts('open = Gelu <approximate = "tanh"> (gate)', "y = Mul(open, value)"),
    "glu": parts("open = Sigmoid(gate)", "y = Mul(open, value)"),
    "gumbel_softmax": GUMBEL_SOFTMAX,
    "hardmax": operator("Hardmax <axis = -1> (z)"),
    "log_softmax": operator("LogSoftmax <axis = -1> (z)"),
    "maxout": parts("y = ReduceMax <keepdims = 0> (z, axes)", constants="int64[1] axes = {-1}", note="pieces"),
    "poly_norm": POLY_NORM,
    "reglu": parts("open = Relu(gate)", "y = Mul(open, value)"),
    "softmax": graph(
        own("scaled = Div(z, t)\ny = Softmax <axis = -1> (scaled)", "temperature"), "float t = {$temperature}"
    ),
    "softmin": parts("minus = Neg(z)", "y = Softmax <axis = -1> (minus)"),
    "sparsemax": parts(*SPARSEMAX, constants="int64 axis = {-1}, int64[1] last = {-1}, float one = {1.0}"),
    "swiglu": operator("SwiGLU <alpha = $beta> (gate, value)", "recent_opset", opset=28),
    "swiglu_clamped": CLAMPED,
    "swiglu_limited": LIMITED,
    "swiglu_step": STEP,
}
