"""Maxout: three lines that can be moved, and the highest of them."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from activations.spec import Function, PoolingActivation
from content import Reader
from figures import gates, samples
from ui import chart
from ui.explore import handles, neighbours
from ui.shell import stage
from ui.state import language
from ui.state.controls import Controls
from ui.text import code, function_names, function_text


def show(function: Function, say: Reader, below: DeltaGenerator) -> None:
    assert isinstance(function, PoolingActivation)
    knobs = Controls(function.id, samples.knobs(function), alone=True)
    knobs.restore()
    picture, hand = stage.places("function")
    neighbours.show(function.id, say)
    with hand:
        _handles(function, knobs, say)
    with picture:
        chart.show(
            gates.envelope(function, {slot: say(slot) for slot in ("piece", "highest")}),
            key="envelope",
            alt=say("alt_envelope", name=function_names.spelled(function.id)),
            live=[chart.Live(function.id, knobs.followed())],
            height=480,
        )
    reading, formulas = language.pair("reading")
    with reading:
        language.prose(say, "envelope_reading")
    with formulas:
        function_text.formulas(function)
    code.tell(below, function, {})


@st.fragment
def _handles(function: Function, knobs: Controls, say: Reader) -> None:
    with st.container(key="abreast_pieces"):
        knobs.handles(handles.words(function, say))
    knobs.publish()
