"""What the experiments add up to, and where the words come from."""

import streamlit as st

from activations.sources import bibliography
from content import Reader
from ui import why
from ui.state import language
from ui.text import citations

SOURCES = (
    *("Hornik1989", "Leshno1993", "GlorotBengio2010", "NairHinton2010", "Glorot2011", "Krizhevsky2012", "Bengio2013"),
    *("Saxe2013", "He2015", "Ioffe2015", "Xu2015", "Bertoin2021", "Li2022", "Mirzadeh2023"),
)


def show(say: Reader) -> None:
    st.header(say("title_sum"), anchor=False)
    language.prose(say, "roles")
    why.notes(say, "price", "three_roles", "four_properties", "reading")
    st.subheader(say("sources"))
    st.markdown("\n".join(f"- {citations.full(bibliography()[key])}" for key in SOURCES))
