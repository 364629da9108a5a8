"""The wizard: four questions, a ranked answer, and the argument for and against it."""

import streamlit as st

from activations.advice import DIMENSIONS, MANY, advise
from ui import argument, language, opinions, url

say = language.reader("pages/learn/choose")
words = language.reader("advice")
fields = {
    d: url.choices(d, options, (), len(options)) if d in MANY else url.choice(d, options, None)
    for d, options in DIMENSIONS.items()
}


def ask(dimension: str) -> None:
    """One question; leaving it open is an answer too."""
    shared = {"format_func": lambda option: words(f"option_{option}"), "key": fields[dimension].key}
    if dimension in MANY:
        st.multiselect(words(dimension), DIMENSIONS[dimension], placeholder=say("open_many"), **shared)
    else:
        st.selectbox(words(dimension), DIMENSIONS[dimension], index=None, placeholder=say("open"), **shared)


url.restore(*fields.values())
st.title(say("title"))
language.prose(say, "lead")
for row in (("position", "task"), ("engineering", "symptom")):
    for dimension, column in zip(row, st.columns(2), strict=True):
        with column:
            ask(dimension)
url.publish(*fields.values())
argument.show(advise(**{dimension: st.session_state[field.key] for dimension, field in fields.items()}))
opinions.rules_of_thumb()
