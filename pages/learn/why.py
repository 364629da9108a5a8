"""Why networks need bending: six small experiments, one after another, and what they add up to."""

import streamlit as st

from activations.sources import bibliography
from ui import why
from ui.shell import page_shell
from ui.state import language
from ui.text import citations
from ui.why import collapse, neuron, ranges, sparsity, threshold, xor

SOURCES = (
    *("Hornik1989", "Leshno1993", "Glorot2011", "Bengio2013", "Saxe2013", "Xu2015"),
    *("Bertoin2021", "Li2022", "Mirzadeh2023"),
)
say = language.reader("pages/learn/why")

st.title(say("title"))
language.prose(say, "lead")
language.prose(say, "world")
for scene in (collapse, xor, neuron, threshold, ranges, sparsity):
    scene.show(say)

why.heading(say, "sum")
language.prose(say, "roles")
why.notes(say, "price", "three_roles", "four_properties", "reading")
st.subheader(say("next"))
for name in ("gallery", "explore", "choose"):
    page_shell.link(name, say(f"to_{name}"))
st.subheader(say("sources"))
st.markdown("\n".join(f"- {citations.full(bibliography()[key])}" for key in SOURCES))
