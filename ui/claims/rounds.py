"""A round of ten claims: one at a time, then how many were right, how sure against how right, and those missed."""

import random
from functools import partial

import streamlit as st

from content import Reader
from labs import court
from labs.claims import CLAIMS
from labs.court import Judgement, Round
from ui.claims import card, judging, result
from ui.state import language, url

ROUND = url.Field("round", "", lambda raw: str(court.read_round(raw)))  # a seed or claims, and the answers so far
SHOWN = (
    "_replied"  # the round whose newest answer is being replied to: not in the address, a link opens what comes next
)


def offer(say: Reader) -> None:
    """One press draws a round."""
    st.button(say("round"), key="round_new", icon=":material/gavel:", on_click=_draw)


def under_way() -> Round | None:
    """The round that the reader is in."""
    return court.read_round(raw) if (raw := st.session_state[ROUND.key]) else None


def show(now: Round) -> None:
    """A question, the reply to an answer, or what the round has shown; and the way out."""
    say = language.reader("court")
    st.button(language.reader(card.PAGE)("all"), key="leave", icon=":material/arrow_back:", on_click=_leave)
    with st.container(key="turning_round"):
        if st.session_state.get(SHOWN) == str(now) and now.given:
            _replied(now, say)
        elif claim := now.next:
            _asked(now, claim.id, say)
        else:
            with st.container(key="arrive_result"):
                result.show(now, say)
                _onward(now, say)


def _asked(now: Round, id: str, say: Reader) -> None:
    with st.container(key=f"arrive_{id}"):
        _progress(now, len(now.given) + 1, say)
    card.controls(CLAIMS[id]).restore()
    card.show(CLAIMS[id], partial(judging.ask, CLAIMS[id], _answer))


def _replied(now: Round, say: Reader) -> None:
    newest = now.given[-1]
    with st.container(key=f"answered_{newest.claim}"):
        _progress(now, len(now.given), say)
    claim = CLAIMS[newest.claim]
    card.controls(claim).restore()
    card.show(claim, partial(judging.reply, claim, newest))
    label = say("next" if now.next else "to_result")
    st.button(label, key="next", type="primary", icon=":material/arrow_forward:", on_click=_next)


def _progress(now: Round, at: int, say: Reader) -> None:
    st.markdown(f"## {say('step', at=at, all=len(now.claims))}")
    st.progress(len(now.given) / len(now.claims))


def _onward(now: Round, say: Reader) -> None:
    with st.container(horizontal=True):
        if now.missed:
            again = court.of(one.claim for one in now.missed)
            st.button(say("again"), key="again", icon=":material/replay:", on_click=partial(_begin, again))
        st.button(say("another"), key="another", type="primary", icon=":material/gavel:", on_click=_draw)


def _draw() -> None:
    _begin(court.drawn(random.randrange(court.SEEDS)))


def _begin(new: Round) -> None:
    for id in new.claims:
        judging.forget(CLAIMS[id])
    st.session_state[ROUND.key] = str(new)


def _answer(one: Judgement) -> None:
    now = under_way()
    if now and now.next and now.next.id == one.claim:  # a press that came twice answers once
        st.session_state[ROUND.key] = st.session_state[SHOWN] = str(now.answered(one))


def _next() -> None:
    st.session_state[SHOWN] = None


def _leave() -> None:
    url.reset(ROUND)
