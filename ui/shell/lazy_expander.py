"""What is folded away until a reader asks for it: neither computed nor sent before."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.host import runs


@st.fragment
def lazy_expander(label: str, tell: Callable[[], object], *, key: str, expanded: bool = False) -> None:
    """An expander whose contents `tell` draws once it is open, in a rerun of its own."""
    if not runs.in_fragment():  # set anew, it stays open when the language of its label changes
        st.session_state[key] = st.session_state.get(key, expanded)
    box = st.expander(label, key=key, on_change="rerun")
    if box.open:
        with box:
            tell()


def place(label: str, *, key: str) -> DeltaGenerator | None:
    """Room in an expander while it is open, for what holds sliders to fill; opening it runs the page."""
    st.session_state[key] = st.session_state.get(key, False)
    box = st.expander(label, key=key, on_change="rerun")
    return box.empty() if box.open else None
