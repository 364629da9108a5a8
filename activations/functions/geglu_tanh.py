"""GeGLU, tanh form: a value, and a gate that is the tanh form of GELU."""

from activations.functions import gelu_tanh
from activations.sources import cite
from activations.spec import GatedActivation


def geglu_tanh(gate, value):
    return gelu_tanh.gelu_tanh(gate) * value


def partials(gate, value):
    return gelu_tanh.derivative(gate) * value, gelu_tanh.gelu_tanh(gate)


SPEC = GatedActivation(
    name="GeGLU (tanh)",
    family="gated",
    latex=r"f(g,v)=\frac{g}{2}\bigl(1+\tanh u\bigr)\,v,\qquad u=\sqrt{\tfrac{2}{\pi}}\,\bigl(g+0.044715\,g^3\bigr)",
    derivative_latex=r"\frac{\partial f}{\partial g}=\operatorname{GELU}_{\tanh}'(g)\,v,\qquad "
    r"\frac{\partial f}{\partial v}=\operatorname{GELU}_{\tanh}(g)",
    fn=geglu_tanh,
    partials_fn=partials,
    aliases=("gated-gelu", "gelu_tanh_and_mul"),
    sources=cite("Shazeer2020", "T5Config", "MT5Config", "GemmaConfig"),
)
