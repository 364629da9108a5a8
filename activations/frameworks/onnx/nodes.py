"""ONNX in text: functions composed of several operators, where a line would not do."""

from activations.frameworks.framework import made
from activations.frameworks.onnx.graph import graph, parts

GRID = (
    "float[4] c = {$c1, $c2, $c3, $c4}, float[4] centres = {-1.5, -0.5, 0.5, 1.5}, int64[1] last = {-1}, "
    "float one = {1.0}, float two = {2.0}, float four = {4.0}, float six = {6.0}"
)
BUMPS = (  # four cubic B-splines
    "column = Unsqueeze(x, last)",
    "u = Sub(column, centres)",
    "a = Abs(u)",
    "outside = Sub(two, a)",
    "outer = Relu(outside)",
    "outer2 = Mul(outer, outer)",
    "outer3 = Mul(outer2, outer)",
    "inside = Sub(one, a)",
    "inner = Relu(inside)",
    "inner2 = Mul(inner, inner)",
    "inner3 = Mul(inner2, inner)",
    "cut = Mul(four, inner3)",
    "left = Sub(outer3, cut)",
    "bumps = Div(left, six)",
)

B_SILU = parts(
    "minus = Neg(x)",
    "shut = Exp(minus)",
    "below = Add(shut, one)",
    "kept = Max(x, floor)",
    "gated = Div(kept, below)",
    "half = Div(x, two)",
    "curve = Tanh(half)",
    "scaled = Mul(alpha, curve)",
    "step = Div(scaled, two)",
    "y = Add(gated, step)",
    constants="float alpha = {$alpha}, float one = {1.0}, float two = {2.0}, float floor = {-1e30}",
)

DERF = parts(
    "wide = Mul(alpha, x)",
    "moved = Add(wide, shift)",
    "curve = Erf(moved)",
    "high = Mul(gamma, curve)",
    "y = Add(high, beta)",
    constants="float alpha = {$alpha}, float shift = {$shift}, float gamma = {$gamma}, float beta = {$beta}",
)

DYT = parts(
    "wide = Mul(alpha, x)",
    "curve = Tanh(wide)",
    "high = Mul(gamma, curve)",
    "y = Add(high, beta)",
    constants="float alpha = {$alpha}, float gamma = {$gamma}, float beta = {$beta}",
)

GELU_CLIPPED = parts(
    "kept = Max(x, floor)",
    "curve = Gelu(kept)",
    "y = Min(curve, ceiling)",
    constants="float floor = {-1e30}, float ceiling = {$ceiling}",
)

ACON_C = parts(
    "near = Clip(x, low, high)",
    "gap = Sub(p1, p2)",
    "steep = Mul(beta, gap)",
    "v = Mul(steep, near)",
    "minus = Neg(v)",
    "shut1 = Exp(minus)",
    "below1 = Add(shut1, one)",
    "share1 = Div(p1, below1)",
    "shut2 = Exp(v)",
    "below2 = Add(shut2, one)",
    "share2 = Div(p2, below2)",
    "slope = Add(share1, share2)",
    "level = Equal(slope, zero)",
    "line = Mul(x, slope)",
    "y = Where(level, zero, line)",
    constants="float p1 = {$p1}, float p2 = {$p2}, float beta = {$beta}, float zero = {0.0}, float one = {1.0}, "
    "float low = {-1e30}, float high = {1e30}",
)

GOLU = parts(
    "t = Max(x, floor)",
    "minus = Neg(t)",
    "inner = Exp(minus)",
    "below = Neg(inner)",
    "open = Exp(below)",
    "y = Mul(t, open)",
    constants="float floor = {-30.0}",
)

SERF = parts(
    "plus = Softplus(x)",
    "open = Erf(plus)",
    "kept = Max(x, floor)",
    "y = Mul(kept, open)",
    constants="float floor = {-1e30}",
)

TELU = parts(
    "near = Min(x, ceiling)",
    "inner = Exp(near)",
    "open = Tanh(inner)",
    "kept = Max(x, floor)",
    "y = Mul(kept, open)",
    constants="float floor = {-1e30}, float ceiling = {30.0}",
)

KERAS_RELU = (
    graph(
        made(
            "below = LessOrEqual(x, theta)\ncapped = Min(x, top)\ny = Where(below, zero, capped)",
            negative_slope=0,
        ),
        "float top = {$max_value}, float theta = {$threshold}, float zero = {0.0}",
    ),
    parts(
        "below = LessOrEqual(x, theta)",
        "capped = Min(x, top)",
        "moved = Sub(x, theta)",
        "leak = Mul(slope, moved)",
        "y = Where(below, leak, capped)",
        constants="float slope = {$negative_slope}, float top = {$max_value}, float theta = {$threshold}",
    ),
)

POLY_RELU = (  # a coefficient of 0 is left out: times inf it would be NaN
    graph(
        made("r = Relu(x)\nbend = Mul(a2, r)\nslope = Add(bend, a1)\ny = Mul(slope, r)", a3=0),
        "float a1 = {$a1}, float a2 = {$a2}",
    ),
    parts(
        "r = Relu(x)",
        "rise = Mul(a3, r)",
        "bend = Add(rise, a2)",
        "turn = Mul(bend, r)",
        "slope = Add(turn, a1)",
        "y = Mul(slope, r)",
        constants="float a1 = {$a1}, float a2 = {$a2}, float a3 = {$a3}",
    ),
)

RATIONAL = parts(
    "t = Clip(x, low, high)",
    "square = Mul(t, t)",
    "fifth = Div(square, c945)",
    "third = Add(fifth, ninth)",
    "p3 = Mul(third, t)",
    "p2 = Add(p3, a2)",
    "q2 = Mul(p2, t)",
    "p1 = Add(q2, a1)",
    "q1 = Mul(p1, t)",
    "above = Add(q1, a0)",
    "fourth = Div(square, c63)",
    "second = Add(fourth, b2)",
    "inner = Mul(second, square)",
    "size = Abs(inner)",
    "below = Add(size, one)",
    "near = Div(above, below)",
    "beyond = Sub(x, t)",
    "line = Div(beyond, c15)",
    "y = Add(near, line)",
    constants="float a0 = {$a0}, float a1 = {$a1}, float a2 = {$a2}, float b2 = {$b2}, float one = {1.0}, "
    "float ninth = {0.11111111}, float c945 = {945.0}, float c63 = {63.0}, float c15 = {15.0}, "
    "float low = {-1e5}, float high = {1e5}",
)

KAN_EDGE = (
    graph(made("\n".join((*BUMPS, "y = MatMul(bumps, c)")), base=0), GRID),
    parts(
        *BUMPS,
        "spline = MatMul(bumps, c)",
        "minus = Neg(x)",
        "shut = Exp(minus)",
        "below = Add(shut, one)",
        "kept = Max(x, floor)",
        "gated = Div(kept, below)",
        "smooth = Mul(base, gated)",
        "y = Add(smooth, spline)",
        constants=f"{GRID}, float base = {{$base}}, float floor = {{-1e30}}",
    ),
)
