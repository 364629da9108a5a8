"""Clamped SwiGLU of gpt-oss: gate and value are held within a limit, and one is added to the value."""

import numpy as np

from activations.floats import above, clip, inside
from activations.functions import swish
from activations.sources import cite
from activations.spec import POSITIVE, GatedActivation, Param

SLOPE = 1.702  # makes the gate the sigmoid form of GELU


def swiglu_clamped(gate, value, limit):
    return swish.swish(np.minimum(gate, limit), SLOPE) * (clip(value, -limit, limit) + 1)


def partials(gate, value, limit):
    held, kept = np.minimum(gate, limit), clip(value, -limit, limit)
    by_gate = swish.derivative(held, SLOPE) * (kept + 1) * (1 - above(gate, limit))
    return by_gate, swish.swish(held, SLOPE) * inside(value, -limit, limit, ends=True)


SPEC = GatedActivation(
    name="SwiGLU (clamped)",
    family="gated",
    latex=r"f(g,v)=g'\,\sigma(1.702\,g')\,(v'+1),\qquad g'=\min(g,L),\quad v'=\min(\max(v,-L),L)",
    derivative_latex=r"\frac{\partial f}{\partial g}=\operatorname{Swish}_{1.702}'(g)\,(v'+1)\ \ (g<L),\qquad "
    r"\frac{\partial f}{\partial v}=g'\,\sigma(1.702\,g')\ \ (|v|<L)",
    fn=swiglu_clamped,
    partials_fn=partials,
    gate_limit=lambda limit: limit,
    value_limit=lambda limit: limit,
    params=(Param("limit", "L", default=7.0, low=1.0, high=8.0, step=0.05, domain=POSITIVE),),
    aliases=("swigluoai", "swigluoai_and_mul"),
    sources=cite("GptOssCard", "GptOssCode", "MiniMaxM3Code"),
)
