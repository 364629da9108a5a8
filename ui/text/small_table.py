"""A table inside the text, as Markdown; a wide one scrolls by itself."""

from collections.abc import Iterable, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def text(head: Sequence[str], lines: Iterable[Iterable[str]], rule: str = "-") -> str:
    """Rows of cells under a head; `rule` is how columns after the first are set ("-:" to the right)."""
    under = ["-", *[rule] * (len(head) - 1)]
    return "\n".join("|".join(cells) for cells in (head, under, *lines))


def show(head: Sequence[str], lines: Iterable[Iterable[str]], rule: str = "-") -> None:
    st.markdown(text(head, lines, rule))


def cell(said: str) -> str:
    """What may stand in one cell, whatever is in it."""
    return said.replace("|", "\\|")


def wide(name: str) -> DeltaGenerator:
    """Room for a table that may be wider than the page: its first column stays, and it fades where it goes on."""
    return st.container(key=f"wide_{name}")
