"""A stack of layers without activation is one layer."""

from functools import partial

import numpy as np
import streamlit as st

from content import Reader
from figures import paper
from labs.why import collapse
from ui import chart, why
from ui.shell import stage
from ui.state import language
from ui.text import numbers
from ui.why import experiments

OWNER = "collapse"
KNOBS = experiments.KNOBS[OWNER]


def show(say: Reader) -> None:
    picture, handles = why.stage(say, OWNER)
    live = [chart.Live(OWNER, KNOBS.followed())]
    with picture:
        for which, column in zip(("straight", "bent"), why.twins(OWNER), strict=True):
            with column:
                st.markdown(say(f"stack_{which}"))
                chart.show(paper.stack(which), key=f"collapse_{which}", alt=say(f"alt_{which}"), live=live, height=340)
    with handles:
        _numbers(say)
        language.prose(say, "see_collapse")
    why.deeper(say, OWNER, partial(_more, say))


@st.fragment
def _numbers(say: Reader) -> None:
    """The sliders, what one layer cannot imitate, and the one layer that the stack amounts to."""
    at = why.knobs(say, KNOBS)
    depth, draw = int(at["depth"]), at["draw"]
    with stage.numbers("collapse"):
        why.metrics(
            (say("missed_straight"), f"{collapse.missed(depth, draw, None):.1%}"),
            (say("missed_bent"), f"{collapse.missed(depth, draw):.1%}"),
        )
        with st.expander(say("every_layer")):
            st.caption(say("missed"))
            why.metrics(
                (say("numbers_stack"), f"{collapse.NUMBERS * depth}"),
                (say("numbers_one"), f"{collapse.NUMBERS}"),
            )
            language.prose(say, "product")
            st.latex(_product(depth, *collapse.collapsed(depth, draw)))
            st.markdown(" &emsp; ".join(f"${_layer(i, *layer)}$" for i, layer in _numbered(depth, draw)))
        stage.answered(KNOBS)
    experiments.publish()


def _more(say: Reader) -> None:
    language.prose(say, "world")
    why.words(say, OWNER)
    why.notes(say, "hyperplane", "training", "convolution", "modules")
    with st.container(border=True):
        language.prose(say, "one_line")
        # a code block would bring its highlighter along, a fifth of the page's first visit for three lines
        st.markdown("  \n".join(f"`{line}`" for line in say("code").splitlines()))


def _numbered(depth: int, draw: float):
    return list(enumerate(collapse.layers(draw)[:depth], start=1))


def _matrix(rows: np.ndarray) -> str:
    body = r" \\ ".join(" & ".join(numbers.signed(round(x, 2), 3).replace("−", "-") for x in row) for row in rows)
    return rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"


def _layer(i: int, weight: np.ndarray, bias: np.ndarray) -> str:
    return rf"W_{i} = {_matrix(weight)},\ b_{i} = {_matrix(bias[:, None])}"


def _product(depth: int, weight: np.ndarray, bias: np.ndarray) -> str:
    factors = "W_1" if depth == 1 else "W_2W_1" if depth == 2 else rf"W_{depth}\cdots W_1"
    return rf"W = {factors} = {_matrix(weight)},\qquad b = {_matrix(bias[:, None])}"
