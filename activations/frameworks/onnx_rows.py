"""ONNX: functions of a whole row that take many nodes."""

from activations.frameworks.framework import made
from activations.frameworks.onnx_graph import graph, parts

ENTMAX = (
    "peak = ReduceMax(z, last)",
    "below = Sub(z, peak)",
    "half = Div(below, two)",
    "near = Max(half, none)",
    "size = Shape(z)",
    "ranked, order = TopK(near, size)",
    "ones = ConstantOfShape <value = float[1] {1.0}> (size)",
    "counts = CumSum(ones, axis)",
    "sums = CumSum(ranked, axis)",
    "means = Div(sums, counts)",
    "squares = Mul(ranked, ranked)",
    "square_sums = CumSum(squares, axis)",
    "square_means = Div(square_sums, counts)",
    "mean_squares = Mul(means, means)",
    "spreads = Sub(square_means, mean_squares)",
    "shares = Reciprocal(counts)",
    "room = Sub(shares, spreads)",
    "least = Relu(room)",
    "root = Sqrt(least)",
    "edges = Sub(means, root)",
    "stays = LessOrEqual(edges, ranked)",
    "inside = Where(stays, edges, none)",
    "threshold = ReduceMax(inside)",
    "above = Sub(near, threshold)",
    "kept = Relu(above)",
    "y = Mul(kept, kept)",
)
ENTMAX_CONSTANTS = "int64 axis = {-1}, int64[1] last = {-1}, float two = {2.0}, float none = {-1.0}"
GUMBEL = (
    "u = RandomUniformLike <low = 1e-20, high = 1.0, seed = $seed.0> (z)",
    "inner = Log(u)",
    "waited = Neg(inner)",
    "outer = Log(waited)",
    "noise = Neg(outer)",
    "noisy = Add(z, noise)",
    "scaled = Div(noisy, t)",
    "y = Softmax <axis = -1> (scaled)",
)

ENTMAX15 = parts(*ENTMAX, constants=ENTMAX_CONSTANTS)
GUMBEL_SOFTMAX = (
    graph(
        made("scaled = Div(z, t)\ny = Softmax <axis = -1> (scaled)", "without_noise", seed=0),
        "float t = {$temperature}",
    ),
    graph(made("\n".join(GUMBEL), "noise_of_its_own"), "float t = {$temperature}"),
)
