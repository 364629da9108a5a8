"""PReLU: Leaky ReLU whose negative slope is learned."""

from dataclasses import replace

from activations.functions import leaky_relu
from activations.sources import cite
from activations.spec import Param

SPEC = replace(
    leaky_relu.SPEC,
    name="PReLU",
    derivative_latex=leaky_relu.SPEC.derivative_latex + r",\qquad \frac{\partial f}{\partial\alpha}=\min(0,\,x)",
    params=(Param("alpha", "α", default=0.25, low=-0.5, high=1.5, step=0.01),),
    aliases=("parametric_relu",),
    sources=cite("He2015"),
)
