"""Hard sigmoid: the sigmoid drawn with three straight lines."""

from activations.floats import clip, inside
from activations.sources import cite
from activations.spec import Activation, Interval


def hard_sigmoid(x):
    return clip((x + 3) / 6, 0.0, 1.0)


def derivative(x):
    return inside(x, -3.0, 3.0) / 6


SPEC = Activation(
    name="Hard sigmoid",
    family="sigmoidal",
    latex=r"f(x)=\min\Bigl(1,\ \max\Bigl(0,\ \frac{x}{6}+\frac12\Bigr)\Bigr)",
    derivative_latex=r"f'(x)=\begin{cases}\frac16 & |x|<3\\ 0 & |x|>3\end{cases}",
    fn=hard_sigmoid,
    derivative_fn=derivative,
    range=Interval(0.0, 1.0, (True, True)),
    kinks=(-3.0, 3.0),
    monotone="non-decreasing",
    smoothness=0,
    aliases=("hardsigmoid",),
    sources=cite("Howard2019"),
)
