"""Claims about tanh."""

import numpy as np

from activations import elementwise
from activations.domain import NON_NEGATIVE, POSITIVE, Interval, Param
from labs.claim import Claim, Evidence, Plot
from labs.studies import lost_digits, lstm_state, rows, squashed_normal
from labs.studies.softmax_shares import softmax

TANH, HARD = elementwise("tanh"), elementwise("hard_tanh")
LOW = Param("low", "a", default=-2.0, low=-5.0, high=0.0, step=0.1, domain=Interval(-np.inf, 0.0, (False, True)))
HIGH = Param("high", "b", default=4.0, low=0.5, high=5.0, step=0.1, domain=POSITIVE)


def no_shares_of_a_whole() -> Evidence:
    """Three scores through tanh and through softmax, with their sums."""
    z = np.array([2.0, 1.0, 0.1])
    columns = TANH(z), softmax(z)
    total = rows.labelled(("Σ",), *([column.sum()] for column in columns))
    return Evidence({"total": float(TANH(z).sum())}, rows.at("z", z, *columns) + total)


def sums_of_three() -> dict[str, np.ndarray]:
    x = np.linspace(-6.0, 6.0, 301)
    scores = np.stack([x, np.full_like(x, 1.0), np.full_like(x, 0.1)], axis=-1)
    return {"x": x, "tanh": TANH(scores).sum(axis=-1), "softmax": softmax(scores).sum(axis=-1)}


def within(shape: np.ndarray, low: float, high: float) -> np.ndarray:
    """Values from -1 to 1 spread over the range of an action."""
    return low + (high - low) * (shape + 1) / 2


def every_score_is_an_action_within_the_bounds() -> Evidence:
    """Actions by tanh and by clipping, and the slopes that are left to learn from."""
    u = np.array([-3.0, -1.5, 0.0, 1.5, 3.0])
    half = (HIGH.default - LOW.default) / 2
    actions = [within(f(u), LOW.default, HIGH.default) for f in (TANH, HARD)]
    slopes = [half * f.derivative(u) for f in (TANH, HARD)]
    outside = squashed_normal.mean(lambda z: np.abs(z) > 1, breaks=(-1.0, 1.0))
    return Evidence({"outside": outside}, rows.at("u", u, actions[0], slopes[0], actions[1], slopes[1]))


def actions(low: float, high: float) -> dict[str, np.ndarray]:
    u = np.linspace(-4.0, 4.0, 401)
    return {"x": u, "tanh": within(TANH(u), low, high), "hard_tanh": within(HARD(u), low, high)}


CLAIMS = (
    Claim(
        id="C040",
        verdict="correct",
        functions=("tanh",),
        evidence=lost_digits.one_minus_square_reaches_zero,
        plot=Plot(lost_digits.slopes_of_tanh),
    ),
    Claim(
        id="C041",
        verdict="wrong",
        functions=("tanh", "softmax"),
        sources=("Bridle1990",),
        evidence=no_shares_of_a_whole,
        plot=Plot(sums_of_three),
    ),
    Claim(
        id="C042",
        verdict="wrong",
        printed=True,
        functions=("tanh",),
        evidence=lost_digits.doubled_code_breaks,
        plot=Plot(lost_digits.errors_near_zero, log=True),
    ),
    Claim(
        id="C043",
        verdict="wrong",
        functions=("tanh",),
        evidence=lost_digits.textbook_code_breaks,
        plot=Plot(lost_digits.in_half_precision),
    ),
    Claim(
        id="C044",
        verdict="conditions",
        functions=("tanh",),
        sources=("LeCun1998",),
        evidence=squashed_normal.centred_inputs_stay_centred,
        plot=Plot(
            squashed_normal.outputs_of_tanh,
            knobs=(Param("centre", "μ", default=0.0, low=0.0, high=2.0, step=0.05, domain=NON_NEGATIVE),),
            limits=(0.0, 4.0),
        ),
    ),
    Claim(
        id="C045",
        verdict="conditions",
        functions=("tanh", "sigmoid"),
        sources=("Hochreiter1997",),
        evidence=lstm_state.a_sigmoid_candidate_only_adds,
        plot=Plot(
            lstm_state.states, knobs=(Param("score", "b", default=lstm_state.FORGET, low=0.0, high=5.0, step=0.1),)
        ),
    ),
    Claim(
        id="C046",
        verdict="conditions",
        functions=("tanh",),
        sources=("Andrychowicz2020",),
        evidence=every_score_is_an_action_within_the_bounds,
        plot=Plot(actions, knobs=(LOW, HIGH)),
    ),
)
