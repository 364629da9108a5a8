"""One exercise laid out: its question, its pictures, what may be answered, and the reply."""

import streamlit as st

from content import Reader
from labs.practice.exercise import Exercise
from ui.quiz import answering, series, spoken
from ui.state import language


def show(say: Reader, exercise: Exercise, place: str) -> None:
    """The question, then the way to answer it or, once it is answered, the reply."""
    with st.container(border=True, key="quiz_sheet"):
        st.subheader(say("number", n=st.session_state[series.NUMBER.key]), anchor=False)
        spoken.prose(exercise.ask)
        for formula in exercise.formulas:
            st.latex(formula)
        for phrase in exercise.given:
            language.abreast(
                [f"- {text}" for text in language.reader(spoken.UNIT).each(phrase.slot, **spoken.facts(phrase))]
            )
        if exercise.picture:
            spoken.pictures(say, [exercise.picture], lettered=False)
        if shown := [option.picture for option in exercise.options if option.picture]:
            spoken.pictures(say, shown, lettered=True)
        if (answered := answering.reply_to(place)) is None:
            _box(say, exercise, answering.key(place))
            answering.buttons(say, exercise, place)
        else:
            _listed(exercise)
            answering.reply(say, exercise, answered)
            st.button(say("next"), on_click=series.advance, type="primary", key="next", icon=":material/arrow_forward:")


def _labels(exercise: Exercise) -> list[str]:
    """The options as they stand in a list: a letter, and what it stands for if that is said in words."""
    pairs = zip(spoken.LETTERS, exercise.options, strict=False)
    return [f"{letter}. {spoken.line(option.words)}" if option.words else letter for letter, option in pairs]


def _box(say: Reader, exercise: Exercise, key: str) -> None:
    """Where the answer goes: a list to choose from, or a line to type into."""
    if not exercise.options:
        st.text_input(say("type"), key=key, max_chars=answering.LONGEST, placeholder=say("example"))
        return
    labels = _labels(exercise)
    across = not exercise.options[0].words
    st.radio(say("pick"), range(len(labels)), None, labels.__getitem__, key=key, horizontal=across)


def _listed(exercise: Exercise) -> None:
    """The options once more, below which the reply stands."""
    if exercise.options and exercise.options[0].words:
        st.markdown("\n".join(f"- {label}" for label in _labels(exercise)))
