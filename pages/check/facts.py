"""Every claim that is commonly made, with its verdict and its evidence: searchable and filtered."""

import streamlit as st

from labs.claim import VERDICTS
from labs.claims import CLAIMS
from ui.claims import card, filters
from ui.state import language, url

say = language.reader("pages/check/facts")

url.restore(*filters.FIELDS)
st.title(say("title"))
language.prose(say, "lead", all=len(CLAIMS), **{v: sum(c.verdict == v for c in CLAIMS.values()) for v in VERDICTS})
sheet = filters.draw(say)
with st.container(key="claims"):
    for claim in sheet:
        card.controls(claim).restore()
        card.show(claim, filters.told(claim))
filters.turn(say)
url.publish(*filters.FIELDS)
with st.expander(say("grades")):
    language.prose(say, "rule")
    language.prose(language.reader("ui"), "grades")
