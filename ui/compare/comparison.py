"""The comparison on screen: one picture or many small ones, the sliders of every function, and the numbers."""

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from activations import elementwise
from activations.spec import Activation, Param
from content import Reader
from figures import overlays, samples
from figures.overlays import VIEWS, View
from ui import chart
from ui.chart import Live
from ui.compare import table
from ui.state import controls, url
from ui.state.controls import Controls
from ui.text import code, function_names

TOGETHER, MOST = 6, 12  # functions in one picture, and at all
ROW = 3
OPTIONS = function_names.by_family(Activation)
PICKS = url.choices("fns", OPTIONS, ("sigmoid", "relu", "elu", "gelu"), MOST)
VIEW = url.choice("view", VIEWS, "f")
REFERENCE = url.choice("ref", OPTIONS, "relu")
FIELDS = (PICKS, VIEW, REFERENCE, table.ROWS)


def choose(say: Reader) -> list[Activation]:
    """Which functions, what of them, and against which reference; the functions chosen."""
    none = say("none")
    st.multiselect(
        say("pick"), OPTIONS, format_func=function_names.short, key=PICKS.key, placeholder=none, max_selections=MOST
    )
    left, right = st.columns([3, 1])
    with left:
        st.pills(say("view"), VIEWS, format_func=lambda v: say(f"view_{v}"), key=VIEW.key, required=True, wrap=True)
    if st.session_state[VIEW.key] == "gap":
        right.selectbox(say("reference"), OPTIONS, format_func=function_names.short, key=REFERENCE.key)
    return [elementwise(name) for name in st.session_state[PICKS.key]]


def show(acts: list[Activation], say: Reader) -> None:
    """The picture, or one small picture for each function when there are many."""
    view, reference = VIEWS[st.session_state[VIEW.key]], elementwise(st.session_state[REFERENCE.key])
    moving = [*acts, reference] if view.kind == "gap" else acts
    for knobs in _controls({*acts, reference}, moving):
        knobs.restore()
    if len(acts) <= TOGETHER:
        _picture(acts, view, reference, say, key="overlay", height=460)
    else:
        for start in range(0, len(acts), ROW):
            for act, column in zip(acts[start : start + ROW], st.columns(ROW), strict=False):
                with column:
                    st.markdown(f"**{function_names.short(act.id)}**")
                    _picture([act], view, reference, say, key=f"small_{act.id}", height=230)
    if (note := f"note_{view.kind}") in say:
        st.caption(say(note))
    _numbers(acts, moving, say)


def _controls(acts: Iterable[Activation], moving: Sequence[Activation]) -> list[Controls]:
    """The sliders of these; where only one function moves, an address need not name it."""
    alone = len(set(moving)) == 1
    return [Controls.of(act, alone and act in moving) for act in acts]


def _picture(acts: list[Activation], view: View, reference: Activation, say: Reader, key: str, height: int) -> None:
    names = {act.id: function_names.short(act.id) for act in acts}
    chart.show(
        overlays.overlay(acts, names, view, reference),
        key=key,
        alt=say(
            f"alt_{st.session_state[VIEW.key]}",
            names=", ".join(names.values()),
            other=function_names.short(reference.id),
        ),
        live=[_live(view.family(act, reference), "" if view.kind == "gap" else act.id) for act in acts],
        height=height,
    )


def _live(name: str, owner: str) -> Live:
    """A family that follows the sliders of `owner`; without one, the names of its axes say to whom they belong."""
    return Live(name, Controls(owner, samples.find(name).axes).followed())


def _named(owner: str, p: Param) -> str:
    return f"{function_names.short(owner)}: {controls.spoken(p)}"


@st.fragment
def _numbers(acts: list[Activation], moving: Sequence[Activation], say: Reader) -> None:
    """The sliders, the table at their values, and a program that draws the same."""
    found = [knobs for knobs in _controls(dict.fromkeys(moving), moving) if knobs.params]
    for start in range(0, len(found), ROW):
        for knobs, column in zip(found[start : start + ROW], st.columns(min(ROW, len(found))), strict=False):
            with column:
                knobs.draw(partial(_named, knobs.owner))
                knobs.publish()
    table.show(acts, [elementwise(name) for name in OPTIONS], say)
    code.script(acts, say)
