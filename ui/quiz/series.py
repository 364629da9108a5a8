"""Which exercise the reader is at: kinds, level, seed and number, all of them in the address."""

from random import SystemRandom
from typing import Any

import streamlit as st

from content import Reader
from labs import practice
from labs.practice.exercise import LEVELS, Exercise
from ui.state import url

KINDS = url.choices("kinds", practice.KINDS, (), len(practice.KINDS))
LEVEL = url.whole("level", LEVELS[0], LEVELS[-1])
SEED = url.whole("series", 0, 999_999)
NUMBER = url.whole("n", 1, 9999)
FIELDS = (KINDS, LEVEL, SEED, NUMBER)


def restore() -> None:
    """What the address says; whoever comes without one gets a series of their own."""
    fresh = url.silent(*FIELDS)
    url.restore(*FIELDS)
    if fresh and SEED.key not in st.session_state._kept and not st.session_state[SEED.key]:
        st.session_state[SEED.key] = SystemRandom().randint(1, 999_999)


def choose(say: Reader) -> None:
    """Level and kinds; another choice begins a series at its first exercise."""
    again: dict[str, Any] = {"on_change": url.reset, "args": (NUMBER,)}
    st.segmented_control(
        say("level"), LEVELS, format_func=lambda n: say(f"level_{n}"), key=LEVEL.key, required=True, **again
    )
    st.pills(
        say("kinds"),
        list(practice.KINDS),
        selection_mode="multi",
        format_func=lambda kind: say(f"kind_{kind}"),
        key=KINDS.key,
        wrap=True,
        **again,
    )


def current() -> Exercise:
    """The exercise at hand."""
    state = st.session_state
    return practice.of_series(state[KINDS.key], state[LEVEL.key], state[SEED.key], state[NUMBER.key])


def place() -> str:
    """What tells this exercise from all others."""
    return " ".join(field.write(st.session_state[field.key]) for field in FIELDS)


def advance() -> None:
    """To the next exercise, as a callback; after the last number follows another seed."""
    state = st.session_state
    if state[NUMBER.key] < 9999:
        state[NUMBER.key] += 1
    else:
        state[SEED.key], state[NUMBER.key] = (state[SEED.key] + 1) % 1_000_000, 1
