"""The front door: a lamp under the hand, one way into the lesson, and ways for those who know what they want."""

import streamlit as st

from figures import lamp
from figures.svg import lamp as sign
from labs import dimmer
from ui import chart, site
from ui.shell import page_shell, stage
from ui.state import language
from ui.state.controls import Controls

say = language.reader("pages/learn/home")
KNOBS = Controls("dimmer", dimmer.PARAMS, alone=True)
POINT = Controls("", (dimmer.POINT,))
POINT.restore()
KNOBS.restore()
SLOPE, SHINE = "point/slope", "point/y"
NUMBERS = {"brightness": f"{{{SHINE}:2}}", "slope": f"{{{SLOPE}:2}}"}
CASES: dict[str, chart.Limits] = {
    "lit": {SLOPE: (None, dimmer.FLAT), SHINE: (0.5, None)},
    "out": {SLOPE: (None, dimmer.FLAT)},
    "slow": {SLOPE: (None, 5 * dimmer.FLAT)},
    "undecided": {SHINE: (0.25, 0.75)},
    "responds_now": {},
}


@st.fragment
def handles() -> None:
    for knobs in (POINT, KNOBS):
        knobs.handles(lambda p: say.cells(f"handle_{p.name}"))
        knobs.publish()


st.title(say("title"))
language.prose(say, "lead")
picture, hand = stage.places("lamp")
with hand:
    handles()
    st.caption(say("try"))
with picture:
    chart.show(
        lamp.dimmer({slot: say(slot) for slot in ("wish", "brightness", "responds")}),
        key="lamp",
        alt=say("alt"),
        live=[chart.Live(KNOBS.owner, KNOBS.followed())],
        probe=POINT.followed()[dimmer.POINT.name],
        stretch=6.0,
        sentence=[chart.Case(say.each(f"say_{name}", **NUMBERS), when) for name, when in CASES.items()],
        sign=chart.Sign(sign.svg(), SHINE),
        height=320,
    )
with st.container(horizontal=True, key="ways"):
    for name in ("why", "explore", "choose", "facts"):
        page_shell.link(name, say(f"to_{name}", steps=len(site.STEPS)))
for slot, place in zip(("switch", "after", "dimmer", "neuron"), [*language.pair("story")] * 2, strict=True):
    with place:
        language.prose(say, slot)
page_shell.link("why", language.reader("pages/learn/why")("ask_depth"), experiment="depth")  # where the slope decides
