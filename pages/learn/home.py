"""The front door: a switch becomes a dimmer, and a lamp shows what a derivative is for."""

import streamlit as st

from figures import lamp
from labs import dimmer
from ui import chart, site
from ui.shell import page_shell
from ui.state import language
from ui.state.controls import Controls
from ui.text import numbers

say = language.reader("pages/learn/home")
OWNER = "dimmer"
KNOBS = Controls(OWNER, dimmer.PARAMS, alone=True)
KNOBS.restore()


@st.fragment
def dial() -> None:
    steepness = KNOBS.draw(lambda p: say(p.name))["steepness"]
    slope, width = dimmer.slope_at_zero(steepness), dimmer.responsive_width(steepness)
    left, right = st.columns(2)
    left.metric(say("slope"), numbers.signed(slope))
    right.metric(say("width"), numbers.signed(width, 3))
    KNOBS.publish()


st.title(say("title"))
language.prose(say, "lead")
words, picture = st.columns([2, 3], gap="large")
with words:
    language.prose(say, "switch")
    language.prose(say, "dimmer")
with picture:
    st.markdown(f"**{say('hand')}**")
    chart.show(
        lamp.dimmer({slot: say(slot) for slot in ("wish", "brightness")}),
        key="lamp",
        alt=say("alt"),
        live=[chart.Live(OWNER, KNOBS.followed())],
        height=360,
    )
    dial()
language.prose(say, "after")
language.prose(say, "neuron")
st.subheader(say("next"))
for name in site.PAGES:
    if name != site.HOME:
        page_shell.link(name, say(f"to_{name}"))
