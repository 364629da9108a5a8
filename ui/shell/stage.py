"""The stage: a picture and its handles on one panel, which a screen holds as a whole (see `document.css`)."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def places(name: str, shares: Sequence[int] = (5, 3)) -> Sequence[DeltaGenerator]:
    """A place for the picture, one for its handles, then more if there are more `shares` of the width.

    The panel lowers its pictures until they fit (`--picture`), so mount them as high as they should get at most. Where
    it is too narrow for two columns, the first place is pinned to the top of the screen and the handles pass under it.
    """
    return st.container(key=f"stage_{name}").columns(shares, gap="medium")
