"""ONNX: gates and values that are kept within limits."""

from activations.frameworks.onnx.graph import parts

HELD = ("g = Min(gate, high)", "u = Clip(value, low, high)")
BOUNDS = "float low = {-$limit}, float high = {$limit}"
PLAIN, SHARP = (f"float slope = {{{slope}}}, float floor = {{-1e30}}" for slope in ("1.0", "1.702"))


def opened(x: str) -> tuple[str, ...]:
    """x times the sigmoid of the slope times x, called `open`; the floor, because -inf * 0 would be NaN."""
    return (f"inner = Mul({x}, slope)", "share = Sigmoid(inner)", f"kept = Max({x}, floor)", "open = Mul(kept, share)")


CLAMPED = parts(
    *HELD,
    *opened("g"),
    "more = Add(u, one)",
    "y = Mul(open, more)",
    constants=f"{BOUNDS}, {SHARP}, float one = {{1.0}}",
)
LIMITED = parts(*HELD, *opened("g"), "y = Mul(open, u)", constants=f"{BOUNDS}, {PLAIN}")
STEP = parts(*opened("gate"), "held = Min(open, high)", HELD[1], "y = Mul(held, u)", constants=f"{BOUNDS}, {PLAIN}")
