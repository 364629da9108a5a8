"""Every claim that is commonly made: judged first, then told with its evidence."""

import streamlit as st

from labs.claim import VERDICTS
from labs.claims import CLAIMS
from ui.claims import card, filters, judging
from ui.state import asking, language, url

say = language.reader("pages/check/facts")
FIELDS = (*filters.FIELDS, judging.GIVEN)


def claims() -> None:
    """The list, with all its filters."""
    language.prose(say, "lead", all=len(CLAIMS), **{v: sum(c.verdict == v for c in CLAIMS.values()) for v in VERDICTS})
    asking.switch()
    sheet = filters.draw(say)
    with st.container(key="claims"):
        for claim in sheet:
            card.controls(claim).restore()
            judging.show(claim)
    filters.turn(say)


url.restore(*FIELDS)
st.title(say("title"))
claims()
url.publish(*FIELDS)
with st.expander(say("grades")):
    language.prose(say, "rule")
    language.prose(language.reader("ui"), "grades")
