"""A reader judges a claim before it is told: a verdict and how sure, then a reply to this very judgement."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

import content
from content import Reader
from labs import claims, court
from labs.claim import VERDICTS, Claim
from labs.court import SURE, Judgement
from ui.claims import card
from ui.shell import page_shell
from ui.shell.lazy_expander import lazy_expander
from ui.state import asking, language, url

GIVEN = url.Field("given", "", lambda raw: court.write(court.read(raw)), sticky=True)  # this visit's judgements


def given() -> dict[str, Judgement]:
    """What the reader has said so far, by claim."""
    return {one.claim: one for one in court.read(st.session_state[GIVEN.key])}


def asks(claim: Claim) -> bool:
    """Is its verdict still hidden from this reader?"""
    return asking.first() and claim.id not in given()


def show(claim: Claim) -> None:
    """A whole claim that asks first, and answers in a run of its own."""
    card.show(claim, partial(st.fragment(judge), claim))


def judge(claim: Claim) -> None:
    """Ask for a verdict, or reply to it; with asking switched off, tell."""
    if not asking.first():
        card.tell(claim)
        return
    with st.container(key=f"turning_{claim.id}"):
        if said := given().get(claim.id):
            reply(claim, said)
        else:
            ask(claim, _keep)
    url.publish(GIVEN)


def about(function_id: str, say: Reader) -> None:
    """The claims about one function, each folded behind what is said: without pictures."""
    found = claims.about(function_id)
    if not found:
        return
    url.restore(GIVEN)
    st.markdown(f"#### {say('claims')}")
    language.prose(say, "claims_lead", count=len(found))
    asking.switch()
    for claim in found:
        lazy_expander(" · ".join(card.said(claim)), partial(judge, claim), key=f"fold_{claim.id}")
    url.publish(GIVEN)
    page_shell.link("facts", say("to_facts"), fn=function_id)


def _keep(one: Judgement) -> None:
    st.session_state[GIVEN.key] = court.write([*given().values(), one])


def ask(claim: Claim, give: Callable[[Judgement], None]) -> None:
    """The possible verdicts, how sure, and one button; `give` hears what was said. Just to be shown is one press."""
    say, state = language.reader("court"), st.session_state
    for key, offered in (_verdict(claim), VERDICTS), (_sure(claim), SURE):
        if key in state:  # set anew, it outlives the labels of another language; what nobody offered does not
            state[key] = state[key] if state[key] in offered else None
    with st.form(f"judge_{claim.id}", border=False):
        names = language.reader(card.PAGE)
        across: dict[str, Any] = {"index": None, "horizontal": True}
        st.radio(say("judge"), VERDICTS, format_func=lambda v: names(f"verdict_{v}"), key=_verdict(claim), **across)
        st.radio(language.reader("ui")("sure"), SURE, format_func=asking.sureness(), key=_sure(claim), **across)
        with st.container(horizontal=True):
            pressed = partial(_given, claim, give)
            st.form_submit_button(say("give"), key=f"give_{claim.id}", type="primary", on_click=pressed)
            shown = partial(give, Judgement(claim.id))
            st.form_submit_button(say("show"), key=f"show_{claim.id}", type="tertiary", on_click=shown)
        if state.get("_unsaid") == claim.id:
            st.caption(say("unsaid"))


def _verdict(claim: Claim) -> str:
    return f"verdict_{claim.id}"


def _sure(claim: Claim) -> str:
    return f"sure_{claim.id}"


def _given(claim: Claim, give: Callable[[Judgement], None]) -> None:
    state = st.session_state
    verdict, sure = state[_verdict(claim)], state[_sure(claim)]
    state._unsaid = None if verdict in VERDICTS and sure in SURE else claim.id
    if not state._unsaid:
        give(Judgement(claim.id, verdict, sure))


def forget(claim: Claim) -> None:
    """What was chosen for it and not given, or given long ago."""
    for key in (_verdict(claim), _sure(claim)):
        st.session_state.pop(key, None)


def reply(claim: Claim, said: Judgement) -> None:
    """What this judgement deserves, and all there is to tell; the page's script brings the focus to its heading."""
    with st.container(key=f"arrive_reply_{claim.id}"):
        say, verdict = language.reader("court"), said.verdict
        if verdict is None:
            st.markdown(f"##### {say('shown')}")
        else:
            outcome = "right" if said.right else "missed"
            language.abreast(
                [f"##### {line}" for line in say.each(f"reply_{outcome}_{said.sure}", given=partial(_named, verdict))]
            )
        with st.container(key=f"spoken_{claim.id}"):
            st.markdown(card.badge(claim))
            if verdict is not None and not said.right:
                language.prose(say, f"pair_{verdict}_{claim.verdict}")
        card.explain(claim)


def _named(verdict: str, lang: str) -> str:
    return content.reader(card.PAGE, lang)(f"verdict_{verdict}")
