"""ReLU6: ReLU with a ceiling at six, so that few bits are enough."""

from activations.floats import clip, inside
from activations.sources import cite
from activations.spec import Activation, Interval


def relu6(x):
    return clip(x, 0.0, 6.0)


def derivative(x):
    return inside(x, 0.0, 6.0)


SPEC = Activation(
    name="ReLU6",
    family="rectifier",
    latex=r"f(x)=\min(\max(0,\,x),\ 6)",
    derivative_latex=r"f'(x)=\begin{cases}0 & x<0\\ 1 & 0<x<6\\ 0 & x>6\end{cases}",
    fn=relu6,
    derivative_fn=derivative,
    range=Interval(0.0, 6.0, (True, True)),
    kinks=(0.0, 6.0),
    monotone="non-decreasing",
    smoothness=0,
    sources=cite("Krizhevsky2010"),
)
