"""The words and the source of one function, slot by slot."""

from pathlib import Path

import streamlit as st

import activations
from activations import measure
from activations.spec import Function, Source
from content import Reader
from ui import language

ROWS = (("what", "why"), ("good", "cost"), ("use", "wrong"))


def formulas(function: Function) -> None:
    """The function and its derivative, set in LaTeX."""
    st.latex(function.latex)
    st.latex(function.derivative_latex)


def tell(function: Function, say: Reader) -> None:
    """Every slot of the function's text under its heading, numbers filled in at the default parameters."""
    text, facts = language.reader(f"functions/{function.id}"), measure.facts(function)
    for row in ROWS:
        for slot, column in zip(row, language.pair(), strict=True):
            with column.container(border=True, height="stretch"):
                st.markdown(f"#### {say(slot)}")
                language.prose(text, slot, **facts)
    if function.sources:
        st.markdown(f"#### {say('source')}")
        st.markdown("\n".join(f"- {cite(s)}" for s in function.sources))


def cite(source: Source) -> str:
    """Authors, year and title; the title links to the address if there is one."""
    title = f"[{source.title}]({source.where})" if source.where else f"*{source.title}*"
    return f"{source.authors} ({source.year}). {title}."


def code(function: Function) -> str:
    """The very file that computes the function."""
    return (Path(activations.__file__).parent / "functions" / f"{function.id}.py").read_text()
