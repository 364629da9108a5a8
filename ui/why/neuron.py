"""One neuron weighs, shifts and bends."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from activations.spec import Activation
from content import Reader
from figures.neuron import neuron as figure
from labs.why import neuron
from ui import chart, why
from ui.shell import stage
from ui.state import language
from ui.text import function_names, numbers, small_table
from ui.why import experiments

OWNER = "neuron"
KNOBS = experiments.KNOBS[OWNER]


def show(say: Reader) -> None:
    picture, handles = why.stage(say, OWNER)
    with handles:
        st.selectbox(say("pick"), neuron.CHOICES, format_func=function_names.short, key=experiments.CHOICE.key)
        (act,) = neuron.functions((st.session_state[experiments.CHOICE.key],))
        _numbers(say, act)
        language.prose(say, "see_neuron")
    with picture:
        chart.show(
            figure(act, why.slots(say, "input")),
            key="neuron",
            alt=say("alt_neuron", name=function_names.spelled(act.id)),
            live=[chart.Live(f"neuron_{act.id}", KNOBS.followed())],
            height=470,
        )
    why.deeper(say, OWNER, partial(_more, say))


@st.fragment
def _numbers(say: Reader, act: Activation) -> None:
    """The sliders, one input followed on its way, and where the neuron bends."""
    at = why.knobs(say, KNOBS)
    values = (at["input"], *neuron.forward(act, **at))
    labels = ("x", "wx", "wx + b", "f(wx + b)")
    with stage.numbers("neuron"):
        why.metrics(*zip(labels, (numbers.signed(round(value, 9)) for value in values), strict=True))
        st.caption(say("zero", at=numbers.signed(round(neuron.threshold(at["weight"], at["bias"]), 9))))
        stage.answered(KNOBS)
    experiments.publish()


def _more(say: Reader) -> None:
    language.prose(say, "definition")
    language.prose(say, "words_neuron")
    frames = why.notes(say, "order", "matrix", "door", "training_steps")
    with frames["door"]:
        head, *keepers = _door(say)
        small_table.show(head, keepers, rule="-:")


def _door(say: Reader) -> list[Sequence[str]]:
    """What each doorkeeper lets through of each guest."""
    keepers = [
        (function_names.short(act.id), *(numbers.signed(round(float(act(z)), 3), 3) for z in neuron.GUESTS))
        for act in neuron.functions(neuron.DOOR)
    ]
    return [(say("guest"), *(numbers.signed(z) for z in neuron.GUESTS)), *keepers]
