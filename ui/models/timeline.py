"""The parts of the page about models: what the reader wants to see, the picture of history, notes and sources."""

import textwrap
from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from activations import CATALOGUE
from activations.history.models import EVENTS, FIELDS, PERIODS, REPORTED, Model, lane, lanes, models, time
from activations.sources import Source
from content import Reader
from figures import timeline
from ui import chart
from ui.shell.lazy_expander import lazy_expander
from ui.shell.nothing_found import nothing_found
from ui.state import language, names, url
from ui.text import citations, function_names

LANES = url.choice("follow", lanes(), None)
FOLLOW = replace(LANES, parse=lambda raw: LANES.parse(lane(names.find(raw) or raw)))  # a variant has no lane of its own
FIELD = url.choice("field", FIELDS, None)
PERIOD = url.choice("period", PERIODS, None)
STATE = (FOLLOW, FIELD, PERIOD)
GROUPS = ("threshold", "sigmoidal", "rectifier", "exponential", "self_gated", "gated", "other")
END = timeline.NOW + 0.2


def words() -> Reader:
    return language.reader("models")


def name(model: Model) -> str:
    """A proper noun, unless there is a word for it."""
    slot = f"model_{model.id}"
    return words()(slot) if slot in words() else model.name


def group(function: str) -> str:
    """The family of a function, as far as the picture tells families apart."""
    family = CATALOGUE[function].family
    return family if family in GROUPS else "other"


def filters(say: Reader) -> None:
    """Which function, which field, which period."""
    left, right = st.columns([1, 2], gap="medium")
    left.selectbox(
        say("follow"),
        lanes(),
        format_func=function_names.short,
        index=None,
        placeholder=say("anything"),
        key=FOLLOW.key,
    )
    right.segmented_control(say("period"), PERIODS, format_func=lambda p: say(f"period_{p}"), key=PERIOD.key)
    st.pills(say("field"), FIELDS, format_func=lambda f: words()(f"field_{f}"), key=FIELD.key, wrap=True)


def _span() -> tuple[float, float]:
    chosen = st.session_state[PERIOD.key]
    low, high = PERIODS[chosen] if chosen else (PERIODS["early"][0], END)
    return low, min(high, END)


def _within(when: str) -> bool:
    low, high = _span()
    return low <= time(when) < high


def followed(function: str) -> bool:
    return st.session_state[FOLLOW.key] in (None, lane(function))


def wanted() -> list[Model]:
    """The models that pass the filters."""
    return [
        m
        for m in models()
        if _within(m.when)
        and st.session_state[FIELD.key] in (None, m.field)
        and any(followed(use.function) for use in m.uses)
    ]


def _marks() -> list[timeline.Mark]:
    """Papers of the period on the functions in question, and the models that pass the filters."""
    chosen, fields = wanted(), st.session_state[FIELD.key]
    used = {lane(use.function) for m in chosen for use in m.uses}
    papers = [
        timeline.Mark(
            "papers",
            time(event.when),
            event.source.by if st.session_state[FOLLOW.key] else function_names.short(event.function),
            f"<b>{function_names.short(event.function)}</b> ({event.when})<br>{_quoted(event.source)}",
            group(event.function),
        )
        for event in EVENTS
        if _within(event.when) and followed(event.function) and (not fields or lane(event.function) in used)
    ]
    return papers + [timeline.Mark("models", time(m.when), name(m), _told(m), group(_main(m))) for m in chosen]


def _main(model: Model) -> str:
    """The function a model is drawn with: the followed one, else the first."""
    return next(use.function for use in model.uses if followed(use.function))


def _told(model: Model) -> str:
    uses = [f"{words()(f'place_{use.place}')}: {function_names.short(use.function)}" for use in model.uses]
    return "<br>".join([f"<b>{name(model)}</b> ({model.when})", *uses, *map(_quoted, model.sources)])


def _quoted(source: Source) -> str:
    """A source in short lines, with its grade."""
    line = f"{citations.plain(source)} {words()(f'grade_{source.grade.lower()}')}"
    return "<br>".join(textwrap.wrap(line, 60))


def history(say: Reader) -> None:
    """The picture; on a narrow screen it keeps its width and is swiped."""
    marks = _marks()
    if not marks:
        nothing_found(say("nothing"), *STATE)
        return
    kinds = {g: say("group_other") if g == "other" else language.reader("ui")(f"family_{g}") for g in GROUPS}
    there = {"papers": say("papers"), "models": say("models")}
    low, high = _span()
    if st.session_state[FOLLOW.key] and not st.session_state[PERIOD.key]:
        low = min(mark.when for mark in marks) - 1  # begin where the story of this function does
    figure, height = timeline.history(marks, there, kinds, (low, high), {"axis": say("axis")})
    width = timeline.PIXELS + 30
    chart.show(figure, key="history", alt=say("alt", count=len(marks)), height=height, width=width)


def notes(say: Reader) -> None:
    """What the grades mean, and what is to be minded about single models."""
    found = [(f"note_{m.id}", name(m)) for m in models() if f"note_{m.id}" in words()]
    facts = {key: reported.value for key, reported in REPORTED.items()}
    with st.expander(say("notes")):
        language.prose(language.reader("ui"), "grades")
        for slot, model in found:
            language.prose(words(), slot, name=model, **facts)


def cited(*sources: Source) -> None:
    """The sources of a paragraph in short, each with its grade; the title shows on the link."""
    listed = "; ".join(f"{citations.short(source)} {source.grade}" for source in sources)
    st.caption(f"**{words()('sources')}** {listed}")


def bibliography(say: Reader, sources: Iterable[Source]) -> None:
    """Every source of the page in full."""
    lines = [f"- {citations.full(s)} {words()(f'grade_{s.grade.lower()}')}" for s in sources]
    lazy_expander(say("bibliography"), lambda: st.markdown("\n".join(lines)), key="fold_bibliography")
