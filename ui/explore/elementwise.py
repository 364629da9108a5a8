"""An element-wise function: f and f' in one picture, a point with its tangent, the computed facts."""

import streamlit as st

from activations.spec import Activation, Function
from content import Reader
from figures import curves
from ui import chart
from ui.explore import card
from ui.state import language, sliders, url
from ui.text import code, function_names, function_text, measured


def show(function: Function, say: Reader) -> None:
    assert isinstance(function, Activation)
    url.restore(sliders.field(sliders.POINT), *sliders.fields(function.id, function.params, alone=True))
    picture, controls = st.columns([3, 2], gap="medium")
    with controls.container(key="card"):
        _controls(function, say)
    with picture:
        chart.show(
            curves.with_derivative(function, {slot: say(slot) for slot in ("tangent", "dead", "flat", "band")}),
            key="picture",
            alt=say("alt", name=function_names.name(function.id)),
            live=[chart.Live(function.id, sliders.followed(function.id, function.params))],
            probe=sliders.follow(sliders.POINT),
            height=640,
        )
    reading, formulas = language.pair("reading")
    with reading:
        language.prose(say, "reading")
        st.caption(say("card"))
    with formulas:
        function_text.formulas(function)
        measured.tell_slopes(function)


@st.fragment
def _controls(act: Activation, say: Reader) -> None:
    """The sliders and every number that depends on them: rerun alone when one is released.

    Few, short elements: each of them is sent again on every release.
    """
    params = sliders.draw_all(act.id, act.params)
    x0 = sliders.draw(sliders.POINT, sliders.POINT.name, say("point"))
    card.show(act, params, x0)
    url.publish(sliders.field(sliders.POINT), *sliders.fields(act.id, act.params, alone=True))
    code.follow()
