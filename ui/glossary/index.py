"""The index of the glossary: words by letter, and the row of letters that leads to them."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import streamlit as st

from content import Reader
from content.glossary import HAN, Term, called, filed


def by_letter(found: Iterable[Term], lang: str) -> dict[str, list[Term]]:
    """Every letter that begins a word of this language, in order, with its words."""
    ordered = sorted(found, key=lambda term: filed(term, lang))
    return {letter: list(members) for letter, members in groupby(ordered, lambda term: filed(term, lang)[0])}


def order(found: Sequence[Term], lang: str, say: Reader) -> str:
    """By what it is sorted: while two languages share the page, it is the first."""
    return say("by_pinyin" if any(HAN.search(called(term, lang)) for term in found) else "by_letter")


def row(letters: Iterable[str], say: Reader) -> None:
    """The way to each letter; it stays in reach."""
    with st.container(key="letters"):
        st.markdown(" ".join([say("jump"), *(f"[{letter}](#{_anchor(letter)})" for letter in letters)]))


def heading(letter: str) -> None:
    st.subheader(letter, anchor=_anchor(letter))


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower()}"
