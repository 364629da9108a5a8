"""Scene 6: how many neurons fall silent, and whether that saves anything."""

import streamlit as st

from content import Reader
from figures import bars
from labs.why import sparsity
from ui import chart, why
from ui.state.controls import Controls
from ui.text import function_names

OWNER = "sparsity"
KNOBS = Controls(OWNER, sparsity.PARAMS)


def show(say: Reader) -> None:
    KNOBS.restore()
    why.heading(say, OWNER)
    why.above(say, OWNER)
    live = [chart.Live(OWNER, KNOBS.followed())]
    names = [function_names.short(act.id) for act in sparsity.shown()]
    left, right = st.columns([2, 3])
    with left:
        chart.show(bars.lamps(), key="lamps", alt=say("alt_lamps"), live=live, height=320)
    with right:
        figure = bars.zeros(names, why.words(say, "share"))
        chart.show(figure, key="zeros", alt=say("alt_zeros"), live=live, height=440)
    _numbers(say)
    why.notes(say, "dense", "inhibition")


@st.fragment
def _numbers(say: Reader) -> None:
    at, numbers = why.below(say, KNOBS)
    done, idle = sparsity.products(at["mean"])
    with numbers:
        why.metrics(
            (say("silent"), f"{sparsity.share(sparsity.RELU, at['mean']):.1%}"),
            (say("products"), f"{done:,}"),
            (say("products_zero"), f"{idle:,.0f}"),
        )
    KNOBS.publish()
