"""Which traits functions must have to be listed: pills, the same wherever functions are sorted out."""

import streamlit as st

from activations.traits import TRAITS
from ui.state import language, url

WITH = url.choices("with", TRAITS, (), len(TRAITS))


def ask() -> list[str]:
    """Draw the pills; the traits that are wanted."""
    say = language.reader("pages/learn/gallery")
    url.restore(WITH)
    wanted = st.pills(
        say("with"),
        TRAITS,
        selection_mode="multi",
        format_func=lambda trait: say(f"trait_{trait}"),
        key=WITH.key,
        wrap=True,
    )
    url.publish(WITH)
    return wanted


def clear() -> None:
    """Want none of them."""
    st.session_state[WITH.key] = []
