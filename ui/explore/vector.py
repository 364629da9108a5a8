"""A function of a whole vector: a slider for each score, bars, the Jacobian, and the simplex."""

import numpy as np
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from activations.spec import Function, VectorActivation
from content import Reader
from figures import samples, vectors
from figures.samples.lists import LOGITS
from ui import chart
from ui.explore import handles, neighbours, row
from ui.shell import stage
from ui.state import language
from ui.state.controls import Controls
from ui.text import code, function_names, function_text, numbers


def show(function: Function, say: Reader, below: DeltaGenerator) -> None:
    assert isinstance(function, VectorActivation)
    if function.hidden is None:
        row.show(function, say, below)
        return
    knobs = Controls(function.id, samples.knobs(function), alone=True)
    knobs.restore()
    name = function_names.spelled(function.id)
    live = [chart.Live(function.id, knobs.followed())]
    bars, hand, heat = stage.places("function", (3, 2, 3))
    neighbours.show(function.id, say)
    with bars:
        st.markdown(f"**{say('shares' if function.simplex else 'outputs')}**")
        chart.show(vectors.bars(function), key="bars", alt=say("alt_shares", name=name), live=live, height=380)
    with hand:
        _handles(function, knobs, say, below)
    with heat:
        st.markdown(f"**{say('jacobian')}**")
        figure = vectors.jacobian(function, {slot: say(slot) for slot in ("input", "output")})
        chart.show(figure, key="jacobian", alt=say("alt_jacobian", name=name), live=live, height=380)
    reading, triangle = language.pair("reading")
    with reading:
        language.prose(say, "vector_reading")
        function_text.formulas(function)
    if function.simplex:
        with triangle:
            figure = vectors.simplex(function, {slot: say(slot) for slot in ("path", "here")})
            chart.show(figure, key="simplex", alt=say("alt_simplex", name=name), live=live, height=400)
            language.prose(say, "simplex_reading")


@st.fragment
def _handles(function: VectorActivation, knobs: Controls, say: Reader, below: DeltaGenerator) -> None:
    at = knobs.handles(handles.words(function, say))
    z = np.array([at[p.name] for p in LOGITS])
    params = {p.name: at[p.name] for p in function.params}
    out = function(z, axis=-1, **params)
    with stage.numbers("largest"):
        st.metric(say("largest"), numbers.signed(float(out.max())))
    knobs.publish()
    code.tell(below, function, params)
    stage.answered(knobs)
