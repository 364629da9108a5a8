"""A box for a model's `config.json`: which functions it names, what to mind about them, and how each is written."""

from collections.abc import Iterable

import streamlit as st

from activations import CATALOGUE, configs, nearest
from activations.configs import Named, Unreadable
from content import Reader
from ui.state import language
from ui.text import absent, code, function_names

KEY = "_config"  # stays in the session: not a part of the address, nor kept beyond the page
EXAMPLE = '{\n  "model_type": "gemma",\n  "hidden_act": "gelu",\n  "hidden_size": 2048\n}'
SHOWN = 60  # characters of what a reader has pasted
TANH_FORMS = ("gelu_new", "gelu_fast", "gelu_accurate", "gelu_pytorch_tanh", "gelu_python_tanh")
TRAPS = {**dict.fromkeys(TANH_FORMS, "tanh_form"), **dict.fromkeys(("gelu", "gelu_python"), "exact")} | {
    name: name for name in ("quick_gelu", "swish", "leaky_relu", "prelu", "relu2", "hardswish", "linear", "relu6")
}


def show(say: Reader) -> None:
    """The box, with an example in it, and what is found there."""
    st.session_state.setdefault(KEY, EXAMPLE)
    st.session_state[KEY] = st.session_state[KEY]  # set anew, it stays when the language of its label changes
    limit = f"{configs.LONGEST // 1000}"
    text = st.text_area(say("box", limit=limit), key=KEY, height=150)
    try:
        found = configs.read(text)
    except Unreadable as refused:
        st.info(say(f"unread_{refused.reason}", limit=limit))
        return
    for named in found:
        _tell(say, named)
    _code(say, [named.function for named in found if named.function])


def quoted(text: str) -> str:
    """What a reader has pasted, as code: nothing in it is taken for a sign of the page's own."""
    line = " ".join(text.replace("`", "'").split())
    return f"`{line[:SHOWN]}…`" if len(line) > SHOWN else f"`{line}`"


def _tell(say: Reader, named: Named) -> None:
    """One line on what a name means, and what to mind."""
    said = {"said": quoted(f"{named.path}: {named.said}" if named.path else named.said)}
    if named.function:
        language.prose(say, "found", **said, function=_link(named.function))
    elif not absent.tell(named.said):
        near = nearest(named.said)
        language.prose(say, "found_near" if near else "found_none", **said, near=_links(near))
    for slot in _traps(named):
        language.prose(say, f"trap_{slot}", gate=_link(named.gate) if named.gate else "")


def _traps(named: Named) -> Iterable[str]:
    if named.said.startswith(configs.GATED):
        yield "projected"
    elif named.said != named.key:
        yield "legacy"
    if named.key in TRAPS:
        yield TRAPS[named.key]
    if named.gate:
        yield "gate"


def _link(function: str) -> str:
    return f"[{function_names.name(function)}](explore?fn={function}&lang={st.session_state.lang})"


def _links(functions: Iterable[str]) -> str:
    return " · ".join(map(_link, functions))


def _code(say: Reader, functions: list[str]) -> None:
    """One of the functions found, in the framework that a reader wants."""
    if not functions:
        return
    one = functions[0]
    if len(names := {name: function_names.name(name) for name in functions}) > 1:
        one = st.selectbox(say("which"), names, format_func=names.__getitem__, key="_which", width=440)
    place = code.ask(say("code"))
    code.tell(place, CATALOGUE[one], {})
