"""How many neurons fall silent, and whether that saves anything."""

from functools import partial

import streamlit as st

from content import Reader
from figures import bars
from labs.why import sparsity
from ui import chart, why
from ui.shell import stage
from ui.state import language
from ui.text import function_names
from ui.why import experiments

OWNER = "sparsity"
KNOBS = experiments.KNOBS[OWNER]


def show(say: Reader) -> None:
    picture, handles = why.stage(say, OWNER)
    live = [chart.Live(OWNER, KNOBS.followed())]
    names = [function_names.short(act.id) for act in sparsity.shown()]
    with picture:
        left, right = why.twins(OWNER, (2, 3))
        with left:
            chart.show(bars.lamps(), key="lamps", alt=say("alt_lamps"), live=live, height=300)
        with right:
            figure = bars.zeros(names, why.slots(say, "share"))
            chart.show(figure, key="zeros", alt=say("alt_zeros"), live=live, height=420)
    with handles:
        _numbers(say)
        language.prose(say, "see_sparsity")
    why.deeper(say, OWNER, partial(_more, say))


@st.fragment
def _numbers(say: Reader) -> None:
    mean = why.knobs(say, KNOBS)["mean"]
    done, idle = sparsity.products(mean)
    with stage.numbers("sparsity"):
        why.metrics(
            (say("silent"), f"{sparsity.share(sparsity.RELU, mean):.1%}"),
            (say("products"), f"{done:,}"),
            (say("products_zero"), f"{idle:,.0f}"),
        )
        stage.answered(KNOBS)
    experiments.publish()


def _more(say: Reader) -> None:
    why.words(say, OWNER)
    why.notes(say, "dense", "inhibition")
