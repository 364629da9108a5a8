"""SwiGLU with limited inputs, as in DeepSeek-V4: gate and value are held within a limit before anything else."""

import numpy as np

from activations.floats import above, clip, inside
from activations.functions import silu
from activations.sources import cite
from activations.spec import POSITIVE, GatedActivation, Param


def swiglu_limited(gate, value, limit):
    return silu.silu(np.minimum(gate, limit)) * clip(value, -limit, limit)


def partials(gate, value, limit):
    held, kept = np.minimum(gate, limit), clip(value, -limit, limit)
    by_gate = silu.derivative(held) * kept * (1 - above(gate, limit))
    return by_gate, silu.silu(held) * inside(value, -limit, limit, ends=True)


SPEC = GatedActivation(
    name="SwiGLU (limited)",
    family="gated",
    latex=r"f(g,v)=g'\,\sigma(g')\,v',\qquad g'=\min(g,L),\quad v'=\min(\max(v,-L),L)",
    derivative_latex=r"\frac{\partial f}{\partial g}=\operatorname{SiLU}'(g)\,v'\ \ (g<L),\qquad "
    r"\frac{\partial f}{\partial v}=g'\,\sigma(g')\ \ (|v|<L)",
    fn=swiglu_limited,
    partials_fn=partials,
    gate_limit=lambda limit: limit,
    value_limit=lambda limit: limit,
    params=(Param("limit", "L", default=10.0, low=1.0, high=11.0, step=0.1, domain=POSITIVE),),
    aliases=("silu_and_mul_with_clamp",),
    sources=cite("DeepSeekV4Report", "DeepSeekV4Code", "Glm53Code", "SglangPull23776"),
)
