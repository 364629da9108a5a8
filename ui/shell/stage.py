"""The stage: a picture and its handles on one panel, which a screen holds as a whole (see `document.css`)."""

import json
from collections.abc import Sequence
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.state.controls import Controls


def places(name: str, shares: Sequence[int] = (5, 3)) -> Sequence[DeltaGenerator]:
    """A place for the picture, one for its handles, then more if there are more `shares` of the width.

    The panel lowers its pictures until they fit (`--picture`), so mount them as high as they should get at most. Where
    it is too narrow for two columns, the first place is pinned to the top of the screen and the handles pass under it.
    """
    return st.container(key=f"stage_{name}").columns(shares, gap="medium")


def numbers(name: str) -> DeltaGenerator:
    """A place for what the server computes when a handle is let go of: grey from the first move until it has come."""
    return st.container(key=f"rests_{name}")


def answered(*controls: Controls) -> None:
    """After such numbers: where the handles were that they belong to (see `rests.js`)."""
    at = {widget: value for one in controls for widget, value in one.stand().items()}
    st.html(f'<i class="answered" data-at="{escape(json.dumps(at))}"></i>')
