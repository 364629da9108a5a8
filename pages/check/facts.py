"""Every claim that is commonly made, with its verdict and its evidence: searchable and filtered."""

import streamlit as st

from labs.claim import VERDICTS
from labs.claims import CLAIMS
from ui import claims, finder, language, url

say = language.reader("pages/check/facts")

url.restore(*finder.FIELDS)
st.title(say("title"))
language.prose(say, "lead", all=len(CLAIMS), **{v: sum(c.verdict == v for c in CLAIMS.values()) for v in VERDICTS})
sheet = finder.draw(say)
for claim in sheet:
    url.restore(*claims.fields(claim))
    claims.show(claim)
finder.turn(say)
url.publish(*finder.FIELDS)
with st.expander(say("grades")):
    language.prose(say, "grading")
