"""The cell state of an LSTM, c <- f c + i g, with one or the other S-shaped candidate g."""

import numpy as np
from numpy.typing import NDArray

from activations import elementwise
from labs.claim import Evidence
from labs.studies import rows, squashed_normal

CANDIDATES = ("tanh", "sigmoid")
STEPS, SEED = 50, 1
FORGET = 3.0  # score of the forget gate unless told
ADMIT = 0.5  # opening of the input gate


def gate(score: float) -> float:
    return float(elementwise("sigmoid")(score))


def run(candidates: NDArray, keep: float) -> NDArray:
    """The state after 0, 1, ... steps."""
    state, seen = 0.0, [0.0]
    for g in candidates:
        state = keep * state + ADMIT * float(g)
        seen.append(state)
    return np.array(seen)


def a_sigmoid_candidate_only_adds() -> Evidence:
    """The mean state after many steps, for candidates computed from standard normal scores."""
    keep = gate(FORGET)
    means = [round(squashed_normal.mean(elementwise(f)), 14) + 0.0 for f in CANDIDATES]
    states = [run(np.full(STEPS, mean), keep)[-1] for mean in means]  # linear in g: the mean state
    numbers = {"keep": keep, "drift": float(states[1])}
    return Evidence(numbers, rows.labelled(CANDIDATES, means, states, np.tanh(states)))


def states(score: float) -> dict[str, NDArray]:
    """One run with each candidate, from the same scores; the forget gate's score is given."""
    scores, keep = np.random.default_rng(SEED).standard_normal(STEPS), gate(score)
    drawn = {f: run(elementwise(f)(scores), keep) for f in CANDIDATES}
    return {"x": np.arange(STEPS + 1.0), **drawn}
