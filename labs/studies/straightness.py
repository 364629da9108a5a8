"""How far a function is from a straight line, where its input is standard normal."""

from activations import elementwise
from activations.normal import expectation


def bent_share(name: str, **params: float) -> float:
    """The share of the variance of f(Z), Z ~ N(0, 1), that the best straight line in Z leaves unexplained."""
    act = elementwise(name)
    breaks = [*act.fact("kinks", **params), *act.fact("jumps", **params)]
    mean = expectation(lambda z: act(z, **params), breaks)
    variance = expectation(lambda z: (act(z, **params) - mean) ** 2, breaks)
    tilt = expectation(lambda z: z * act(z, **params), breaks)
    return max(0.0, 1.0 - tilt**2 / variance)
