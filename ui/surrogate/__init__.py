"""Two-faced neurons: one function forwards, the slope of another on the way back."""

import streamlit as st

from activations.spec import Activation
from content import Reader
from labs.training.bends import ALL
from labs.training.tasks import Beginning
from ui.shell import stage
from ui.state import url
from ui.trainer import Lane, Layer, Rule, running, settings

UNTIL = 300  # steps
WIDTHS = (16, 16)
USUAL = Rule("adam", rate=0.01)
PAIRS = {"step": ("step", "sigmoid"), "relu": ("relu", "b_silu"), "int8": ("int8", "identity")}
PAIR = url.choice("pair", PAIRS, "step")
FIELDS = (PAIR, settings.SEED)


def show(say: Reader) -> None:
    """The choice of a pair, and both networks: with its own slope, and with the one that it is lent."""
    url.restore(*FIELDS, settings.STEP)
    url.renew(*FIELDS)
    picture, handles = stage.places("lab_surrogate", (5, 3))
    with handles:
        st.radio(say("pair"), PAIRS, key=PAIR.key, format_func=lambda one: say(f"pair_{one}"))
        st.markdown(say(f"about_{st.session_state[PAIR.key]}"))
        st.number_input(say("seed"), 0, settings.SEEDS - 1, step=1, key=settings.SEED.key)
    url.publish(*FIELDS)
    pair = st.session_state[PAIR.key]
    own, lent = (ALL[name] for name in PAIRS[pair])
    with picture:
        running.race(
            [_lane(own, None, say), _lane(own, lent, say)],
            UNTIL,
            key="surrogate",
            beginning=Beginning(widths=WIDTHS, seed=st.session_state[settings.SEED.key], silenced=int(pair == "relu")),
            rule=USUAL,
            watch=pair == "relu",
        )


def _lane(own: Activation, lent: Activation | None, say: Reader) -> Lane:
    layer = Layer(own, surrogate=Layer(lent) if lent else None)
    label = say("lent", own=own.name, lent=lent.name) if lent else say("own", own=own.name)
    return Lane(label, [layer] * len(WIDTHS))
