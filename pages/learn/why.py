"""Why networks need activation functions: one experiment at a time, and what they add up to."""

from importlib import import_module

import streamlit as st

from ui.state import language
from ui.why import experiments

say = language.reader("pages/learn/why")

shown = experiments.arrive()
with st.container(key="title_why", horizontal=True, vertical_alignment="center"):
    st.title(say("title"), anchor=False, width="content")
    experiments.path(say)
import_module(f"ui.why.{shown}").show(say)
experiments.publish()
