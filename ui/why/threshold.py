"""A hard step gives learning nothing to go by."""

from functools import partial

import streamlit as st

from activations.measure import FLAT
from content import Reader
from figures import staircase
from labs.why import threshold
from ui import chart, why
from ui.shell import stage
from ui.state import language
from ui.why import experiments

OWNER = "threshold"
KNOBS = experiments.KNOBS[OWNER]


def show(say: Reader) -> None:
    picture, handles = why.stage(say, OWNER)
    with picture:
        chart.show(
            staircase.losses(why.slots(say, "stairs", "valley", "threshold", "loss", "slope")),
            key="threshold",
            alt=say("alt_threshold"),
            live=[chart.Live(OWNER, KNOBS.followed())],
            height=470,
        )
    with handles:
        _numbers(say)
        language.prose(say, "see_threshold")
    why.deeper(say, OWNER, partial(_more, say))


@st.fragment
def _numbers(say: Reader) -> None:
    steepness = why.knobs(say, KNOBS)["steepness"]
    with stage.numbers("threshold"):
        why.metrics(
            (say("flat_step"), f"{threshold.flat_share(threshold.STEP, least=0.0):.0%}"),
            (say("flat_sigmoid"), f"{threshold.flat_share(threshold.SIGMOID, steepness, 0.0):.0%}"),
            (say("low_sigmoid", least=FLAT), f"{threshold.flat_share(threshold.SIGMOID, steepness):.0%}"),
        )
        stage.answered(KNOBS)
    experiments.publish()


def _more(say: Reader) -> None:
    language.prose(say, "words_threshold")
    why.notes(say, "trade", "subgradient", "surrogate", "gradient_role")
