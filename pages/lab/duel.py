"""Networks that learn side by side, with any functions of the catalogue."""

import streamlit as st

from ui import duel
from ui.state import language

say = language.reader("pages/lab/duel")

st.title(say("title"), anchor=False)
language.prose(say, "lead")
duel.show(say)
language.prose(say, "after")
