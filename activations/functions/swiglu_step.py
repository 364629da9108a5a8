"""SwiGLU of Step-3.7: the value is held within a limit, and so is what the gate lets through, not what goes into it."""

import numpy as np
from scipy.special import lambertw

from activations.floats import above, clip, inside
from activations.functions import silu
from activations.sources import cite
from activations.spec import POSITIVE, GatedActivation, Param


def swiglu_step(gate, value, limit):
    return np.minimum(silu.silu(gate), limit) * clip(value, -limit, limit)


def partials(gate, value, limit):
    opened, kept = silu.silu(gate), clip(value, -limit, limit)
    by_gate = silu.derivative(gate) * kept * (1 - above(opened, limit))
    return by_gate, np.minimum(opened, limit) * inside(value, -limit, limit, ends=True)


def gate_limit(limit):
    """Where SiLU reaches the limit: (g - L) exp(g - L) = L exp(-L)."""
    return limit + float(lambertw(limit * np.exp(-limit)).real)


SPEC = GatedActivation(
    name="SwiGLU (step)",
    family="gated",
    latex=r"f(g,v)=\min\bigl(g\,\sigma(g),\,L\bigr)\,v',\qquad v'=\min(\max(v,-L),L)",
    derivative_latex=r"\frac{\partial f}{\partial g}=\operatorname{SiLU}'(g)\,v'\ \ (\operatorname{SiLU}(g)<L),\qquad "
    r"\frac{\partial f}{\partial v}=\min\bigl(g\,\sigma(g),\,L\bigr)\ \ (|v|<L)",
    fn=swiglu_step,
    partials_fn=partials,
    gate_limit=gate_limit,
    value_limit=lambda limit: limit,
    params=(Param("limit", "L", default=7.0, low=1.0, high=8.0, step=0.05, domain=POSITIVE),),
    aliases=("swiglustep", "swiglustep_and_mul"),
    sources=cite("Step35", "Step37Code"),
)
