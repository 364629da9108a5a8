"""How far outputs reach, and what that is good for."""

from functools import partial

import streamlit as st

from activations.spec import Activation
from content import Reader
from figures import bars
from labs.why import ranges
from ui import chart, why
from ui.shell import stage
from ui.state import language
from ui.text import function_names, numbers
from ui.why import experiments

OWNER = "ranges"
KNOBS = experiments.KNOBS[OWNER]
ROUGH = 0.02  # a printed number may be off by this share of itself


def show(say: Reader) -> None:
    labels = {kind: [_label(act) for act in ranges.members(kind)] for kind in ranges.KINDS}
    picture, handles = why.stage(say, OWNER)
    with picture:
        chart.show(
            bars.reaches(labels, why.slots(say, "output", *ranges.KINDS)),
            key="ranges",
            alt=say("alt_ranges"),
            live=[chart.Live(OWNER, KNOBS.followed())],
            height=470,
        )
    with handles:
        _numbers(say)
        language.prose(say, "see_ranges")
    why.deeper(say, OWNER, partial(_more, say))


def _label(act: Activation) -> str:
    return f"{function_names.short(act.id)}  {numbers.interval(act.fact('range'))}"


def _reach(act: Activation, size: float) -> tuple[str, str]:
    """The name of a function and its extreme outputs, with digits enough to see that sigmoid never gets to 1."""
    ends = ranges.reach(act, size)
    digits = next((d for d in range(3, 9) if all(abs(round(y, d) - y) <= ROUGH * abs(y) for y in ends)), 9)
    low, high = (f"{y:.{digits}f}".rstrip("0").rstrip(".").replace("-", "−") for y in ends)
    return function_names.short(act.id), f"{low} … {high}"


@st.fragment
def _numbers(say: Reader) -> None:
    """The slider, and how far the first bar of each kind reaches."""
    size = why.knobs(say, KNOBS)["size"]
    with stage.numbers("ranges"):
        why.metrics(*(_reach(ranges.members(kind)[0], size) for kind in ranges.KINDS))
        stage.answered(KNOBS)
    experiments.publish()


def _more(say: Reader) -> None:
    language.prose(say, "words_ranges")
    why.notes(say, "outputs", "explosion")
