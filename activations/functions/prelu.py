"""PReLU: Leaky ReLU whose negative slope is learned."""

from dataclasses import replace

from activations.functions import leaky_relu
from activations.spec import Param, Source

SPEC = replace(
    leaky_relu.SPEC,
    name="PReLU",
    derivative_latex=leaky_relu.SPEC.derivative_latex + r",\qquad \frac{\partial f}{\partial\alpha}=\min(0,\,x)",
    params=(Param("alpha", "α", default=0.25, low=-0.5, high=1.5, step=0.01),),
    aliases=("parametric_relu",),
    sources=(
        Source(
            "K. He, X. Zhang, S. Ren, J. Sun",
            2015,
            "Delving deep into rectifiers: surpassing human-level performance on ImageNet classification",
            "https://arxiv.org/abs/1502.01852",
        ),
    ),
)
