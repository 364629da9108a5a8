"""What a reader chooses for networks that learn: data, size, start, order, optimiser. State of the address."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

import streamlit as st

from content import Reader
from labs.training.tasks import BATCHES, DEEPEST, DRAWN, SEEDS, STARTS, TASKS, Beginning, sketched
from ui.state import language, url
from ui.trainer import UNIT, Rule
from ui.trainer.turns import LONGEST, TURNS


def _drawn(letters: str) -> str:
    """A curve drawn by hand; ValueError for what is none."""
    if letters:
        sketched(letters)
    return letters


USUAL = Beginning()
RULES = {"adam": Rule("adam"), "momentum": Rule("momentum"), "descent": Rule("momentum", kept=0.0)}
NOISES, SIZES = ("0", "0.05", "0.1", "0.2", "0.3", "0.5"), ("50", "100", "200", "400")
RATES, DECAYS, LIMITS, WIDTHS = (
    ("0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1"),
    ("0", "0.001", "0.01", "0.1"),
    ("0", "0.1", "1"),
    ("2", "4", "8", "16", "32"),
)
TASK = url.choice("data", TASKS, USUAL.task)
NOISE = url.choice("noise", NOISES, "0.1")
SIZE = url.choice("size", SIZES, "200")
LAYERS = url.whole("layers", 1, DEEPEST, default=len(USUAL.widths))
UNITS = url.choice("units", WIDTHS, str(USUAL.widths[0]))
START = url.choice("start", STARTS, USUAL.start)
BATCH = url.choice("batch", tuple(map(str, BATCHES)), str(USUAL.batch))
RULE = url.choice("rule", RULES, "adam")
RATE = url.choice("rate", RATES, "0.01")
DECAY = url.choice("decay", DECAYS, "0")
LIMIT = url.choice("clip", LIMITS, "0")
SEED = url.whole("random", 0, SEEDS - 1)
HAND = url.Field("hand", "", _drawn)
COURSE = (url.whole("at", 0, LONGEST), TURNS)  # the step at which a run rests, and what was moved on the way
OPTIONS: dict[str, tuple[Sequence[object], Callable[[object], str]]] = {  # with the slots of those that need words
    NOISE.key: (NOISES, str),
    SIZE.key: (SIZES, str),
    LAYERS.key: (range(1, DEEPEST + 1), str),
    UNITS.key: (WIDTHS, str),
    START.key: (tuple(STARTS), lambda one: f"start_{one}"),
    BATCH.key: (tuple(map(str, BATCHES)), lambda one: f"batch_{one}"),
    RULE.key: (tuple(RULES), lambda one: f"rule_{one}"),
    RATE.key: (RATES, str),
    DECAY.key: (DECAYS, str),
    LIMIT.key: (LIMITS, lambda one: f"clip_{one}"),
}
FIELDS = (TASK, HAND, NOISE, SIZE, LAYERS, UNITS, START, BATCH, RULE, RATE, DECAY, LIMIT, SEED)


def readable(told: object) -> bool:
    """Whether a browser has told of a drawing."""
    with suppress(ValueError):
        return isinstance(told, str) and bool(_drawn(told))
    return False


def restore() -> None:
    """Before the widgets."""
    url.restore(*FIELDS, *COURSE)
    url.renew(*FIELDS)


def publish() -> None:
    """After the widgets."""
    url.publish(*FIELDS)


def beginning() -> Beginning:
    """What is the same for all networks."""
    state = st.session_state
    return Beginning(
        task=state[TASK.key],
        size=int(state[SIZE.key]),
        noise=float(state[NOISE.key]),
        widths=(int(state[UNITS.key]),) * state[LAYERS.key],
        start=state[START.key],
        batch=int(state[BATCH.key]),
        seed=state[SEED.key],
        drawn=state[HAND.key],
    )


def rule() -> Rule:
    """How they go downhill."""
    state = st.session_state
    kind = RULES[state[RULE.key]]
    rate, decay, most = (float(state[field.key]) for field in (RATE, DECAY, LIMIT))
    return replace(kind, rate=rate, decay=decay, most=most)


def draw() -> None:
    """All of it: what is learned, then the rest in rows."""
    say = language.reader(UNIT)
    st.pills(say("data"), TASKS, key=TASK.key, required=True, wrap=True, format_func=lambda one: say(f"data_{one}"))
    if st.session_state[TASK.key] == DRAWN:
        st.caption(say("draw_here"))
    rows = ((NOISE, SIZE, SEED), (LAYERS, UNITS, START), (RULE, RATE, BATCH), (DECAY, LIMIT))
    for row in rows:
        for field, place in zip(row, st.columns(len(row)), strict=True):
            with place:
                _one(field, say)


def _one(field: url.Field, say: Reader) -> None:
    if field is SEED:
        st.number_input(say("seed"), 0, SEEDS - 1, step=1, key=field.key)
        return
    options, spoken = OPTIONS[field.key]
    slots = {option: spoken(option) for option in options}
    shown = {option: say(slot) if slot in say else str(option) for option, slot in slots.items()}
    st.selectbox(say(field.key), list(shown), format_func=shown.__getitem__, key=field.key)
