"""The small pictures, family by family, each with the way to its page."""

from collections.abc import Sequence

import streamlit as st

from activations.spec import Function
from content import Reader
from ui.server import pictures
from ui.shell import page_shell
from ui.state import language
from ui.text import function_names

ROW = 4


def show(functions: Sequence[Function], say: Reader) -> None:
    """A heading and some rows for each family that has any of these functions."""
    for family in function_names.FAMILIES:
        members = [function for function in functions if function.family == family]
        if members:
            st.subheader(language.reader("ui")(f"family_{family}"))
        for start in range(0, len(members), ROW):
            for function, column in zip(members[start : start + ROW], st.columns(ROW), strict=False):
                with column.container(border=True, key=f"thumb_{function.id}"):
                    _card(function, say)


def _card(function: Function, say: Reader) -> None:
    name = function_names.short(function.id)
    st.markdown(f"![{say('alt', name=function_names.spelled(function.id))}]({pictures.thumbnail_url(function.id)})")
    page_shell.link("explore", name, fn=function.id)
