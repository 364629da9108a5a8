"""Phrases of exercises in the reader's language, functions by name, and pictures with their words."""

from base64 import b64encode
from collections.abc import Callable
from html import escape
from typing import Any

import streamlit as st

import content
from activations import CATALOGUE
from content import Reader
from figures.svg import exercise as drawn
from labs.practice.exercise import Fact, Phrase, Picture, Setting
from ui.state import language
from ui.text import function_names, numbers

LETTERS = "ABCDEFGH"
UNIT = "practice"


def facts(phrase: Phrase) -> dict[str, object]:
    """What fills the blanks of a phrase."""
    return {name: _fact(fact) for name, fact in phrase.facts.items()}


def _fact(fact: Fact) -> object:
    if isinstance(fact, Setting):
        return _named(fact)
    return function_names.spelled(fact) if isinstance(fact, str) and fact in CATALOGUE else fact


def _named(one: Setting) -> Callable[[str], str]:
    """A function with its parameters, as each language writes it."""
    symbols = {p.name: p.symbol for p in one.act.params}
    tail = ", ".join(f"{symbols[name]} = {numbers.signed(value)}" for name, value in one.params)

    def spelled(lang: str) -> str:
        name = function_names.short(one.id, lang)
        return content.reader(UNIT, lang)("setting", name=name, values=tail) if tail else name

    return spelled


def line(phrase: Phrase) -> str:
    """On one line."""
    if phrase.slot:
        return language.reader(UNIT)(phrase.slot, **facts(phrase))
    return " · ".join(dict.fromkeys(map(part(phrase), language.shown())))


def part(phrase: Phrase) -> Callable[[str], str]:
    """For a blank of another text, which is in the same language."""
    told: dict[str, Any] = facts(phrase)
    return lambda lang: content.reader(UNIT, lang)(phrase.slot, **told) if phrase.slot else told["f"](lang)


def prose(phrase: Phrase) -> None:
    """As a paragraph, in each language shown."""
    language.prose(language.reader(UNIT), phrase.slot, **facts(phrase))


def pictures(say: Reader, shown: list[Picture], lettered: bool) -> None:
    """Pictures side by side as far as the width allows, each with its letter; their heights are told to those who
    do not see them."""
    cells = []
    for letter, picture in zip(LETTERS, shown, strict=False):
        heights = "; ".join(drawn.readings(y) for y in reversed(picture.lines))
        alt = escape(say("alt_option", letter=letter, heights=heights) if lettered else say("alt", heights=heights))
        head = f"<figcaption>{letter}</figcaption>" if lettered else ""
        source = f"data:image/svg+xml;base64,{b64encode(drawn.svg(picture).encode()).decode()}"
        cells.append(f'<figure>{head}<img src="{source}" alt="{alt}"></figure>')
    st.html(f'<div class="quiz-pictures">{"".join(cells)}</div>')
