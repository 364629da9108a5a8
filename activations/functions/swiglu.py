"""SwiGLU: a value, and a gate that is Swish."""

from activations.functions import swish
from activations.sources import cite
from activations.spec import NON_NEGATIVE, GatedActivation, Param


def swiglu(gate, value, beta):
    return swish.swish(gate, beta) * value


def partials(gate, value, beta):
    return swish.derivative(gate, beta) * value, swish.swish(gate, beta)


SPEC = GatedActivation(
    name="SwiGLU",
    family="gated",
    latex=r"f(g,v)=g\,\sigma(\beta g)\,v",
    derivative_latex=r"\frac{\partial f}{\partial g}=\operatorname{Swish}_\beta'(g)\,v,\qquad "
    r"\frac{\partial f}{\partial v}=g\,\sigma(\beta g)",
    fn=swiglu,
    partials_fn=partials,
    params=(Param("beta", "β", default=1.0, low=0.0, high=10.0, step=0.05, domain=NON_NEGATIVE),),
    sources=cite("Shazeer2020"),
)
