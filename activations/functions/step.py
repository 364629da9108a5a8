"""Step: a switch, on or off."""

from activations.floats import above, constant
from activations.sources import cite
from activations.spec import Activation, Interval


def step(x):
    return above(x)


def derivative(x):
    return constant(x, 0.0)


SPEC = Activation(
    name="Step",
    family="threshold",
    latex=r"f(x)=\begin{cases}1 & x>0\\ 0 & x\le 0\end{cases}",
    derivative_latex=r"f'(x)=0\quad(x\ne 0)",
    fn=step,
    derivative_fn=derivative,
    range=Interval(0.0, 1.0, (True, True)),
    jumps=(0.0,),
    monotone="non-decreasing",
    smoothness=-1,
    aliases=("heaviside", "binary_step", "threshold_unit"),
    sources=cite("Rosenblatt1958"),
)
