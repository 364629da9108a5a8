"""Who uses what: history, models, fields of application, and what is still open."""

import streamlit as st

from ui.models import census, history, table, timeline
from ui.shell import page_shell
from ui.state import language, url

say = language.reader("pages/learn/models")

url.restore(*timeline.STATE, table.ORDER)
st.title(say("title"))
language.prose(say, "lead")
st.subheader(say("waves"))
history.waves(say)
st.subheader(say("census"))
census.show(say)

st.subheader(say("time"))
timeline.filters(say)
url.publish(*timeline.STATE, table.ORDER)
timeline.history(say)
st.caption(say("reading"))

st.subheader(say("stories"))
history.stories()

st.subheader(say("table"))
language.prose(say, "table_text")
table.show(say)
page_shell.link("swap", say("to_swap"))
timeline.notes(say)

st.subheader(say("fields"))
history.fields()

st.subheader(say("trends", as_of=history.AS_OF))
history.cards("trends")
st.subheader(say("challenges", as_of=history.AS_OF))
history.cards("challenges")
st.subheader(say("ahead", as_of=history.AS_OF))
history.cards("ahead")
timeline.bibliography(say, history.sources())
