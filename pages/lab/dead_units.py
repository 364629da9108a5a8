"""Units that no point reaches, and whether training brings them back."""

import streamlit as st

from ui import dead_units
from ui.state import language

say = language.reader("pages/lab/dead_units")

st.title(say("title"), anchor=False)
language.prose(say, "lead")
dead_units.show(say)
language.prose(say, "after")
