"""Sparse sigmoid: a straight ramp from 0 to 1, the slope of sparse-plus."""

from activations.floats import inside
from activations.functions import sparse_plus
from activations.sources import cite
from activations.spec import Activation, Interval


def sparse_sigmoid(x):
    return sparse_plus.derivative(x)


def derivative(x):
    return inside(x, -1.0, 1.0) / 2


SPEC = Activation(
    name="Sparse sigmoid",
    family="sigmoidal",
    latex=r"f(x)=\min\Bigl(1,\ \max\Bigl(0,\ \frac{x+1}{2}\Bigr)\Bigr)",
    derivative_latex=r"f'(x)=\begin{cases}0 & x<-1\\ \frac12 & |x|<1\\ 0 & x>1\end{cases}",
    fn=sparse_sigmoid,
    derivative_fn=derivative,
    range=Interval(0.0, 1.0, (True, True)),
    kinks=(-1.0, 1.0),
    monotone="non-decreasing",
    smoothness=0,
    aliases=("sparsesigmoid",),
    sources=cite("Blondel2019"),
)
