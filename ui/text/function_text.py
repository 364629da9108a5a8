"""The words about one function, slot by slot."""

from math import inf

import streamlit as st

from activations import measure
from activations.spec import Function
from content import Reader
from ui.state import language
from ui.text import citations

SMOOTH = {
    -1: "none",
    0: "continuous",
    1: "once",
    2: "twice",
    inf: "always",
}  # orders, as in content/card.toml
ROWS = (("what", "why"), ("good", "cost"), ("use", "wrong"))


def formulas(function: Function) -> None:
    """The function and its derivative, set in LaTeX."""
    st.latex(function.latex)
    st.latex(function.derivative_latex)


def tell(function: Function, say: Reader) -> None:
    """Every slot of the function's text under its heading, numbers filled in at the default parameters."""
    text, facts = language.reader(f"functions/{function.id}"), measure.properties(function)
    for row in ROWS:
        for slot, column in zip(row, language.pair(row[0]), strict=True):
            with column.container(border=True, height="stretch"):
                st.markdown(f"#### {say(slot)}")
                language.prose(text, slot, **facts)
    if function.sources:
        st.markdown(f"#### {say('source')}")
        st.markdown("\n".join(f"- {citations.full(s)}" for s in function.sources))
