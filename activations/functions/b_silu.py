"""B-SiLU: SiLU with a soft step added, so that the negative side keeps a slope for longer."""

import numpy as np
from scipy.special import lambertw

from activations.floats import clip
from activations.functions import silu
from activations.functions.sigmoid import derivative as bell
from activations.functions.sigmoid import sigmoid
from activations.functions.swish import FLAT
from activations.sources import cite
from activations.spec import NON_NEGATIVE, Activation, Interval, Param


def b_silu(x, alpha):
    return silu.silu(x) + alpha / 2 * np.tanh(x / 2)  # α σ(x) - α/2 without cancellation


def derivative(x, alpha):
    t = clip(x, -FLAT, FLAT)
    return sigmoid(t) + (t + alpha) * bell(t)


def image(alpha: float) -> Interval:
    """The slope is zero where (x + α) σ(-x) = -1."""
    return Interval(-alpha / 2 - float(lambertw(np.exp(-1 - alpha)).real), np.inf, (True, False))


SPEC = Activation(
    name="B-SiLU",
    family="self_gated",
    latex=r"f(x)=(x+\alpha)\,\sigma(x)-\frac{\alpha}{2}",
    derivative_latex=r"f'(x)=\sigma(x)\,\bigl(1+(x+\alpha)\,\sigma(-x)\bigr)",
    fn=b_silu,
    derivative_fn=derivative,
    params=(Param("alpha", "α", default=1.67, low=0.0, high=4.0, step=0.01, domain=NON_NEGATIVE),),
    range=image,
    aliases=("bounded_silu",),
    sources=cite("Horuz2025"),
)
