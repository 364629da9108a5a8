"""A function as code: the very file that computes it, and how frameworks write it at the values of its sliders."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

import activations
from activations.frameworks import FRAMEWORKS, snippets
from activations.spec import Activation, Function
from content import Reader
from ui.shell.lazy_expander import lazy_expander
from ui.state import language, url
from ui.text import measured

CODE = url.choice("code", FRAMEWORKS, None)


def frameworks(function: Function, say: Reader) -> None:
    """The function as code at the values of its sliders."""
    as_code(function, {p.name: st.session_state[f"{function.id}.{p.name}"] for p in function.params}, say("framework"))


def as_code(function: Function, params: Mapping[str, float], label: str) -> None:
    """A function at these values in a framework of the reader's choice, and what to mind there."""
    words = language.reader("frameworks")
    url.restore(CODE)
    chosen = st.segmented_control(label, tuple(FRAMEWORKS), format_func=words, key=CODE.key)
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

    lazy_expander(say("script"), tell, key="fold_script")


def follow() -> None:
    """At the end of a fragment with sliders: if code is on show, run the page, so that it gets the new values."""
    if st.session_state.get(CODE.key) and url.in_fragment():
        st.rerun(scope="app")


def source(function: Function, say: Reader) -> None:
    """The very file that computes the function."""
    file = Path(activations.__file__).parent / "functions" / f"{function.id}.py"
    lazy_expander(
        say("code"), lambda: st.code(file.read_text("utf-8"), language="python", line_numbers=True), key="fold_code"
    )
