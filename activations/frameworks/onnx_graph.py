"""ONNX in text: nodes set into a whole model, and the longer lists of nodes."""

from dataclasses import replace

from activations.frameworks.framework import Spelling, made, own

OPSET = 20  # the first that holds Gelu; most runtimes know it
WIDTH = 90  # beyond it, constants stand one below the other
MODEL = '''\
model = onnx.parser.parse_model("""
<ir_version: 10, opset_import: ["": {opset}]>
activation ($inputs) => ($output)
{constants}{{
    {nodes}
}}
""")
(y,) = ReferenceEvaluator(model).run(None, {{$feed}})'''


def graph(spelling: Spelling, constants: str = "", opset: int = OPSET) -> Spelling:
    """The nodes in `spelling.code`, set into a whole model."""
    nodes = spelling.code.replace("\n", "\n    ")
    lines = constants.replace(", ", ",\n ") if len(constants) > WIDTH else constants
    declared = f"<{lines}>\n" if constants else ""
    return replace(spelling, code=MODEL.format(opset=opset, constants=declared, nodes=nodes))


def operator(call: str, note: str | None = None, constants: str = "", opset: int = OPSET) -> Spelling:
    """The function is an operator."""
    return graph(own(f"y = {call}", note), constants, opset)


def parts(*nodes: str, constants: str = "", note: str = "composed") -> Spelling:
    """The function is composed of several operators."""
    return graph(made("\n".join(nodes), note), constants)


SQUAREPLUS = (
    "size = Abs(x)",
    "near = Min(size, huge)",
    "square = Mul(near, near)",
    "inside = Add(square, beta)",
    "short = Sqrt(inside)",
    "root = Max(size, short)",
    "sum = Add(size, root)",
    "share = Div(beta, sum)",
    "gap = Div(share, two)",
    "right = Relu(x)",
    "y = Add(right, gap)",
)
TANH_SHRINK = (  # near 0, where x - tanh(x) would cancel, three terms of its series
    "t = Mul(x, x)",
    "a = Mul(t, fifth)",
    "b = Add(a, third)",
    "c = Mul(b, t)",
    "d = Add(c, first)",
    "e = Mul(d, t)",
    "near = Mul(e, x)",
    "curve = Tanh(x)",
    "far = Sub(x, curve)",
    "size = Abs(x)",
    "small = Less(size, tenth)",
    "y = Where(small, near, far)",
)
SPARSEMAX = (
    "peak = ReduceMax(z, last)",
    "below = Sub(z, peak)",
    "size = Shape(z)",
    "ranked, order = TopK(below, size)",
    "ones = ConstantOfShape <value = float[1] {1.0}> (size)",
    "counts = CumSum(ones, axis)",
    "sums = CumSum(ranked, axis)",
    "excess = Sub(sums, one)",
    "means = Div(excess, counts)",
    "threshold = ReduceMax(means)",
    "above = Sub(below, threshold)",
    "y = Relu(above)",
)
SPARSE_PLUS = (
    "clipped = Clip(x, low, one)",
    "raised = Add(clipped, one)",
    "square = Mul(raised, raised)",
    "bend = Div(square, four)",
    "right = GreaterOrEqual(x, one)",
    "y = Where(right, x, bend)",
)
