"""LeCun's tanh: stretched so that plus and minus one map to themselves, nearly."""

import numpy as np

from activations.functions import sigmoid
from activations.sources import cite
from activations.spec import Activation, Interval

HEIGHT = 1.7159


def lecun_tanh(x):
    return HEIGHT * np.tanh(2 * x / 3)


def derivative(x):
    return 8 * HEIGHT / 3 * sigmoid.derivative(4 * x / 3)


SPEC = Activation(
    name="LeCun tanh",
    family="sigmoidal",
    latex=r"f(x)=1.7159\,\tanh\frac{2x}{3}",
    derivative_latex=r"f'(x)=1.7159\cdot\frac23\,\Bigl(1-\tanh^2\frac{2x}{3}\Bigr)",
    fn=lecun_tanh,
    derivative_fn=derivative,
    range=Interval(-HEIGHT, HEIGHT),
    monotone="increasing",
    symmetry="odd",
    sources=cite("LeCun1998"),
)
