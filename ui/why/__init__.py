"""The scenes of the page on why networks need bending: for each some words, a picture, its sliders and its numbers."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from content import Reader
from ui.state import language
from ui.state.controls import Controls

SCENES = ("collapse", "xor", "neuron", "threshold", "ranges", "sparsity")  # in reading order


def heading(say: Reader, name: str) -> None:
    """The title of a scene with its number, or of what is no scene without one; and an anchor to link to."""
    number = f"{SCENES.index(name) + 1} · " if name in SCENES else ""
    st.header(number + say(f"title_{name}"), anchor=name, divider="gray")


def beside(say: Reader, name: str) -> Sequence[DeltaGenerator]:
    """Words on the left; the place below them, for sliders, and the place to their right, for the picture."""
    above, places = st.container(), st.columns([2, 3], gap="large")  # in every language, so that the picture stays
    with above if len(language.shown()) > 1 else places[0]:  # two languages need the whole width
        language.prose(say, f"words_{name}")
    places[0].markdown(f"**{say(f'hand_{name}')}**")
    return places


def above(say: Reader, name: str, **facts: object) -> None:
    """Two texts side by side; pictures follow below them."""
    for slot, column in zip((f"words_{name}", f"more_{name}"), language.pair(name), strict=True):
        with column:
            language.prose(say, slot, **facts)
    st.markdown(f"**{say(f'hand_{name}')}**")


def notes(say: Reader, *slots: str) -> dict[str, DeltaGenerator]:
    """Asides in frames, two in a row; the frames, for what else belongs in them."""
    frames = {}
    for row in zip(slots[::2], slots[1::2], strict=True):
        for slot, column in zip(row, language.pair(row[0]), strict=True):
            frames[slot] = column.container(border=True, height="stretch")
            with frames[slot]:
                language.prose(say, slot)
    return frames


def knobs(say: Reader, controls: Controls) -> dict[str, float]:
    """The sliders of a scene, each with its name in words; their values."""
    return controls.draw(lambda p: say(f"slider_{p.name}"))


def below(say: Reader, controls: Controls) -> tuple[dict[str, float], DeltaGenerator]:
    """The same below a wide picture, and the place for numbers beside them."""
    left, right = st.columns([2, 3], gap="large")
    with left:
        return knobs(say, controls), right


def metrics(*pairs: tuple[str, str]) -> None:
    """Labels and numbers side by side, as many in a row as there is room for."""
    with st.container(horizontal=True, gap="medium"):
        for label, value in pairs:
            st.metric(label, value, width="content")


def words(say: Reader, *slots: str) -> dict[str, str]:
    """The words that a picture needs."""
    return {slot: say(slot) for slot in slots}
