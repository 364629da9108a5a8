"""ONNX in older operators, for runtimes that do not know those of recent opsets."""

from activations.frameworks.onnx import graph, parts
from activations.frameworks.spelling import Spelling, Table, made

HALF = "float two = {2.0}"


def swish(slope: str, *after: str, x: str = "x", y: str = "y") -> Spelling:
    """x times the sigmoid of the slope times x, and the nodes that follow."""
    nodes = (f"inner = Mul({x}, slope)", "open = Sigmoid(inner)", f"kept = Max({x}, floor)", f"{y} = Mul(kept, open)")
    constants = f"float slope = {{{slope}}}, float floor = {{-1e30}}"  # the floor, because -inf * 0 would be NaN
    return parts(*nodes, *after, constants=constants)


SPELLINGS: Table = {
    "gelu_sigmoid": swish("1.702"),
    "silu": swish("1.0"),
    "swiglu": (
        graph(made("half = Div(gate, two)\ny = Mul(half, value)", beta=0), HALF),
        swish("$beta", "y = Mul(curve, value)", x="gate", y="curve"),
    ),
    "swish": (graph(made("y = Div(x, two)", beta=0), HALF), swish("$beta")),
}
