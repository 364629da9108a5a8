"""What a normal input N(m, s^2) looks like behind an S-shaped function: mean, variance, density."""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray
from scipy.special import logit

from activations import elementwise
from activations.normal import expectation
from labs.claim import Evidence
from labs.studies import rows

Formula = Callable[[NDArray], NDArray]
SIGMOID, TANH = elementwise("sigmoid"), elementwise("tanh")
SHARES = np.linspace(0.002, 0.998, 499)  # values of an output between 0 and 1
CLEAR = 0.05  # an output of sigmoid below this, or above 1 minus this, is a clear answer


def mean(f: Formula, m: float = 0.0, s: float = 1.0, breaks: Iterable[float] = ()) -> float:
    """E f(m + s Z) for Z ~ N(0, 1); `breaks` are the points where f jumps."""
    return expectation(lambda z: f(m + s * z), [(b - m) / s for b in breaks])


def variance(f: Formula, m: float = 0.0, s: float = 1.0) -> float:
    middle = mean(f, m, s)
    return mean(lambda x: (f(x) - middle) ** 2, m, s)


def density(x: NDArray, slope: Formula, m: float = 0.0, s: float = 1.0) -> NDArray:
    """The density of f(m + s Z) at the value f(x), for an increasing f with this slope."""
    return np.exp(-(((x - m) / s) ** 2) / 2) / (s * np.sqrt(2 * np.pi) * slope(x))


def squashed_is_not_normalised() -> Evidence:
    """Mean and variance behind a sigmoid depend on the input, and several outputs add up to anything."""
    inputs = ((0.0, 1.0), (0.0, 5.0), (3.0, 1.0), (-2.0, 0.5))
    means, spreads = ([moment(SIGMOID, *at) for at in inputs] for moment in (mean, variance))
    numbers = {"mean": means[0], "variance": spreads[0], "total": float(SIGMOID([5.0, 5.0, -5.0]).sum())}
    return Evidence(numbers, rows.labelled((f"N({m:g}, {s:g}²)" for m, s in inputs), means, spreads))


def logits_decide_where_outputs_lie() -> Evidence:
    """The share of outputs that are no clear answer, for logits of several spreads."""
    edge = float(logit(1 - CLEAR))

    def undecided(s: float) -> float:
        return mean(lambda x: np.abs(x) < edge, 0.0, s, (-edge, edge))

    spreads = (1.0, 2.0, 3.0, 5.0, 10.0)
    table = rows.at("s", spreads, [undecided(s) for s in spreads])
    return Evidence({"edge": edge, "share": undecided(1.0)}, table)


def outputs_of_sigmoid(spread: float) -> dict[str, NDArray]:
    return {"x": SHARES, "sigmoid": density(logit(SHARES), SIGMOID.derivative, s=spread)}


def centred_inputs_stay_centred() -> Evidence:
    """Mean and variance behind tanh, for inputs that lean more and more to one side."""
    centres = (0.0, 0.5, 1.0, 2.0)
    means = [round(mean(TANH, m), 14) + 0.0 for m in centres]
    spreads = [variance(TANH, m) for m in centres]
    return Evidence({"spread": spreads[0], "leaning": means[2]}, rows.at("μ", centres, means, spreads))


def outputs_of_tanh(centre: float) -> dict[str, NDArray]:
    y = 2 * SHARES - 1
    return {"x": y, "tanh": density(np.arctanh(y), TANH.derivative, m=centre)}
