"""Which language the reader reads: the switch, and prose in one column or two."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import content
from content import Reader
from content.locales import closest
from ui.state import url

LABELLED = (  # by Streamlit, in English
    "skip",
    "pages",
    "sidebar",
    "collapse",
    "expand",
    "heading",
    "selected",
    "remove",
    "clear_all",
    "clear",
    "empty",
    "open",
    "sheets",
    "previous",
    "next",
    "sheet",
)


def _of_the_browser() -> str:
    return closest(st.context.locale or content.LANGS[0])


def field() -> url.Field:
    return replace(url.choice("lang", content.languages(), _of_the_browser()), sticky=True)


def switch(label: str) -> None:
    """Draw the language switch; the choice is already in the session."""
    names = content.languages()
    st.segmented_control(
        label,
        list(names),
        key="lang",
        required=True,
        format_func=lambda lang: names[lang].name,
        label_visibility="collapsed",
    )


def reader(unit: str) -> Reader:
    """A reader of one unit in the language of this session."""
    return content.reader(unit, st.session_state.lang)


def prose(say: Reader, slot: str, **facts: object) -> None:
    """A paragraph; with two languages, side by side."""
    abreast(say.each(slot, **facts))


def abreast(texts: Sequence[str]) -> None:
    """The same text in one language, or in several side by side."""
    if len(texts) == 1:
        st.markdown(texts[0])
        return
    for place, text in zip(st.columns(len(texts)), texts, strict=True):
        place.markdown(text)


def shown() -> Sequence[str]:
    """The languages on screen."""
    return content.languages()[st.session_state.lang].shows


def pair(name: str) -> Sequence[DeltaGenerator]:
    """Two places side by side; one below the other while both languages share the width.

    Columns either way, or a picture in them would be drawn anew by the switch: the style sheet stacks them.
    """
    return st.container(key=f"pair_{name}").columns(2)


def tag() -> str:
    """The HTML language tag of what is shown."""
    return content.languages()[st.session_state.lang].tag


def others() -> list[str]:
    """The HTML language tags of what is shown beside the language of the page."""
    names = content.languages()
    return [names[lang].tag for lang in shown() if names[lang].tag != tag()]


def labels() -> dict[str, str]:
    """Our words for what Streamlit calls parts of its page, by its own, where they differ."""
    ours, say = content.load("ui"), reader("ui")
    pairs = [(ours[f"label_{part}"].en, say(f"label_{part}")) for part in LABELLED]
    return {english: said for english, said in pairs if said != english}
