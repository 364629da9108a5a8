"""Trained with one function, run with its neighbour: what changes, where it has happened, and what a config means."""

import streamlit as st

from ui.state import language
from ui.swap import cases, config, experiment, guess

say = language.reader("pages/lab/swap")

experiment.restore()
with st.container(key="title_swap"):
    st.title(say("title"), anchor=False)
guess.ask(say)
experiment.show(say)
experiment.publish()
language.prose(say, "lead", **experiment.SIZES)
st.subheader(say("cases"))
language.prose(say, "cases_lead")
cases.show(say)
st.subheader(say("config"))
language.prose(say, "config_lead")
config.show(say)
