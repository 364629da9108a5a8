"""The wizard's questions: one at a time, with a picture of what each is about, and a way back."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

import content
from activations.choosing.advice import DIMENSIONS, MANY
from activations.choosing.cases import CASES
from activations.choosing.rule import ANSWER_KINDS
from content import Reader
from ui.server import pictures
from ui.state import language, url

STEPS = (*DIMENSIONS, "answer")
OPEN = "open"  # "not sure" is an answer the reader can see and choose
FIELDS = {
    d: url.choices(d, options, (), len(options)) if d in MANY else url.choice(d, (OPEN, *options), OPEN)
    for d, options in DIMENSIONS.items()
}
ABOUT = {"position": (), "task": ("whole",), "engineering": ("hidden",), "symptom": ("hidden", "gradient")}


def step() -> url.Field:
    """Where the reader is: at the first question, or at the answer if any was given, unless the address says else."""
    return url.choice("step", STEPS, "answer" if any(answers().values()) else STEPS[0])


def answers() -> dict[str, Any]:
    """What the reader has answered, by dimension; None or nothing where a question is left open."""
    given = {dimension: st.session_state[field.key] for dimension, field in FIELDS.items()}
    return {dimension: None if answer == OPEN else answer for dimension, answer in given.items()}


def _go(to: str) -> None:
    st.session_state.step = to


def cases(say: Reader) -> None:
    """Worked cases: one click fills in every answer."""
    now = {d: tuple(given) if d in MANY else given for d, given in answers().items() if given}
    st.session_state.case = next((name for name, case in CASES.items() if case == now), None)
    st.pills(say("cases"), CASES, format_func=lambda name: say(f"case_{name}"), key="case", on_change=_fill, wrap=True)


def _fill() -> None:
    case = CASES.get(st.session_state.case or "", {})
    for dimension, field in FIELDS.items():
        given = case.get(dimension, field.default)
        st.session_state[field.key] = list(given or ()) if dimension in MANY else given
    _go("answer" if case else STEPS[0])


def path(say: Reader) -> str:
    """The steps, those with an answer ticked; returns the one the reader is at."""
    given = answers()

    def named(one: str) -> str:
        return say(f"step_{one}") + (" ✓" if given.get(one) else "")

    st.segmented_control(
        say("steps"), STEPS, format_func=named, key="step", required=True, label_visibility="collapsed"
    )
    return st.session_state.step


def ask(dimension: str, say: Reader) -> None:
    """One question: what it means, its options, and the part of a network it is about."""
    words = language.reader("advice")
    question, picture = language.pair("question")
    with question:
        st.subheader(words(dimension))
        language.prose(say, f"help_{dimension}")
        _options(dimension, words, say)
    with picture:
        lit = _lit(dimension)
        alt = say("alt_network", parts=say("comma").join(say(f"part_{part}") for part in lit) or say("part_none"))
        st.markdown(f"![{alt}]({pictures.network_url(lit, st.session_state.lang)})")
    back, forward = st.columns(2)
    at = STEPS.index(dimension)
    if at:
        back.button(say("back"), on_click=partial(_go, STEPS[at - 1]), icon=":material/arrow_back:", width="stretch")
    label = say("forward" if at + 2 < len(STEPS) else "to_answer")
    forward.button(label, on_click=partial(_go, STEPS[at + 1]), type="primary", width="stretch", key="forward")


def _lit(dimension: str) -> tuple[str, ...]:
    position = answers()["position"]
    if dimension == "position" or position in ("gate", "attention"):
        return (position,) if position else ()
    about = ABOUT[dimension]
    return tuple(position if part in ("whole", "hidden") and position else part for part in about)


def _options(dimension: str, words: Reader, say: Reader) -> None:
    field, options = FIELDS[dimension], DIMENSIONS[dimension]
    if dimension in MANY:
        st.pills(
            words(dimension),
            options,
            selection_mode="multi",
            format_func=lambda option: words(f"option_{option}"),
            key=field.key,
            label_visibility="collapsed",
            wrap=True,
        )
        st.caption(say("open_many"))
        language.abreast(_explained(say, words, options))
        return
    offered = [OPEN, *(_fitting(options) if dimension == "task" else options)]
    st.radio(
        words(dimension),
        offered,
        format_func=lambda option: say("open") if option == OPEN else words(f"option_{option}"),
        captions=[say(f"about_{option}") for option in offered],
        key=field.key,
        label_visibility="collapsed",
    )


def _explained(say: Reader, words: Reader, options: Sequence[str]) -> list[str]:
    """What each option means, as a list in every language that is shown."""
    told = []
    for lang in language.shown():
        here, names = content.reader(say.unit, lang), content.reader(words.unit, lang)
        lines = [here("line", option=names(f"option_{o}"), about=here(f"about_{o}")) for o in options]
        told.append("\n".join(f"- {line}" for line in lines))
    return told


def _fitting(options: tuple[str, ...]) -> list[str]:
    """The tasks that bear on the chosen position; whatever has been answered stays on offer."""
    position, task = (answers()[dimension] for dimension in ("position", "task"))
    if position is None:
        return list(options)
    wanted = (*ANSWER_KINDS, "reinforcement") if position == "output" else set(options) - set(ANSWER_KINDS)
    return [option for option in options if option in wanted or option == task]
