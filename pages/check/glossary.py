"""Words of the field to search, questions students ask, and what to read next."""

import streamlit as st

from activations import CATALOGUE
from ui.glossary import entries, questions, reading
from ui.state import language, url

say = language.reader("pages/check/glossary")
PARTS = ("words", "questions", "reading")
part = url.choice("part", PARTS, "words")


@st.fragment
def words() -> None:
    entries.show(say)


url.restore(part, entries.QUERY, entries.TOPIC)
st.title(say("title"))
language.prose(say, "summary", count=len(CATALOGUE))
st.segmented_control(say("part"), PARTS, format_func=lambda p: say(f"part_{p}"), key=part.key, required=True)
url.publish(part)
if st.session_state[part.key] == "words":
    language.prose(say, "keywords")
    words()
elif st.session_state[part.key] == "questions":
    questions.show(language.reader("questions"))
else:
    reading.show(language.reader("reading"))
