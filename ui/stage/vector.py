"""A function of a whole vector: a slider for each score, the outputs as bars, the Jacobian as a heat map."""

import numpy as np
import streamlit as st

from activations.spec import Function, VectorActivation
from content import Reader
from ui import card, chart, families, language, sliders, story, url
from ui.plots import vectors


def show(function: Function, say: Reader) -> None:
    assert isinstance(function, VectorActivation)
    axes = families.knobs(function)
    url.restore(*sliders.fields(function.id, axes))
    bars, controls, heat = st.columns([3, 2, 3], gap="medium")
    with controls:
        _controls(function, say)
    live = [chart.Live(function.id, sliders.followed(function.id, axes))]
    words = {slot: say(slot) for slot in ("share", "input", "output")}
    with bars:
        st.markdown(f"**{say('shares')}**")
        chart.show(vectors.shares(function, words), key="shares", alt=say("alt_shares"), live=live, height=380)
    with heat:
        st.markdown(f"**{say('jacobian')}**")
        chart.show(vectors.jacobian(function, words), key="jacobian", alt=say("alt_jacobian"), live=live, height=380)
    language.prose(say, "vector_reading")
    story.formulas(function)


@st.fragment
def _controls(function: VectorActivation, say: Reader) -> None:
    axes = families.knobs(function)
    at = sliders.draw_all(function.id, axes)
    z = np.array([at[p.name] for p in families.logits()])
    out = function(z, axis=-1, **{p.name: at[p.name] for p in function.params})
    st.metric(say("largest"), card.signed(float(out.max())))
    url.publish(*sliders.fields(function.id, axes))
