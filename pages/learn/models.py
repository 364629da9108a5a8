"""Who uses what: history, models, fields of application, and what is still open."""

import streamlit as st

from ui import language, models, retrospect, roster, url

say = language.reader("pages/learn/models")

url.restore(*models.STATE)
st.title(say("title"))
language.prose(say, "lead")
models.filters(say)
url.publish(*models.STATE)
models.history(say)
st.caption(say("reading"))

st.subheader(say("stories"))
retrospect.stories()

st.subheader(say("waves"))
retrospect.waves(say)

st.subheader(say("table"))
language.prose(say, "table_text")
roster.show(say)
models.notes(say)

st.subheader(say("fields"))
retrospect.fields()

st.subheader(say("trends", as_of=retrospect.AS_OF))
retrospect.cards("trends")
st.subheader(say("challenges", as_of=retrospect.AS_OF))
retrospect.cards("challenges")
st.subheader(say("ahead", as_of=retrospect.AS_OF))
retrospect.cards("ahead")
models.bibliography(say, retrospect.sources())
