"""Scene 4: a hard step gives learning nothing to go by."""

import streamlit as st

from activations.measure import FLAT
from content import Reader
from figures import staircase
from labs.why import threshold
from ui import chart, why
from ui.state.controls import Controls

OWNER = "threshold"
KNOBS = Controls(OWNER, threshold.PARAMS)


def show(say: Reader) -> None:
    KNOBS.restore()
    why.heading(say, OWNER)
    below, right = why.beside(say, OWNER)
    with right:
        chart.show(
            staircase.losses(why.words(say, "stairs", "valley", "threshold", "loss", "slope")),
            key="threshold",
            alt=say("alt_threshold"),
            live=[chart.Live(OWNER, KNOBS.followed())],
            height=560,
        )
    with below:
        _numbers(say)
    why.notes(say, "trade", "subgradient", "surrogate", "gradient_role")


@st.fragment
def _numbers(say: Reader) -> None:
    steepness = why.knobs(say, KNOBS)["steepness"]
    why.metrics(
        (say("flat_step"), f"{threshold.flat_share(threshold.STEP, least=0.0):.0%}"),
        (say("flat_sigmoid"), f"{threshold.flat_share(threshold.SIGMOID, steepness, 0.0):.0%}"),
        (say("low_sigmoid", least=FLAT), f"{threshold.flat_share(threshold.SIGMOID, steepness):.0%}"),
    )
    KNOBS.publish()
