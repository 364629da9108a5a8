"""A race on a page: the networks, and the sliders that they follow as they learn."""

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from activations.spec import Param
from labs.training.tasks import DRAWN, Beginning
from ui.state import controls, url
from ui.state.controls import Controls
from ui.text import function_names
from ui.trainer import Course, Lane, Rule, settings, show


@st.fragment
def race(
    lanes: Sequence[Lane],
    until: int,
    *,
    key: str,
    moving: Iterable[Controls] = (),
    beginning: Beginning | None = None,
    rule: Rule | None = None,
    plays: bool = True,
    seeds: int = 0,
    watch: bool = False,
) -> None:
    """The networks, which begin as the settings say where nothing else is given; the address learns where they rest."""
    state, at = st.session_state, settings.STEP.key
    course = Course(state[at], until, plays, seeds, watch)
    begins = beginning or settings.beginning()
    state[at], drawn = show(lanes, begins, rule or settings.rule(), course, key=key)
    url.publish(settings.STEP)
    for own in moving:  # a browser that has not heard of a slider's release yet has sent its address without it
        own.publish()
    if begins.task == DRAWN and drawn != begins.drawn and settings.readable(drawn):
        state[settings.HAND.key] = drawn
        st.rerun()


@st.fragment
def knobs(moving: Iterable[Controls]) -> None:
    """Sliders of functions."""
    for own in moving:
        own.draw(partial(_named, own.owner))
        own.publish()


def _named(owner: str, p: Param) -> str:
    return f"{function_names.short(owner)}: {controls.spoken(p)}"
