"""Exercises without end, answered with a confidence and replied to with a reason."""

import streamlit as st

from ui.quiz import answering, series, sheet
from ui.state import language, url

say = language.reader("pages/check/quiz")

series.restore()
st.title(say("title"), anchor=False)
language.prose(say, "lead")
series.choose(say)
sheet.show(say, series.current(), series.place())
answering.score(say)
url.publish(*series.FIELDS)
