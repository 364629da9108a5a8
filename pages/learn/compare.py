"""Several functions in one picture, and their computed properties in one table."""

import streamlit as st

from ui.choose import opinions
from ui.compare import comparison, opening
from ui.state import language

say = language.reader("pages/learn/compare")

opening.restore()
st.title(say("title"))
language.prose(say, "lead")
comparison.show(say)
opinions.ladder()
