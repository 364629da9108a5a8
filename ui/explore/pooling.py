"""Maxout: three lines that can be moved, and the highest of them."""

import streamlit as st

from activations.spec import Function, PoolingActivation
from content import Reader
from figures import gates, samples
from ui import chart
from ui.state import language, sliders, url
from ui.text import function_names, function_text


def show(function: Function, say: Reader) -> None:
    assert isinstance(function, PoolingActivation)
    axes = samples.knobs(function)
    url.restore(*sliders.fields(function.id, axes, alone=True))
    picture, controls = st.columns([3, 2], gap="medium")
    with controls:
        _controls(function)
    with picture:
        chart.show(
            gates.envelope(function, {slot: say(slot) for slot in ("piece", "highest")}),
            key="envelope",
            alt=say("alt_envelope", name=function_names.short(function.id)),
            live=[chart.Live(function.id, sliders.followed(function.id, axes))],
            height=520,
        )
    reading, formulas = language.pair("reading")
    with reading:
        language.prose(say, "envelope_reading")
    with formulas:
        function_text.formulas(function)


@st.fragment
def _controls(function: PoolingActivation) -> None:
    axes = samples.knobs(function)
    sliders.draw_all(function.id, axes)
    url.publish(*sliders.fields(function.id, axes, alone=True))
