"""Two-faced neurons: one function forwards, the slope of another on the way back."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from activations.spec import Activation
from content import Reader
from labs.training.bends import ALL, ELEMENTWISE
from labs.training.tasks import Beginning
from ui.shell import stage
from ui.state import url
from ui.text import function_names
from ui.trainer import Lane, Layer, Rule, running, settings

UNTIL = 300  # steps
WIDTHS = (16, 16)
USUAL = Rule("adam", rate=0.01)


@dataclass(frozen=True, slots=True)
class Pair:
    """What bends, whose slope it is lent, and in which layer half of the units begin silent (0: in none)."""

    own: str
    lent: str
    silenced: int = 0


PAIRS = {"step": Pair("step", "sigmoid"), "relu": Pair("relu", "b_silu", silenced=1), "int8": Pair("int8", "identity")}
PAIR = url.choice("pair", PAIRS, "step")
FIELDS = (PAIR, settings.SEED)


def show(say: Reader) -> None:
    """The choice of a pair, and both networks: with its own slope, and with the one that it is lent."""
    url.restore(*FIELDS, *settings.COURSE)
    url.renew(*FIELDS)
    picture, handles = stage.places("lab_surrogate", (5, 3))
    with handles:
        st.radio(say("pair"), PAIRS, key=PAIR.key, format_func=lambda one: say(f"pair_{one}"))
        st.markdown(say(f"about_{st.session_state[PAIR.key]}"))
        st.number_input(say("seed"), 0, settings.SEEDS - 1, step=1, key=settings.SEED.key)
    url.publish(*FIELDS)
    pair, seed = PAIRS[st.session_state[PAIR.key]], st.session_state[settings.SEED.key]
    own, lent = ALL[pair.own], ALL[pair.lent]
    with picture:
        running.race(
            [_lane(own, None, say), _lane(own, lent, say)],
            UNTIL,
            key="surrogate",
            beginning=Beginning(widths=WIDTHS, seed=seed, silenced=pair.silenced),
            rule=USUAL,
            watch=bool(pair.silenced),
        )


def _lane(own: Activation, lent: Activation | None, say: Reader) -> Lane:
    layer = Layer(own, surrogate=Layer(lent) if lent else None)
    label = say("lent", own=_called(own), lent=_called(lent)) if lent else say("own", own=_called(own))
    return Lane(label, [layer] * len(WIDTHS))


def _called(act: Activation) -> str | Callable[[str], str]:
    """The catalogue's functions have names in every language."""
    return function_names.spelled(act.id) if act.id in ELEMENTWISE else act.name
