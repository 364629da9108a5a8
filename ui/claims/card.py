"""A claim laid out: what is said, the verdict, what is right, the evidence, and the sources."""

import re
from collections.abc import Callable

import streamlit as st

from activations import CATALOGUE
from activations.sources import cite
from figures import claims as claim_figures
from labs import claims
from labs.claim import Cell, Claim, Evidence
from ui import chart
from ui.shell import course, laboratory
from ui.shell.trial import outcome
from ui.state import language
from ui.state.controls import Controls
from ui.text import citations, function_names, numbers, small_table

COLOURS = {"wrong": "red", "misleading": "orange", "outdated": "violet", "conditions": "blue", "correct": "green"}
PAGE = "pages/check/facts"
MINUS = re.compile(r"(?<![\w`)])-(?=\d)")  # of a number in a cell, not in code


def said(claim: Claim) -> list[str]:
    """What is commonly said, once for every language that is shown."""
    return language.reader(f"facts/{claim.topic}").each(f"said_{claim.id}")


def controls(claim: Claim) -> Controls:
    """The sliders of its picture."""
    return Controls(claim.id, claim.plot.knobs if claim.plot else ())


def show(claim: Claim, answer: Callable[[], object]) -> None:
    """The whole claim with its picture, in a frame of its own; `answer` draws what is right, or asks for a verdict."""
    with st.container(border=True, key=f"claim_{claim.id}"):
        _head(claim)
        if not claim.plot:
            answer()
        else:
            picture, words = language.pair(claim.id)
            with picture:
                _picture(claim)
            with words:
                answer()
        if claim.trial:
            _trial(claim)
        course.way_in(course.TOLD_BY[claim.topic])
        laboratory.of_topic(claim.topic)


def tell(claim: Claim) -> None:
    """The verdict, what is right, the evidence, and the sources."""
    st.markdown(badge(claim))
    explain(claim)


def explain(claim: Claim) -> None:
    """All of it but the verdict."""
    _body(claim)
    _sources(claim)


def _head(claim: Claim) -> None:
    names = " · ".join(dict.fromkeys(function_names.short(name) for name in claim.functions))
    st.caption(f"**{claim.id}**" + (f" {names}" if names else ""))
    language.abreast([f"#### {line}" for line in said(claim)])


def badge(claim: Claim) -> str:
    return f":{COLOURS[claim.verdict]}-badge[{language.reader(PAGE)(f'verdict_{claim.verdict}')}]"


def _body(claim: Claim) -> None:
    text, say = language.reader(f"facts/{claim.topic}"), language.reader(PAGE)
    found = claims.evidence(claim.id)
    facts = {**claim.reported, **found.numbers}
    language.prose(text, f"right_{claim.id}", **facts)
    if f"shown_{claim.id}" in text:
        language.prose(text, f"shown_{claim.id}", **facts)
    elif not claim.trial:
        st.caption(say("uncomputable"))
    _table(claim, found)


def _table(claim: Claim, found: Evidence) -> None:
    """The rows of the evidence as a small table."""
    if found.table:
        head = language.reader(f"facts/{claim.topic}").cells(f"table_{claim.id}")
        lines = [[_written(cell) for cell in row] for row in found.table]
        small_table.show(head, lines)


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return function_names.short(cell) if cell in CATALOGUE else MINUS.sub("\N{MINUS SIGN}", cell)
    return numbers.signed(cell, 6)


def _picture(claim: Claim) -> None:
    plot, text = claim.plot, language.reader(f"facts/{claim.topic}")
    assert plot
    names = claim_figures.names(plot)
    words = {name: function_names.short(name) if name in CATALOGUE else text(f"line_{name}") for name in names}
    axes = text.cells(f"axis_{claim.id}") if f"axis_{claim.id}" in text else ["x", ""]
    chart.show(
        claim_figures.figure(claim, words, *axes),
        key=f"picture_{claim.id}",
        alt=text(f"alt_{claim.id}"),
        live=[chart.Live(claim.id, controls(claim).followed())],
        height=320,
    )
    if plot.knobs:
        _knobs(claim)


@st.fragment
def _knobs(claim: Claim) -> None:
    controls(claim).draw()
    controls(claim).publish()


@st.fragment
def _trial(claim: Claim) -> None:
    """An experiment of some seconds, run when the reader asks for it."""
    say, text = language.reader(PAGE), language.reader(f"facts/{claim.topic}")
    assert claim.trial
    pressed = st.button(say("run"), key=f"run_{claim.id}", icon=":material/play_arrow:")
    if pressed and (found := outcome(say("running"), claims.trial, claim.id)):
        language.prose(text, f"ran_{claim.id}", **found.numbers)
        _table(claim, found)


def _sources(claim: Claim) -> None:
    say = language.reader(PAGE)
    lines = [f"{citations.full(s)} {say(f'grade_{s.grade.lower()}')}" for s in cite(*claim.sources)]
    st.caption("  \n".join(lines) if lines else say("elementary"))
