"""A function as code: the very file that computes it, and how frameworks write it at the values of its sliders."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import activations
from activations.frameworks import FRAMEWORKS, snippets
from activations.spec import Activation, Function
from content import Reader
from ui.shell.lazy_expander import lazy_expander, place
from ui.state import language, url
from ui.state.controls import Controls
from ui.text import measured

CODE = url.choice("code", FRAMEWORKS, None)


def ask(label: str) -> DeltaGenerator:
    """Which framework a reader wants code for, and the place for it, which what holds the sliders fills (`tell`)."""
    url.restore(CODE)
    st.segmented_control(label, tuple(FRAMEWORKS), format_func=lambda name: FRAMEWORKS[name].name, key=CODE.key)
    url.publish(CODE)
    return st.empty()  # filled anew from within a fragment, it keeps nothing of before


def tell(at: DeltaGenerator, function: Function, params: Mapping[str, float]) -> None:
    """The function at these values in the framework that is wanted, and what to mind there."""
    if framework := st.session_state[CODE.key]:
        with at.container(key="rests_code"):  # grey while a handle is elsewhere, see `ui/shell/stage.py`
            _tell(function, framework, function.resolve(params))


def _tell(function: Function, framework: str, values: Mapping[str, float]) -> None:
    found = snippets.snippet(function.id, framework, **values)
    if found.note:
        language.prose(language.reader("frameworks"), found.note)
    measured.tell_refusal(function, framework)
    st.code(found.code, language="python")
    measured.tell_losses(function, framework, values)
    if found.portable:
        language.prose(language.reader("measured"), "portable")
        st.code(found.portable, language="python")
        measured.tell_losses(function, framework, values, portable=True)


def script_place(say: Reader) -> DeltaGenerator | None:
    """Where a program will stand that draws the chosen functions, if a reader wants it."""
    return place(say("script"), key="fold_script")


def script(at: DeltaGenerator, acts: Sequence[Activation], say: Reader) -> None:
    """A program that draws these functions at the slider values, to be taken away."""
    params = {act.id: Controls.of(act).values() for act in acts}
    with at.container():
        language.prose(say, "script_lead")
        st.code(snippets.script(params), language="python")


def source(function: Function, say: Reader) -> None:
    """The very file that computes the function."""
    file = Path(activations.__file__).parent / "functions" / f"{function.id}.py"
    lazy_expander(
        say("code"), lambda: st.code(file.read_text("utf-8"), language="python", line_numbers=True), key="fold_code"
    )
