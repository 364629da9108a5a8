"""Scene 3: one neuron weighs, shifts and bends."""

from collections.abc import Sequence

import streamlit as st

from activations.spec import Activation
from content import Reader
from figures.neuron import neuron as figure
from labs.why import neuron
from ui import chart, why
from ui.state import language, url
from ui.state.controls import Controls
from ui.text import function_names, numbers, small_table

OWNER = "neuron"
KNOBS = Controls(OWNER, neuron.PARAMS)
CHOICE = url.choice(f"{OWNER}.fn", neuron.CHOICES, neuron.CHOICES[0])


def show(say: Reader) -> None:
    url.restore(CHOICE)
    KNOBS.restore()
    why.heading(say, OWNER)
    language.prose(say, "definition")
    below, right = why.beside(say, OWNER)
    with below:
        st.selectbox(say("pick"), neuron.CHOICES, format_func=function_names.short, key=CHOICE.key)
        (act,) = neuron.functions((st.session_state[CHOICE.key],))
        _numbers(say, act)
    with right:
        chart.show(
            figure(act, why.words(say, "input")),
            key="neuron",
            alt=say("alt_neuron", name=function_names.short(act.id)),
            live=[chart.Live(f"neuron_{act.id}", KNOBS.followed())],
            height=680,
        )
    url.publish(CHOICE)
    frames = why.notes(say, "order", "matrix", "door", "training_steps")
    with frames["door"]:
        head, *keepers = _door(say)
        small_table.show(head, keepers, rule="-:")


@st.fragment
def _numbers(say: Reader, act: Activation) -> None:
    """The sliders, one input followed on its way, and where the neuron bends."""
    at = why.knobs(say, KNOBS)
    values = (at["input"], *neuron.forward(act, **at))
    labels = ("x", "wx", "wx + b", "y = f(wx + b)")
    why.metrics(*zip(labels, (numbers.signed(round(value, 9)) for value in values), strict=True))
    st.caption(say("zero", at=numbers.signed(round(neuron.threshold(at["weight"], at["bias"]), 9))))
    KNOBS.publish()


def _door(say: Reader) -> list[Sequence[str]]:
    """What each doorkeeper lets through of each guest."""
    keepers = [
        (function_names.short(act.id), *(numbers.signed(round(float(act(z)), 3), 3) for z in neuron.GUESTS))
        for act in neuron.functions(neuron.DOOR)
    ]
    return [(say("guest"), *(numbers.signed(z) for z in neuron.GUESTS)), *keepers]
