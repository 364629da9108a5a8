"""Worked cases: looked at beside the reader's own answers, which they leave as they are."""

from functools import partial

import streamlit as st

from activations.choosing.advice import MANY
from activations.choosing.cases import CASES
from content import Reader
from ui.choose import wizard
from ui.choose.wizard import CASE, FIELDS


def offer(say: Reader) -> None:
    """One click shows what the wizard says to a common project."""
    st.pills(say("cases"), CASES, format_func=lambda name: say(f"case_{name}"), key=CASE.key, wrap=True)


def banner(say: Reader) -> None:
    """Which case this is, the way back to what the reader was at, and the way to go on from here."""
    case = st.session_state[CASE.key]
    with st.container(key="case_banner", horizontal=True, vertical_alignment="center"):
        st.markdown(say("case", name=say(f"case_{case}")))
        label = say("leave_case" if any(wizard.own().values()) else "leave_case_fresh")
        st.button(label, on_click=_leave, icon=":material/arrow_back:", key="leave_case")
        st.button(say("adopt_case"), on_click=partial(_adopt, case), icon=":material/edit:", key="adopt_case")


def _leave() -> None:
    st.session_state[CASE.key] = None


def _adopt(case: str) -> None:
    """The case's answers become the reader's own, from the first question on."""
    for dimension, field in FIELDS.items():
        given = CASES[case].get(dimension, field.default)
        st.session_state[field.key] = list(given or ()) if dimension in MANY else given
    st.session_state.step = wizard.STEPS[0]
    _leave()
