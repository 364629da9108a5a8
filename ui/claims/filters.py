"""Which of the claims the reader wants to see: filters, search, and one sheet at a time."""

from functools import cache, partial
from typing import Any

import streamlit as st

import content
from activations import CATALOGUE
from content import BLANK, Reader
from labs.claim import VERDICTS, Claim
from labs.claims import CLAIMS, TOPICS, about
from ui.claims import judging
from ui.shell.nothing_found import nothing_found
from ui.state import asking, search, url
from ui.text import function_names

PER_SHEET = 8
NAMES = [name for name in CATALOGUE if about(name)]
VERDICT = url.choices("verdict", VERDICTS, (), len(VERDICTS))
FUNCTION = url.choice("fn", NAMES, None)
TOPIC = url.choice("topic", TOPICS, None)
SEARCH = url.words("q")
CLAIM = url.choice("claim", CLAIMS, None)
SHEET = url.whole("sheet", 1, -(-len(CLAIMS) // PER_SHEET))
FIELDS = (VERDICT, FUNCTION, TOPIC, SEARCH, CLAIM, SHEET)


def draw(say: Reader) -> list[Claim]:
    """The filters, and the claims that pass them, of the chosen sheet only."""
    if only := st.session_state[CLAIM.key]:
        st.button(say("all"), on_click=partial(url.reset, CLAIM), icon=":material/arrow_back:", key="all")
        return [CLAIMS[only]]
    _filters(say)
    found = passed()
    if found:
        st.caption(say("count", count=len(found), all=len(CLAIMS)))
    else:
        nothing_found(say("nothing"), VERDICT, FUNCTION, TOPIC, SEARCH)
    start = (st.session_state[SHEET.key] - 1) * PER_SHEET
    if start >= len(found):
        url.reset(SHEET)
        start = 0
    st.session_state._found = len(found)
    return found[start : start + PER_SHEET]


def passed() -> list[Claim]:
    """The claims that pass the filters, on all sheets."""
    return _answers(search.query(st.session_state[SEARCH.key]), [c for c in CLAIMS.values() if _wanted(c)])


def turn(say: Reader) -> None:
    """Below the sheet: the way to the others."""
    sheets = -(-st.session_state.get("_found", 0) // PER_SHEET)
    if sheets > 1 and not st.session_state[CLAIM.key]:
        st.pagination(sheets, key=SHEET.key)


def _filters(say: Reader) -> None:
    changed = partial(url.reset, SHEET)
    st.pills(
        say("verdict"),
        VERDICTS,
        selection_mode="multi",
        format_func=lambda verdict: say(f"verdict_{verdict}"),
        key=VERDICT.key,
        on_change=changed,
    )
    if st.session_state[VERDICT.key] and asking.first():
        st.caption(say("unjudged"))
    left, middle, right = st.columns([2, 2, 3], gap="medium")
    shared: dict[str, Any] = {"index": None, "placeholder": say("any"), "on_change": changed}
    names = [name for name in function_names.by_family() if name in NAMES]
    left.selectbox(say("function"), names, format_func=function_names.short, key=FUNCTION.key, **shared)
    middle.selectbox(say("topic"), TOPICS, format_func=lambda t: say(f"topic_{t}"), key=TOPIC.key, **shared)
    right.text_input(
        say("search"),
        type="search",
        placeholder=say("example"),
        max_chars=search.LONGEST,
        key=SEARCH.key,
        on_change=changed,
    )


def _wanted(claim: Claim) -> bool:
    state = st.session_state
    return (
        (not state[VERDICT.key] or claim.verdict in state[VERDICT.key] or judging.asks(claim))
        and (state[FUNCTION.key] is None or state[FUNCTION.key] in claim.functions)
        and state[TOPIC.key] in (None, claim.topic)
    )


def _answers(wanted: search.Query, claims: list[Claim]) -> list[Claim]:
    """The claims that a search finds: first those that say the words themselves; all of them for an empty search."""
    if wanted.blank:
        return claims
    ranked = [(hit, claim) for claim in claims if (hit := _rank(wanted, claim.id)) is not None]
    return [claim for _, claim in sorted(ranked, key=lambda pair: pair[0])]


def _rank(wanted: search.Query, claim_id: str) -> tuple[bool, int] | None:
    said, everything = _texts(claim_id)
    hit = search.rank(wanted, said)
    if hit is None:
        hit = search.rank(wanted, everything)
        return None if hit is None else (True, hit)
    return False, hit


@cache
def _texts(claim_id: str) -> tuple[search.Text, search.Text]:
    """What a search may find a claim by, in every language: the claim and its functions, and what is right besides."""
    claim = CLAIMS[claim_id]
    said, right = (_told(f"facts/{claim.topic}", f"{slot}_{claim_id}") for slot in ("said", "right"))
    names = [spelling for name in claim.functions for spelling in (name, *CATALOGUE[name].aliases)]
    shown = [words for name in claim.functions for words in _told(f"functions/{name}", "name")]
    words = [claim_id, *names, *said, *shown]
    return search.read(*words), search.read(*words, *right)


def _told(unit: str, slot: str) -> list[str]:
    return [BLANK.sub(" ", text) for text in content.in_every_language(unit, slot)]
