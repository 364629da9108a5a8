"""Sigmoid: squeeze any number into the interval from 0 to 1."""

from scipy.special import expit

from activations.spec import Activation, Interval, Source


def sigmoid(x):
    return expit(x)


def derivative(x):
    return expit(x) * expit(-x)  # never s(1-s): 1-s loses every digit once s is near 1


SPEC = Activation(
    name="Sigmoid",
    family="sigmoidal",
    latex=r"f(x)=\sigma(x)=\frac{1}{1+e^{-x}}",
    derivative_latex=r"f'(x)=\sigma(x)\,\sigma(-x)",
    fn=sigmoid,
    derivative_fn=derivative,
    range=Interval(0.0, 1.0),
    monotone="increasing",
    aliases=("logistic", "expit"),
    sources=(
        Source(
            "D. Rumelhart, G. Hinton, R. Williams",
            1986,
            "Learning representations by back-propagating errors",
        ),
    ),
)
