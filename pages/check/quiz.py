"""Exercises without end, answered with a confidence and replied to with a reason."""

import streamlit as st

from ui.quiz import answering, series, sheet
from ui.state import language, url

say = language.reader("pages/check/quiz")

series.restore()
st.title(say("title"), anchor=False)
language.prose(say, "lead")
sheet.show(say, series.current(), series.place())
answering.score(say)
series.choose(say)  # below, so that the question is what a small screen shows first
url.publish(*series.FIELDS)
