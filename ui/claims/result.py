"""What a round has shown: how many were right, how sure against how right, and which to come back to."""

from functools import partial

import streamlit as st

import content
from content import Reader
from labs import court
from labs.claim import VERDICTS
from labs.claims import CLAIMS
from labs.court import SURE, Judgement, Round
from ui.claims import card
from ui.state import asking, language
from ui.text import function_names, small_table

BLOCK, FULL = "\N{FULL BLOCK}", 10  # a bar of text, and how long it is where all are right
ENOUGH, NAMED = 2, 3  # guesses of which a share may be spoken; functions that a missed claim leads to


def show(now: Round, say: Reader) -> None:
    """The score, the calibration, and the claims that were missed."""
    st.markdown(f"## {say('result')}")
    right = sum(one.right for one in now.given)
    language.prose(say, "score", right=right, all=len(now.given), side=sum(one.right_side for one in now.given))
    _calibration(now, say)
    if now.missed:
        _missed(now, say)


def _calibration(now: Round, say: Reader) -> None:
    steps = court.calibration(now.given)
    st.markdown(f"#### {say('calibration')}")
    words = asking.sureness()
    rows = [(words(sure), *_row(*steps[sure])) for sure in SURE]
    small_table.show(say.cells("calibration_head"), rows)
    said, right = steps[SURE[-1]]
    if said:
        language.prose(say, "sure_held" if right == said else "sure_failed", missed=said - right, all=said)
    guessed, lucky = steps[SURE[0]]
    if guessed >= ENOUGH and 2 * lucky >= guessed:
        language.prose(say, "guessed_well")
    st.caption(say("few", chance=f"{1 / len(VERDICTS):.0%}"))


def _row(said: int, right: int) -> tuple[str, str, str]:
    if not said:
        return "0", "\N{EN DASH}", ""
    return str(said), str(right), f"{BLOCK * round(FULL * right / said)} {right / said:.0%}"


def _missed(now: Round, say: Reader) -> None:
    st.markdown(f"#### {say('missed')}")
    for one in now.missed:
        language.abreast([_line(one, lang) for lang in language.shown()])
    again = str(court.of(one.claim for one in now.missed))
    language.prose(say, "later", address=f"facts?round={again}&lang={st.session_state.lang}")


def _line(one: Judgement, lang: str) -> str:
    """The claim, both verdicts, and the ways to it and to its functions."""
    claim, names, say = CLAIMS[one.claim], content.reader(card.PAGE, lang), content.reader("court", lang)
    said = content.reader(f"facts/{claim.topic}", lang)(f"said_{claim.id}")
    verdict = partial("verdict_{}".format)
    here = f"lang={st.session_state.lang}"
    ways = [f"[{claim.id}](facts?claim={claim.id}&{here})"]
    ways += [f"[{function_names.short(id, lang)}](explore?fn={id}&{here})" for id in claim.functions[:NAMED]]
    given = names(verdict(one.verdict)) if one.verdict else say("unanswered")
    facts = {"said": said, "truth": names(verdict(claim.verdict)), "given": given, "ways": " · ".join(ways)}
    return "- " + say("missed_line", **facts)
