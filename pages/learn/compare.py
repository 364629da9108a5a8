"""Several functions on one pair of axes, and their computed properties in one table."""

import streamlit as st

from activations import CATALOGUE
from activations.spec import Activation
from ui import chart, language, menu, opinions, sliders, story, table, url
from ui.plots import curves

MOST = 6
say = language.reader("pages/learn/compare")
options = menu.by_family(Activation)
picks = url.choices("fns", options, ("sigmoid", "relu", "elu", "gelu"), len(options))
view = url.choice("view", ("f", "slope", "both"), "f")

url.restore(picks, view)
st.title(say("title"))
language.prose(say, "lead")
st.multiselect(say("pick"), options, format_func=menu.short, key=picks.key, placeholder=say("none"), max_selections=12)
st.segmented_control(
    say("view"), ("f", "slope", "both"), format_func=lambda v: say(f"view_{v}"), key=view.key, required=True
)
url.publish(picks, view)
acts = [a for i in st.session_state[picks.key] if isinstance(a := CATALOGUE[i], Activation)]
url.restore(*(field for act in acts for field in sliders.fields(act.id, act.params)))

drawn = acts[:MOST]
with_knobs = [act for act in drawn if act.params]


@st.fragment
def numbers() -> None:
    for act, column in zip(with_knobs, st.columns(max(len(with_knobs), 1)), strict=False):
        with column:
            sliders.draw_all(act.id, act.params, f"{menu.short(act.id)}: ")
            url.publish(*sliders.fields(act.id, act.params))
    table.show(acts, say)
    story.script(acts, say)


if len(acts) > MOST:
    st.info(say("too_many", most=MOST))
if acts:
    names = {act.id: menu.short(act.id) for act in drawn}
    chart.show(
        curves.overlay(drawn, names, st.session_state[view.key]),
        key="overlay",
        alt=say("alt", names=", ".join(names.values())),
        live=[chart.Live(act.id, sliders.followed(act.id, act.params)) for act in drawn],
        height=460,
    )
    numbers()
else:
    st.info(say("empty"))
opinions.ladder()
