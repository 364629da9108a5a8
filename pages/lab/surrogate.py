"""Networks that bend one way forwards, and lend another slope on the way back."""

import streamlit as st

from ui import surrogate
from ui.state import language

say = language.reader("pages/lab/surrogate")

st.title(say("title"), anchor=False)
language.prose(say, "lead")
surrogate.show(say)
language.prose(say, "after")
