"""ONNX in text: functions composed of several operators, where a line would not do."""

from activations.frameworks.onnx_graph import parts

B_SILU = parts(
    "open = Sigmoid(x)",
    "kept = Max(x, floor)",
    "gated = Mul(kept, open)",
    "half = Div(x, two)",
    "curve = Tanh(half)",
    "scaled = Mul(alpha, curve)",
    "step = Div(scaled, two)",
    "y = Add(gated, step)",
    constants="float alpha = {$alpha}, float two = {2.0}, float floor = {-1e30}",
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
