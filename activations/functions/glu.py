"""GLU: a value, and a sigmoid gate that says how much of it may pass."""

from activations.functions import sigmoid
from activations.sources import cite
from activations.spec import GatedActivation


def glu(gate, value):
    return sigmoid.sigmoid(gate) * value


def partials(gate, value):
    return sigmoid.derivative(gate) * value, sigmoid.sigmoid(gate)


SPEC = GatedActivation(
    name="GLU",
    family="gated",
    latex=r"f(g,v)=\sigma(g)\,v",
    derivative_latex=r"\frac{\partial f}{\partial g}=\sigma(g)\,\sigma(-g)\,v,\qquad "
    r"\frac{\partial f}{\partial v}=\sigma(g)",
    fn=glu,
    partials_fn=partials,
    sources=cite("Dauphin2016"),
)
