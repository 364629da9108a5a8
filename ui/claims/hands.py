"""A claim for a whole room: large, its verdict hidden until a key is pressed, and the next one by a key."""

from functools import partial
from typing import Literal

import streamlit as st

from content import Reader
from labs.claim import VERDICTS, Claim
from labs.claims import CLAIMS
from ui.claims import card, filters
from ui.state import language, url

VIEW = url.choice("view", ("hands",), None)
REVEALED = "_revealed"  # the claim whose verdict is shown: not in the address, so a link shows none
KEYS = {"previous": "PageUp", "reveal": "V", "next": "PageDown"}  # those that a presenter's remote sends to turn pages


def offer(say: Reader) -> None:
    """One press shows the claims that pass the filters to a room, the first of them first."""
    st.button(say("hands"), key="hands_open", icon=":material/front_hand:", on_click=_open)


def wanted() -> bool:
    return bool(st.session_state[VIEW.key])


def show() -> None:
    """The claim, the verdicts to vote on, and the keys; once it is revealed, all there is to tell."""
    say, order = language.reader("court"), _order()
    claim = CLAIMS[st.session_state[filters.CLAIM.key] or order[0]]
    at, revealed = order.index(claim.id), st.session_state.get(REVEALED) == claim.id
    with st.container(key="turning_hands"):
        _keys(order, at, revealed, say)
        with st.container(key="hands"), st.container(key=f"{'asked' if revealed else 'arrive'}_{claim.id}"):
            st.caption(say("step", at=at + 1, all=len(order)))
            language.abreast([f"## {line}" for line in card.said(claim)])
            if not revealed:
                names = language.reader(card.PAGE)
                st.markdown(say("vote") + "\n" + "\n".join(f"1. {names(f'verdict_{one}')}" for one in VERDICTS))
        if revealed:
            _told(claim)
    st.caption(say("keys", **KEYS))


def _told(claim: Claim) -> None:
    with st.container(key=f"arrive_told_{claim.id}"):
        with st.container(key=f"spoken_{claim.id}"):
            st.markdown(f"### {card.badge(claim)}")
        card.explain(claim)


def _order() -> list[str]:
    """The claims that pass the filters if the one on screen is among them, else all."""
    found, at = [claim.id for claim in filters.passed()], st.session_state[filters.CLAIM.key]
    return found if found and at in (None, *found) else list(CLAIMS)


def _keys(order: list[str], at: int, revealed: bool, say: Reader) -> None:
    page = language.reader(card.PAGE)
    with st.container(horizontal=True):
        before, after = order[at - 1], order[(at + 1) % len(order)]
        _key("previous", say("previous"), partial(_go, before))
        _key("reveal", say("cover" if revealed else "reveal"), partial(_turn, order[at]))
        _key("next", say("next"), partial(_go, after))
        st.button(page("all"), key="leave", icon=":material/arrow_back:", type="tertiary", on_click=_leave)


def _key(name: str, label: str, press: partial[None]) -> None:
    kind: Literal["primary", "secondary"] = "primary" if name == "reveal" else "secondary"
    st.button(label, key=f"hands_{name}", on_click=press, shortcut=KEYS[name], type=kind)


def _open() -> None:
    st.session_state[VIEW.key] = "hands"
    st.session_state[REVEALED] = None


def _go(id: str) -> None:
    st.session_state[filters.CLAIM.key] = id
    st.session_state[REVEALED] = None


def _turn(id: str) -> None:
    st.session_state[REVEALED] = None if st.session_state.get(REVEALED) == id else id


def _leave() -> None:
    url.reset(VIEW, filters.CLAIM)
