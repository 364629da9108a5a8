"""The words and the source of one function, slot by slot."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

import activations
from activations import measure, snippets
from activations.frameworks import FRAMEWORKS
from activations.sources import Source
from activations.spec import Activation, Function
from content import Reader
from ui import language, measured, url
from ui.fold import fold

ROWS = (("what", "why"), ("good", "cost"), ("use", "wrong"))


CODE = url.choice("code", FRAMEWORKS, None)


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
        st.markdown("\n".join(f"- {cite(s)}" for s in function.sources))


def cite(source: Source) -> str:
    """Authors, year and title; the title links to the address if there is one."""
    title = f"[{source.title}]({source.where})" if source.where else f"*{source.title}*"
    return f"{source.authors} ({source.year}). {title}."


def frameworks(function: Function, say: Reader) -> None:
    """The function as code at the values of its sliders."""
    as_code(function, {p.name: st.session_state[f"{function.id}.{p.name}"] for p in function.params}, say("framework"))


def as_code(function: Function, params: Mapping[str, float], label: str) -> None:
    """A function at these values in a framework of the reader's choice, and what to mind there."""
    words = language.reader("frameworks")
    url.restore(CODE)
    chosen = st.segmented_control(label, FRAMEWORKS, format_func=words, key=CODE.key)
    url.publish(CODE)
    if chosen:
        found = snippets.snippet(function.id, chosen, **params)
        if found.note:
            language.prose(words, found.note)
        measured.tell_refusal(function, chosen)
        st.code(found.code, language="python")
        measured.tell_losses(function, chosen, function.resolve(params))
        if found.portable:
            language.prose(language.reader("measured"), "portable")
            st.code(found.portable, language="python")
            measured.tell_losses(function, chosen, function.resolve(params), portable=True)


def script(acts: Sequence[Activation], say: Reader) -> None:
    """A program that draws these functions at the slider values, to be taken away."""
    params = {act.id: {p.name: st.session_state[f"{act.id}.{p.name}"] for p in act.params} for act in acts}

    def tell() -> None:
        language.prose(say, "script_lead")
        st.code(snippets.script(params), language="python")

    fold(say("script"), tell, key="fold_script")


def follow() -> None:
    """At the end of a fragment with sliders: if code is on show, run the page, so that it gets the new values."""
    if st.session_state.get(CODE.key) and url.in_fragment():
        st.rerun(scope="app")


def source(function: Function, say: Reader) -> None:
    """The very file that computes the function."""
    file = Path(activations.__file__).parent / "functions" / f"{function.id}.py"
    fold(say("code"), lambda: st.code(file.read_text("utf-8"), language="python", line_numbers=True), key="fold_code")
