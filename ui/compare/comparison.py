"""The comparison on screen: one picture or many small ones, the sliders of every function, and the numbers."""

import math
from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from activations import elementwise
from activations.measure import properties
from activations.spec import Activation
from content import Reader
from figures import overlays, samples
from figures.overlays import VIEWS, View
from ui import chart
from ui.chart import Live
from ui.compare import opening, table
from ui.compare.opening import MOST, OPTIONS, PICKS, REFERENCE, VIEW
from ui.shell import stage
from ui.state.controls import Controls
from ui.text import code, function_names, numbers

TOGETHER = 6  # functions in one picture
ROW = 4  # small pictures side by side
FOLD = "fold_pick"


def show(say: Reader) -> None:
    """The stage, and below it what is computed of the same functions at the same values."""
    picture, handles = stage.places("comparison")
    with handles:
        _choose(say)
    opening.publish()
    acts = [elementwise(name) for name in st.session_state[PICKS.key]]
    if not acts:
        picture.info(say("empty"))
        return
    view, reference = VIEWS[st.session_state[VIEW.key]], elementwise(st.session_state[REFERENCE.key])
    moving = [*acts, reference] if view.kind == "gap" else acts
    for knobs in _controls({*acts, reference}, moving):
        knobs.restore()
    with picture:
        _pictures(acts, view, reference, say)
    _note(say)
    below = table.places(acts, [elementwise(name) for name in OPTIONS], say)
    opening.publish()
    script = code.script_place(say)
    with handles:
        _handles(acts, moving, below, script, say)


def _choose(say: Reader) -> None:
    """Which functions, what of them, and against which reference."""
    none = say("none")
    with _fold(say):
        st.multiselect(
            say("pick"), OPTIONS, format_func=function_names.short, key=PICKS.key, placeholder=none, max_selections=MOST
        )
    st.pills(say("view"), VIEWS, format_func=lambda v: say(f"view_{v}"), key=VIEW.key, required=True, wrap=True)
    if st.session_state[VIEW.key] == "gap":
        st.selectbox(say("reference"), OPTIONS, format_func=function_names.short, key=REFERENCE.key)


def _fold(say: Reader) -> DeltaGenerator:
    """Where functions are picked: out of the way when there are so many that each bears its name in the picture, but
    not in the hand of a reader who has just picked one more."""
    state, picked = st.session_state, len(st.session_state[PICKS.key])
    few, state._few = state.get("_few", False), picked <= TOGETHER
    if state._few:
        state.pop(FOLD, None)
        return st.container()
    state[FOLD] = state.get(FOLD, few)
    return st.expander(say("picked", count=picked), key=FOLD, on_change="rerun")


def _pictures(acts: list[Activation], view: View, reference: Activation, say: Reader) -> None:
    """One picture, or one small picture for each function when there are many."""
    if len(acts) <= TOGETHER:
        _picture(acts, view, reference, say, key="overlay", height=460)
        return
    with st.container(key=f"many_{math.ceil(len(acts) / ROW)}"):
        for act in acts:
            _picture([act], view, reference, say, key=f"small_{act.id}", height=240, beside=acts)


def _note(say: Reader) -> None:
    """What to see in the picture."""
    if opening.opened():
        first, second = (properties(act)["lipschitz"] for act in map(elementwise, opening.OPENING[0].default))
        st.caption(say("note_opening", first=numbers.signed(first), second=numbers.signed(second)))
    elif (note := f"note_{VIEWS[st.session_state[VIEW.key]].kind or st.session_state[VIEW.key]}") in say:
        st.caption(say(note))


def _controls(acts: Iterable[Activation], moving: Sequence[Activation]) -> list[Controls]:
    """The sliders of these; where only one function moves, an address need not name it."""
    alone = len(set(moving)) == 1
    return [Controls.of(act, alone and act in moving) for act in acts]


def _picture(
    acts: list[Activation],
    view: View,
    reference: Activation,
    say: Reader,
    key: str,
    height: int,
    beside: Sequence[Activation] = (),
) -> None:
    names = {act.id: function_names.short(act.id) for act in acts}
    chart.show(
        overlays.overlay(acts, names, view, reference, beside),
        key=key,
        alt=say(
            f"alt_{st.session_state[VIEW.key]}",
            names=function_names.spelled(*names),
            other=function_names.spelled(reference.id),
        ),
        live=[_live(view.family(act, reference), "" if view.kind == "gap" else act.id) for act in acts],
        height=height,
    )


def _live(name: str, owner: str) -> Live:
    """A family that follows the sliders of `owner`; without one, the names of its axes say to whom they belong."""
    return Live(name, Controls(owner, samples.find(name).axes).followed())


@st.fragment
def _handles(
    acts: list[Activation],
    moving: Sequence[Activation],
    below: table.Places,
    script: DeltaGenerator | None,
    say: Reader,
) -> None:
    """The sliders; the table at their values and a program that draws the same are filled from here."""
    with st.container(key="knobs" if len(acts) <= TOGETHER else "abreast_knobs"):
        for knobs in _controls(dict.fromkeys(moving), moving):
            knobs.draw(partial(function_names.of_slider, knobs.owner))
            knobs.publish()
    table.tell(below, say)
    if script:
        code.script(script, acts, say)
