"""Several functions in one picture, and their computed properties in one table."""

import streamlit as st

from ui.choose import opinions
from ui.compare import comparison
from ui.state import language, url

say = language.reader("pages/learn/compare")

url.restore(*comparison.FIELDS)
st.title(say("title"))
language.prose(say, "lead")
acts = comparison.choose(say)
url.publish(*comparison.FIELDS)
if acts:
    comparison.show(acts, say)
else:
    st.info(say("empty"))
opinions.ladder()
