"""A gated function: a landscape over gate and value, its two slices, and the partial derivatives."""

from math import isinf

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from activations.spec import Function, GatedActivation
from content import Reader
from figures import gates, samples
from ui import chart
from ui.explore import handles, neighbours
from ui.shell import stage
from ui.state import language
from ui.state.controls import Controls
from ui.text import code, function_names, function_text, numbers, small_table


def show(function: Function, say: Reader, below: DeltaGenerator) -> None:
    assert isinstance(function, GatedActivation)
    knobs = Controls(function.id, samples.knobs(function), alone=True)
    knobs.restore()
    name = function_names.spelled(function.id)
    live = [chart.Live(function.id, knobs.followed())]
    slots = ("alt_slices", "gated_reading") if isinf(function.fact("value_limit")) else ("alt_held", "held_reading")
    alt, told = slots
    words = {slot: say(slot) for slot in ("gate", "value", "along_gate", "along_value")}
    above, hand, cuts = stage.places("function", (3, 2, 3))
    neighbours.show(function.id, say)
    with above:
        st.markdown(f"**{say('landscape')}**")
        figure = gates.surface(function, words)
        chart.show(figure, key="surface", alt=say("alt_surface", name=name), live=live, height=420)
    with hand:
        _handles(function, knobs, say, below)
    with cuts:
        st.markdown(f"**{say('slices')}**")
        figure = gates.slices(function, words)
        chart.show(figure, key="slices", alt=say(alt, name=name), live=live, height=420)
    reading, formulas = language.pair("reading")
    with reading:
        language.prose(say, told)
    with formulas:
        function_text.formulas(function)


@st.fragment
def _handles(function: GatedActivation, knobs: Controls, say: Reader, below: DeltaGenerator) -> None:
    at = knobs.handles(handles.words(function, say))
    knobs.publish()
    gate, value = at.pop("gate"), at.pop("value")
    by_gate, by_value = function.derivative(gate, value, **at)
    shown = {"f(g, v)": function(gate, value, **at), "∂f/∂g": by_gate, "∂f/∂v": by_value}
    head, *lines = ((label, numbers.signed(float(number))) for label, number in shown.items())
    with stage.numbers("partials"):
        small_table.show(head, lines)
    code.tell(below, function, at)
    stage.answered(knobs)
