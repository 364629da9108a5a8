"""The wizard's questions: cards that lead on by themselves, with an answer in sight from the first."""

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from activations.choosing.advice import DIMENSIONS, MANY, advise
from activations.choosing.cases import CASES
from activations.choosing.rule import ANSWER_KINDS, LEARNERS
from content import Reader
from ui.server import pictures
from ui.state import language, url
from ui.text import function_names

STEPS = (*DIMENSIONS, "answer")
OPEN = "open"  # as older links say that a question is left open


def _one(dimension: str, options: tuple[str, ...]) -> url.Field:
    field = url.choice(dimension, options, None)
    return replace(field, parse=lambda raw: None if raw == OPEN else field.parse(raw))


FIELDS = {d: url.choices(d, o, (), len(o)) if d in MANY else _one(d, o) for d, o in DIMENSIONS.items()}
CASE = url.choice("case", CASES, None)
ABOUT = {"position": (), "task": ("whole",), "engineering": ("hidden",), "symptom": ("hidden", "gradient")}
Answers = dict[str, Any]


def step() -> url.Field:
    """Where the reader is: at the first question, or at the answer if any was given, unless the address says else."""
    return url.choice("step", STEPS, "answer" if any(own().values()) else STEPS[0])


def own() -> Answers:
    """What the reader has answered, by dimension; None or nothing where a question is left open."""
    return {dimension: st.session_state[field.key] for dimension, field in FIELDS.items()}


def answers() -> Answers:
    """The answers that count: those of the worked case that is being looked at, else the reader's own."""
    if (case := st.session_state[CASE.key]) is None:
        return own()
    return {dimension: CASES[case].get(dimension, field.default) for dimension, field in FIELDS.items()}


def _go(to: str) -> None:
    st.session_state.step = to


def path(say: Reader) -> None:
    """The steps, those with an answer ticked."""
    given = own()

    def named(one: str) -> str:
        return say(f"step_{one}") + (" ✓" if given.get(one) else "")

    st.segmented_control(
        say("steps"), STEPS, format_func=named, key="step", required=True, label_visibility="collapsed"
    )


def head(say: Reader) -> None:
    """What this is, beside the picture of all that is asked about; an answer stands by itself."""
    lead, picture = language.pair("head")
    with lead:
        language.prose(say, "lead")
    with picture.container(key="dimensions"):
        at = st.session_state.step
        lit = _lit(at)
        alt = say("alt_network", parts=say("comma").join(say(f"part_{part}") for part in lit) or say("part_none"))
        source = pictures.network_url(lit, at if at in DIMENSIONS else "", st.session_state.lang)
        st.markdown(f"![{alt}]({source})")


def ask(dimension: str, say: Reader) -> None:
    """One question, its options, and the bar that leads on."""
    words = language.reader("advice")
    st.header(words(dimension))
    language.prose(say, f"help_{dimension}")
    with st.container(key="cards"):
        _cards(dimension, words, say)
    at = STEPS.index(dimension)
    with st.container(key="onward", horizontal=True, vertical_alignment="center"):
        if at:
            st.button(say("back"), on_click=partial(_go, STEPS[at - 1]), icon=":material/arrow_back:", key="back")
        _so_far(say)
        st.button(_forward(dimension, say), on_click=partial(_go, STEPS[at + 1]), type="primary", key="forward")


def _forward(dimension: str, say: Reader) -> str:
    """What the way on is called: passing over a question is an answer too."""
    if not own()[dimension]:
        return say(f"none_{dimension}" if dimension in MANY else "skip")
    return say("to_answer" if STEPS.index(dimension) + 2 == len(STEPS) else "forward")


def _so_far(say: Reader) -> None:
    """The answer as it stands, one click away."""
    if any(own().values()):
        first = advise(**own()).ranking[0].function
        label = say("so_far", name=function_names.spelled(first))
        st.button(label, on_click=partial(_go, "answer"), type="tertiary", key="so_far")


def _lit(step: str) -> tuple[str, ...]:
    position = answers()["position"]
    if step in ("position", "answer") or position in ("gate", "attention"):
        return (position,) if position else ()
    return tuple(position if part in ("whole", "hidden") and position else part for part in ABOUT[step])


def _cards(dimension: str, words: Reader, say: Reader) -> None:
    """The options, each with what it means. Where only one can hold, choosing it leads to the next question."""
    several = dimension in MANY
    options = DIMENSIONS[dimension]
    st.session_state._before = st.session_state[dimension]
    st.pills(
        words(dimension),
        _fitting(options) if dimension == "task" else list(options),
        selection_mode="multi" if several else "single",
        format_func=lambda option: _card(option, words, say),
        key=FIELDS[dimension].key,
        on_change="rerun" if several else partial(_picked, dimension),
        label_visibility="collapsed",
        width="stretch",
        wrap=True,
    )
    if several:
        st.caption(say("open_many"))


def _picked(dimension: str) -> None:
    """A card that was chosen before stays chosen when it is pressed again: the reader wants to go on with it."""
    if st.session_state[dimension] is None:
        st.session_state[dimension] = st.session_state._before
    _go(STEPS[STEPS.index(dimension) + 1])


def _card(option: str, words: Reader, say: Reader) -> str:
    """The name of an option and what it means, in every language that is shown, as one label."""
    names, abouts = words.spoken(f"option_{option}"), say.spoken(f"about_{option}")
    return " ".join(f"**{name}** :small[{about}]" for (_, name), (_, about) in zip(names, abouts, strict=True))


def _fitting(options: tuple[str, ...]) -> list[str]:
    """The tasks that bear on the chosen position; whatever has been answered stays on offer."""
    position, task = (own()[dimension] for dimension in ("position", "task"))
    if position is None:
        return list(options)
    wanted = (*ANSWER_KINDS, *LEARNERS) if position == "output" else set(options) - set(ANSWER_KINDS)
    return [option for option in options if option in wanted or option == task]
