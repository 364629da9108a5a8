"""Units that no point reaches: whether training brings them back, by the layer they are in and how deep they lie."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from activations.functions.relu import SPEC as RELU
from labs.training.data import one_for_each
from labs.training.networks import Bend
from labs.training.optimisers import Momentum
from labs.training.tasks import Beginning

Array = NDArray[np.float64]

WIDTHS = (16, 16)
MARGINS = (0.05, 0.5, 2.0)
SEEDS = range(5)
SILENCED = WIDTHS[0] // 2  # units
RATE, STEPS = 0.1, 600  # of plain gradient descent on all points
RELUS = (Bend(RELU), Bend(RELU))


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of each seed, how many silenced units a point reaches again; and the longest gradient that they ever had."""

    back: tuple[int, ...]
    gradient: float


def outcomes() -> dict[tuple[int, float], Outcome]:
    """By layer and margin: what becomes of its silenced units in so many steps, from every seed."""
    cases = [(layer, margin) for layer in range(1, len(WIDTHS) + 1) for margin in MARGINS]
    begun = [[silenced(layer, margin, seed) for seed in SEEDS] for layer, margin in cases]
    back, longest = _trained([one for case in begun for one in case])
    rows = zip(cases, back.reshape(len(cases), -1), longest.reshape(len(cases), -1), strict=True)
    return {case: Outcome(tuple(map(int, some)), float(most.max())) for case, some, most in rows}


def silenced(layer: int, margin: float, seed: int) -> Beginning:
    """The network as it begins."""
    return Beginning(widths=WIDTHS, seed=seed, silenced=layer, margin=margin)


def _trained(begun: list[Beginning]) -> tuple[NDArray[np.int64], Array]:
    """For each, after the last step: how many silenced units are reached, and the longest gradient on the way."""
    net, rule = begun[0].network(RELUS), Momentum(RATE, kept=0.0)
    net.params = [np.concatenate(each) for each in zip(*(one.params() for one in begun), strict=True)]
    data = one_for_each(lambda i: begun[i].datasets()[0], range(len(begun)))
    longest = np.zeros(len(begun))
    for _ in range(STEPS):
        _, grads = net.grads(data)
        norms = [np.linalg.norm(grads[2 * one.silenced - 2][i, :, :SILENCED]) for i, one in enumerate(begun)]
        longest = np.maximum(longest, norms)
        rule.step(net.params, grads)
    _, sums = net.forward(data.x)
    back = [(sums[one.silenced - 1][i, :, :SILENCED] > 0).any(axis=0).sum() for i, one in enumerate(begun)]
    return np.array(back), longest
