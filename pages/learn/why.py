"""Why networks need activation functions: one experiment at a time, and what they add up to."""

import streamlit as st

from ui.state import language
from ui.why import collapse, depth, experiments, neuron, ranges, sparsity, summary, threshold, xor

SCENES = {
    "collapse": collapse,
    "xor": xor,
    "neuron": neuron,
    "threshold": threshold,
    "depth": depth,
    "ranges": ranges,
    "sparsity": sparsity,
    "sum": summary,
}
say = language.reader("pages/learn/why")

shown = experiments.arrive()
with st.container(key="title_why", horizontal=True, vertical_alignment="center"):
    st.title(say("title"), anchor=False, width="content")
    experiments.path(say)
SCENES[shown].show(say)
experiments.publish()
