"""A small table inside the text, as Markdown."""

from collections.abc import Iterable, Sequence

import streamlit as st


def text(head: Sequence[str], lines: Iterable[Iterable[str]], rule: str = "-") -> str:
    """Rows of cells under a head; `rule` is how columns after the first are set ("-:" to the right)."""
    under = ["-", *[rule] * (len(head) - 1)]
    return "\n".join("|".join(cells) for cells in (head, under, *lines))


def show(head: Sequence[str], lines: Iterable[Iterable[str]], rule: str = "-") -> None:
    st.markdown(text(head, lines, rule))
