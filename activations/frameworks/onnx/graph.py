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
HARD_MISH = parts(
    "low = Clip(x, floor, zero)",
    "raised = Add(low, two)",
    "product = Mul(low, raised)",
    "dip = Div(product, two)",
    "right = Relu(x)",
    "y = Add(right, dip)",
    constants="float floor = {-2.0}, float zero = {0.0}, float two = {2.0}",
)
LAPLACE = parts(
    "shifted = Sub(x, mu)",
    "width = Mul(sigma, root)",
    "inner = Div(shifted, width)",
    "curve = Erf(inner)",
    "raised = Add(curve, one)",
    "y = Div(raised, two)",
    constants="float mu = {$mu}, float sigma = {$sigma}, "
    "float root = {1.4142135}, float one = {1.0}, float two = {2.0}",
)
SNAKE_BETA = parts(
    "near = Clip(x, low, high)",
    "inner = Mul(alpha, near)",
    "wave = Sin(inner)",
    "square = Mul(wave, wave)",
    "bump = Div(square, beta)",
    "y = Add(x, bump)",
    constants="float alpha = {$alpha}, float beta = {$beta}, float low = {-1e30}, float high = {1e30}",
)
SOFT_CAP = parts("inner = Div(x, cap)", "curve = Tanh(inner)", "y = Mul(cap, curve)", constants="float cap = {$cap}")
SQRT_SOFTPLUS = (
    parts(  # ln(1 + e^-|x|) as an area tangent, which keeps small digits; and softplus would underflow early
        "size = Abs(x)",
        "minus = Neg(size)",
        "e = Exp(minus)",
        "sum = Add(e, two)",
        "share = Div(e, sum)",
        "area = Atanh(share)",
        "log = Mul(two, area)",
        "right = Relu(x)",
        "plus = Add(right, log)",
        "root = Sqrt(plus)",
        "half = Div(x, two)",
        "left = Exp(half)",
        "low = Less(x, bound)",
        "y = Where(low, left, root)",
        constants="float two = {2.0}, float bound = {-40.0}",
    )
)
STAR_RELU = parts(
    "right = Relu(x)",
    "square = Mul(right, right)",
    "scaled = Mul(square, scale)",
    "y = Add(scaled, bias)",
    constants="float scale = {$scale}, float bias = {$bias}",
)
THRESHOLD_VALUE = parts(
    "low = LessOrEqual(x, threshold)",
    "y = Where(low, value, x)",
    constants="float threshold = {$threshold}, float value = {$value}",
)
XIELU = parts(  # e^x - 1 by way of tanh, because near 0 it would cancel
    "low = Min(x, zero)",
    "half = Div(low, two)",
    "t = Tanh(half)",
    "twice = Mul(two, t)",
    "rest = Sub(one, t)",
    "power = Div(twice, rest)",
    "curve = Mul(alpha_n, power)",
    "lean = Sub(beta, alpha_n)",
    "line = Mul(lean, low)",
    "left = Add(curve, line)",
    "high = Relu(x)",
    "rise = Mul(alpha_p, high)",
    "slope = Add(rise, beta)",
    "right = Mul(high, slope)",
    "y = Add(left, right)",
    constants="float alpha_p = {$alpha_p}, float alpha_n = {$alpha_n}, float beta = {$beta}, "
    "float zero = {0.0}, float one = {1.0}, float two = {2.0}",
)
