"""What the reader answers, how sure they are, what this deserves, and how the visit goes."""

from dataclasses import dataclass

import streamlit as st

from content import Reader
from labs.court import SURE
from labs.practice import number
from labs.practice.exercise import Exercise
from ui.quiz import spoken
from ui.state import asking, language
from ui.text import numbers

TOLD = 0  # just shown
LONGEST = number.LONGEST
SLATE = "_quiz"  # in the session: exercises answered so far


@dataclass(frozen=True, slots=True)
class Answer:
    """What was given and how sure the reader was; None, and `TOLD`, if the answer was just shown."""

    given: float | None
    sure: int
    right: bool
    typed: str = ""


def _slate() -> dict[str, Answer]:
    return st.session_state.setdefault(SLATE, {})


def key(place: str) -> str:
    """Of the box that the answer is in."""
    return f"_given {place}"


def reply_to(place: str) -> Answer | None:
    return _slate().get(place)


def buttons(say: Reader, exercise: Exercise, place: str) -> None:
    """Answer with a confidence, or have it shown; what could not be read is said in one line."""
    if trouble := st.session_state.pop("_quiz_trouble", None):
        st.warning(say(f"trouble_{trouble}"))
    st.caption(say("how_sure"))
    words = asking.sureness()
    with st.container(horizontal=True, key="quiz_answer"):
        for sure in reversed(SURE):
            st.button(words(sure), on_click=_answer, args=(exercise, place, sure), key=f"sure_{sure}")
        st.button(say("told"), on_click=_answer, args=(exercise, place, TOLD), key="told", type="tertiary")


def _answer(exercise: Exercise, place: str, sure: int) -> None:
    if sure == TOLD:
        _slate()[place] = Answer(None, TOLD, False)
        return
    given = st.session_state.get(key(place))
    try:
        found = _chosen(exercise, given) if exercise.options else number.read(str(given or ""))
    except ValueError:
        st.session_state._quiz_trouble = "choice" if exercise.options else "number"
    else:
        typed = spoken.LETTERS[int(found)] if exercise.options else str(given).strip()
        _slate()[place] = Answer(found, sure, exercise.error(found) is None, typed)


def _chosen(exercise: Exercise, given: object) -> int:
    """The place of the option; ValueError if there is none."""
    if not isinstance(given, int) or not 0 <= given < len(exercise.options):
        raise ValueError
    return given


def reply(say: Reader, exercise: Exercise, answer: Answer) -> None:
    """Right or not, the belief behind what was given, and what is right with its reason."""
    facts = {"given": f"`{answer.typed.replace('`', ' ')}`", "answer": _right(exercise)}
    if answer.given is None:
        st.info(say("shown", **facts))
    elif answer.right:
        st.success(f"{say('right', **facts)} {say(f'calm_{answer.sure}')}")
    else:
        st.error(f"{say('wrong', **facts)} {say(f'jolt_{answer.sure}')}")
        error = exercise.error(answer.given)
        assert error
        spoken.prose(error)
    spoken.prose(exercise.why)
    for formula in exercise.solution:
        st.latex(formula)


def _right(exercise: Exercise) -> object:
    """For a blank: the number, or the letter and what it stands for."""
    if not exercise.options:
        return numbers.signed(exercise.value)
    words, letter = exercise.options[exercise.right].words, spoken.LETTERS[exercise.right]
    if not words:
        return letter
    said = spoken.part(words)
    return lambda lang: f"{letter}. {said(lang)}"


def score(say: Reader) -> None:
    """How this visit goes so far, by confidence."""
    given = [one for one in _slate().values() if one.given is not None]
    if not given:
        return
    parts = []
    for sure in reversed(SURE):
        some = [one.right for one in given if one.sure == sure]
        if some:
            parts.append(say(f"score_{sure}", right=sum(some), all=len(some)))
    language.prose(say, "score", right=sum(one.right for one in given), all=len(given))
    st.caption("  \n".join(parts))
