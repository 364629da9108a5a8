"""Thresholded ReLU: pass only what exceeds a threshold, and pass it whole."""

from activations.floats import split
from activations.spec import NON_NEGATIVE, Activation, Param


def thresholded_relu(x, alpha):
    return split(x, 0.0, x, at=alpha)


def derivative(x, alpha):
    return split(x, 0.0, 1.0, at=alpha)


SPEC = Activation(
    name="Thresholded ReLU",
    family="rectifier",
    latex=r"f(x)=\begin{cases}x & x>\alpha\\ 0 & x\le\alpha\end{cases}",
    derivative_latex=r"f'(x)=\begin{cases}1 & x>\alpha\\ 0 & x<\alpha\end{cases}",
    fn=thresholded_relu,
    derivative_fn=derivative,
    params=(Param("alpha", "α", default=1.0, low=0.0, high=3.0, step=0.02, domain=NON_NEGATIVE),),
    range=NON_NEGATIVE,
    kinks=lambda alpha: () if alpha else (0.0,),
    jumps=lambda alpha: (alpha,) if alpha else (),
    monotone="non-decreasing",
    convex=lambda alpha: "no" if alpha else "convex",
    smoothness=lambda alpha: -1 if alpha else 0,
    aliases=("thresholdedrelu", "hard_threshold_relu"),
)
