"""ReGLU: a value, and a gate that is ReLU."""

from activations.functions import relu
from activations.sources import cite
from activations.spec import GatedActivation


def reglu(gate, value):
    return relu.relu(gate) * value


def partials(gate, value):
    return relu.derivative(gate) * value, relu.relu(gate)


SPEC = GatedActivation(
    name="ReGLU",
    family="gated",
    latex=r"f(g,v)=\max(0,\,g)\,v",
    derivative_latex=r"\frac{\partial f}{\partial g}=[g>0]\,v,\qquad "
    r"\frac{\partial f}{\partial v}=\max(0,\,g)",
    fn=reglu,
    partials_fn=partials,
    sources=cite("Shazeer2020"),
)
