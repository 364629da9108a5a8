"""Every claim that is commonly made: judged first, then told with its evidence; singly, in a round, or by a class."""

import streamlit as st

from labs.claim import VERDICTS
from labs.claims import CLAIMS
from ui.claims import card, filters, hands, judging, rounds
from ui.state import asking, language, url

say = language.reader("pages/check/facts")
FIELDS = (*filters.FIELDS, judging.GIVEN, rounds.ROUND, hands.VIEW)


def claims() -> None:
    """The list, with all its filters."""
    language.prose(say, "lead", all=len(CLAIMS), **{v: sum(c.verdict == v for c in CLAIMS.values()) for v in VERDICTS})
    court = language.reader("court")
    with st.container(horizontal=True, vertical_alignment="center"):
        asking.switch()
        rounds.offer(court)
        hands.offer(court)
    sheet = filters.draw(say)
    with st.container(key="claims"):
        for claim in sheet:
            card.controls(claim).restore()
            judging.show(claim)
    filters.turn(say)


url.restore(*FIELDS)
st.title(say("title"))
if hands.wanted():
    hands.show()
elif now := rounds.under_way():
    rounds.show(now)
else:
    claims()
url.publish(*FIELDS)
with st.expander(say("grades")):
    language.prose(say, "rule")
    language.prose(language.reader("ui"), "grades")
