"""A race on a page: the networks, and the sliders that they follow as they learn."""

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from labs.training.tasks import DRAWN, Beginning
from ui.state import url
from ui.state.controls import Controls
from ui.text import function_names
from ui.trainer import Course, Lane, Rule, settings, show


@st.fragment
def race(
    lanes: Sequence[Lane],
    until: int,
    *,
    key: str,
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
    if begins.task == DRAWN and drawn != begins.drawn and settings.readable(drawn):
        state[settings.HAND.key] = drawn
        st.rerun()


@st.fragment
def knobs(moving: Iterable[Controls]) -> None:
    """Sliders of functions."""
    for own in moving:
        own.draw(partial(function_names.of_slider, own.owner))
        own.publish()
