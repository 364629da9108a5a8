"""An element-wise function: f and f' in one picture, a point with its tangent, the computed facts."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from activations import measure
from activations.spec import Activation, Function, Param
from content import Reader
from figures import curves
from figures.samples.sight import windows
from figures.samples.window import NEARER, WINDOW
from ui import chart
from ui.explore import card, handles, neighbours
from ui.shell import stage
from ui.state import language
from ui.state.controls import Controls
from ui.text import code, function_text, measured
from ui.text.function_names import spelled

X0 = Param("x0", "x₀", default=-1.0, low=WINDOW[0], high=WINDOW[1], step=0.05)
POINT = Controls("", (X0,))
FLAT, WHOLE = measure.FLAT, (0.95, 1.05)  # slopes that let next to nothing through, and everything
CASES = {
    "flat": (-FLAT, FLAT),
    "falling": (None, 0.0),
    "part": (None, WHOLE[0]),
    "whole": WHOLE,
    "grows": (WHOLE[1], None),
}


def show(function: Function, say: Reader, below: DeltaGenerator) -> None:
    assert isinstance(function, Activation)
    knobs = Controls.of(function, alone=True)
    POINT.restore()
    knobs.restore()
    picture, hand = stage.places("function")
    neighbours.show(function.id, say)
    facts = card.places(say)
    with hand:
        _handles(function, knobs, say, facts, below)
    with picture:
        chart.show(
            curves.with_derivative(function, {slot: say(slot) for slot in ("dead", "flat", "band")}),
            key="picture",
            alt=say("alt", name=spelled(function.id), low=chart.BLANKS["low"], high=chart.BLANKS["high"]),
            live=[chart.Live(function.id, knobs.followed())],
            probe=POINT.followed()[X0.name],
            sentence=_sentence(say),
            zoom=chart.Zoom(f"far-{function.id}", windows(function), NEARER),
            height=480,
        )
    reading, formulas = language.pair("reading")
    with reading:
        language.prose(say, "reading")
        st.caption(say("card"))
    with formulas:
        function_text.formulas(function)
        measured.tell_slopes(function)


def _sentence(say: Reader) -> list[chart.Case]:
    """What happens to a gradient at the point; what has no slope is a corner or a jump."""
    numbers = {"x": "{point/x:2}", "y": "{point/y:2}", "slope": "{point/slope:2}"}
    cases = [chart.Case(say.each(f"say_{name}", **numbers), {"point/slope": limits}) for name, limits in CASES.items()]
    return [*cases, chart.Case(say.each("say_corner", x=numbers["x"]))]


@st.fragment
def _handles(act: Activation, knobs: Controls, say: Reader, facts: card.Places, below: DeltaGenerator) -> None:
    """The sliders and every number that depends on them: rerun alone when one is released.

    Few, short elements: each of them is sent again on every release.
    """
    words = handles.words(act, say)
    params, at = knobs.handles(words), POINT.handles(words)
    card.show(facts, act, params, at[X0.name])
    POINT.publish()
    knobs.publish()
    code.tell(below, act, params)
    stage.answered(POINT, knobs)
