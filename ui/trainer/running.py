"""A race on a page: the networks, and the sliders that they follow as they learn."""

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from labs.training.tasks import DRAWN, Beginning
from ui.state import language, url
from ui.state.controls import Controls
from ui.text import function_names
from ui.trainer import UNIT, Course, Lane, Rule, settings, show
from ui.trainer.turns import fit


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
    state, (at, turned) = st.session_state, settings.COURSE
    course = Course(state[at.key], until, state[turned.key], plays, seeds, watch)
    begins = beginning or settings.beginning()
    course, drawn = show(lanes, begins, rule or settings.rule(), course, key=key)
    if not (held := fit(course.turns)):
        st.caption(language.reader(UNIT)("turned_often"))
    state[at.key], state[turned.key] = course.step, course.turns if held else ()
    url.publish(*settings.COURSE)
    if begins.task == DRAWN and drawn != begins.drawn and settings.readable(drawn):
        state[settings.HAND.key] = drawn
        st.rerun()


@st.fragment
def knobs(moving: Iterable[Controls]) -> None:
    """Sliders of functions."""
    for own in moving:
        own.draw(partial(function_names.of_slider, own.owner))
        own.publish()
