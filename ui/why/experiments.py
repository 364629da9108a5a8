"""Which experiment is shown, and what an address says of it and of the others."""

import streamlit as st

from content import Reader
from labs.why import LABS, neuron
from ui.site import EXPERIMENTS, SUM
from ui.state import url
from ui.state.controls import Controls

KNOBS = {name: Controls(name, lab.PARAMS) for name, lab in LABS.items()}
CHOICE = url.choice("neuron.fn", neuron.CHOICES, neuron.CHOICES[0])


def state(name: str) -> list[url.Field]:
    """What an address may say of one experiment."""
    return [*(KNOBS[name].fields() if name in KNOBS else ()), *([CHOICE] if CHOICE.key.startswith(f"{name}.") else ())]


def place() -> url.Field:
    """The one on screen: unless the address says else, the first that is not as it was found, else the very first."""
    touched = (name for name in EXPERIMENTS if any(st.session_state[f.key] != f.default for f in state(name)))
    return url.choice("experiment", EXPERIMENTS, next(touched, EXPERIMENTS[0]))


def arrive() -> str:
    """Before anything is drawn: all that the address says, also of experiments that are not shown; which one is."""
    for one in EXPERIMENTS:
        url.restore(*state(one))
    url.restore(place())
    shown: str = st.session_state[place().key]
    if st.session_state.get("_experiment") != shown:  # its widgets were not there in the last run
        url.renew(*state(shown))
    st.session_state._experiment = shown
    return shown


def publish() -> None:
    """After the widgets, and after each release: the state of every experiment, and which one is shown."""
    for name in EXPERIMENTS:
        url.publish(*state(name))
    url.publish(place())


def path(say: Reader) -> None:
    """The experiments by number, to go to any of them."""

    def number(name: str) -> str:
        return say("sum_sign") if name == SUM else str(EXPERIMENTS.index(name) + 1)

    st.segmented_control(
        say("experiment"),
        EXPERIMENTS,
        format_func=number,
        key="experiment",
        required=True,
        label_visibility="collapsed",
        width="content",
    )
