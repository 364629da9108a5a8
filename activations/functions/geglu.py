"""GeGLU: a value, and a gate that is GELU."""

from activations.functions import gelu
from activations.sources import cite
from activations.spec import GatedActivation


def geglu(gate, value):
    return gelu.gelu(gate) * value


def partials(gate, value):
    return gelu.derivative(gate) * value, gelu.gelu(gate)


SPEC = GatedActivation(
    name="GeGLU",
    family="gated",
    latex=r"f(g,v)=\operatorname{GELU}(g)\,v",
    derivative_latex=r"\frac{\partial f}{\partial g}=\operatorname{GELU}'(g)\,v,\qquad "
    r"\frac{\partial f}{\partial v}=\operatorname{GELU}(g)",
    fn=geglu,
    partials_fn=partials,
    sources=cite("Shazeer2020"),
)
