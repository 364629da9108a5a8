"""A flat sheet misses the four points of XOR, a folded one meets them."""

from functools import partial

import streamlit as st

from content import Reader
from figures import paper
from labs.why import xor
from ui import chart, why
from ui.shell import stage
from ui.state import language
from ui.why import experiments

OWNER = "xor"
KNOBS = experiments.KNOBS[OWNER]


def show(say: Reader) -> None:
    picture, handles = why.stage(say, OWNER)
    live = [chart.Live(OWNER, KNOBS.followed())]
    words = why.slots(say, "flat", "folded", "miss")
    with picture:
        for name, build, column in zip(("space", "side"), (paper.folded, paper.side), why.twins(OWNER), strict=True):
            with column:
                chart.show(build(words), key=f"xor_{name}", alt=say(f"alt_{name}"), live=live, height=360)
    with handles:
        _numbers(say)
        language.prose(say, "see_xor")
    why.deeper(say, OWNER, partial(_more, say))


@st.fragment
def _numbers(say: Reader) -> None:
    fold = why.knobs(say, KNOBS)["fold"]
    offset, weight, _ = xor.affine(fold).round(10) + 0.0
    with stage.numbers("xor"):
        why.metrics((say("error"), f"{xor.error(fold):.4f}"), (say("error_flat"), f"{xor.error(0.0):.4f}"))
        st.latex(rf"y = {offset:g} + {weight:g}\,(x_1+x_2) - {fold:g}\,\mathrm{{ReLU}}(x_1+x_2-1)")
        stage.answered(KNOBS)
    experiments.publish()


def _more(say: Reader) -> None:
    why.words(say, OWNER, flat_height=xor.affine(0.0)[0], flat_error=xor.error(0.0))
    why.notes(say, "fitting", "universal", "polynomial", "exists")
