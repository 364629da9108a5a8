"""The experiments on why networks need bending: each a question, a picture with its sliders, one sentence, and more."""

from collections.abc import Callable, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from content import Reader
from ui.shell.lazy_expander import lazy_expander
from ui.shell.stage import places
from ui.state import language
from ui.state.controls import Controls


def stage(say: Reader, name: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """The question, and below it a place for the picture and one for what moves it."""
    st.header(say(f"ask_{name}"), anchor=False)
    picture, handles = places("why")
    handles.markdown(f":material/touch_app: :small[{say(f'hand_{name}')}]")
    return picture, handles


def twins(name: str, shares: Sequence[int] = (1, 1)) -> Sequence[DeltaGenerator]:
    """Places for two pictures side by side, on a phone as well."""
    return st.container(key=f"twin_{name}").columns(shares, gap="small")


def deeper(say: Reader, name: str, tell: Callable[[], object]) -> None:
    """What is worth knowing beyond the experiment, folded away."""
    lazy_expander(say("deeper"), tell, key=f"fold_{name}")


def words(say: Reader, name: str, **facts: object) -> None:
    """Two texts side by side."""
    for slot, column in zip((f"words_{name}", f"more_{name}"), language.pair(name), strict=True):
        with column:
            language.prose(say, slot, **facts)


def notes(say: Reader, *slots: str, **facts: object) -> dict[str, DeltaGenerator]:
    """Asides in frames, two in a row; the frames, for what else belongs in them."""
    frames = {}
    for row in zip(slots[::2], slots[1::2], strict=True):
        for slot, column in zip(row, language.pair(row[0]), strict=True):
            frames[slot] = column.container(border=True, height="stretch")
            with frames[slot]:
                language.prose(say, slot, **facts)
    return frames


def knobs(say: Reader, controls: Controls) -> dict[str, float]:
    """The sliders of an experiment, each with its name in words; their values."""
    return controls.draw(lambda p: say(f"slider_{p.name}"))


def metrics(*pairs: tuple[str, str]) -> None:
    """Labels and numbers side by side, as many in a row as there is room for."""
    with st.container(horizontal=True, gap="medium"):
        for label, value in pairs:
            st.metric(label, value, width="content")


def slots(say: Reader, *names: str) -> dict[str, str]:
    """The words that a picture needs."""
    return {name: say(name) for name in names}
