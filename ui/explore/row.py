"""A function of a row: one input that moves, every input beside its output, and how each output follows."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from activations.spec import VectorActivation
from content import Reader
from figures import rows, samples
from figures.samples.rows import MOVING, inputs
from ui import chart
from ui.explore import handles, neighbours
from ui.shell import stage
from ui.state import language
from ui.state.controls import Controls
from ui.text import code, function_names, function_text, numbers, small_table


def show(function: VectorActivation, say: Reader, below: DeltaGenerator) -> None:
    knobs = Controls(function.id, samples.knobs(function), alone=True)
    knobs.restore()
    name = function_names.short(function.id)
    live = [chart.Live(function.id, knobs.followed())]
    words = {slot: say(slot) for slot in ("before", "after", "follows")}
    bars, hand, slopes = stage.places("function", (3, 2, 3))
    neighbours.show(function.id, say)
    with bars:
        st.markdown(f"**{say('row')}**")
        chart.show(rows.bars(function, words), key="bars", alt=say("alt_row", name=name), live=live, height=380)
    with hand:
        _handles(function, knobs, say, below)
    with slopes:
        st.markdown(f"**{say('follows')}**")
        chart.show(rows.slopes(function, words), key="slopes", alt=say("alt_follows", name=name), live=live, height=380)
    reading, formulas = language.pair("reading")
    with reading:
        language.prose(say, "row_reading")
    with formulas:
        function_text.formulas(function)


@st.fragment
def _handles(function: VectorActivation, knobs: Controls, say: Reader, below: DeltaGenerator) -> None:
    at = knobs.handles(handles.words(function, say))
    knobs.publish()
    params = {p.name: at[p.name] for p in function.params}
    out = function(inputs(at[MOVING.name]), axis=-1, **params)
    shown = {"y₁": out[0], say("zeros_in_row"): (out == 0).sum()}
    head, *lines = ((label, numbers.signed(float(number))) for label, number in shown.items())
    with stage.numbers("largest"):
        small_table.show(head, lines)
    code.tell(below, function, params)
    stage.answered(knobs)
