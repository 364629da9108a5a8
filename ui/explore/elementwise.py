"""An element-wise function: f and f' in one picture, a point with its tangent, the computed facts."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from activations.spec import Activation, Function, Param
from content import Reader
from figures import curves
from figures.samples.window import WINDOW
from ui import chart
from ui.explore import card
from ui.shell import stage
from ui.state import language
from ui.state.controls import Controls
from ui.text import code, function_names, function_text, measured

X0 = Param("x0", "x₀", default=-1.0, low=WINDOW[0], high=WINDOW[1], step=0.05)
POINT = Controls("", (X0,))


def show(function: Function, say: Reader, below: DeltaGenerator) -> None:
    assert isinstance(function, Activation)
    knobs = Controls.of(function, alone=True)
    POINT.restore()
    knobs.restore()
    picture, handles = stage.places("function")
    facts = card.place()
    with handles:
        _handles(function, knobs, say, facts, below)
    with picture:
        chart.show(
            curves.with_derivative(function, {slot: say(slot) for slot in ("tangent", "dead", "flat", "band")}),
            key="picture",
            alt=say("alt", name=function_names.name(function.id)),
            live=[chart.Live(function.id, knobs.followed())],
            probe=POINT.followed()[X0.name],
            height=480,
        )
    reading, formulas = language.pair("reading")
    with reading:
        language.prose(say, "reading")
        st.caption(say("card"))
    with formulas:
        function_text.formulas(function)
        measured.tell_slopes(function)


@st.fragment
def _handles(act: Activation, knobs: Controls, say: Reader, facts: DeltaGenerator, below: DeltaGenerator) -> None:
    """The sliders and every number that depends on them: rerun alone when one is released.

    Few, short elements: each of them is sent again on every release.
    """
    params = knobs.draw()
    at = POINT.draw(lambda _: say("point"))
    card.show(facts, act, params, at[X0.name])
    POINT.publish()
    knobs.publish()
    code.tell(below, act, params)
