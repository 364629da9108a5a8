"""Scene 2: a flat sheet misses the four points of XOR, a folded one meets them."""

import streamlit as st

from content import Reader
from figures import paper
from labs.why import xor
from ui import chart, why
from ui.state.controls import Controls

OWNER = "xor"
KNOBS = Controls(OWNER, xor.PARAMS)


def show(say: Reader) -> None:
    KNOBS.restore()
    why.heading(say, OWNER)
    why.above(say, OWNER, flat_height=xor.affine(0.0)[0], flat_error=xor.error(0.0))
    live = [chart.Live(OWNER, KNOBS.followed())]
    words = why.words(say, "flat", "folded", "miss")
    for name, build, column in zip(("space", "side"), (paper.folded, paper.side), st.columns(2), strict=True):
        with column:
            chart.show(build(words), key=f"xor_{name}", alt=say(f"alt_{name}"), live=live, height=340)
    _numbers(say)
    why.notes(say, "fitting", "universal", "polynomial", "exists")


@st.fragment
def _numbers(say: Reader) -> None:
    at, numbers = why.below(say, KNOBS)
    fold = at["fold"]
    offset, weight, _ = xor.affine(fold).round(10) + 0.0
    with numbers:
        why.metrics((say("error"), f"{xor.error(fold):.4f}"), (say("error_flat"), f"{xor.error(0.0):.4f}"))
        st.latex(rf"y = {offset:g} + {weight:g}\,(x_1+x_2) - {fold:g}\,\mathrm{{ReLU}}(x_1+x_2-1)")
    KNOBS.publish()
