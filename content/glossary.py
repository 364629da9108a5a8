"""The words of the field: what each means in both languages, and how this lesson writes it."""

import tomllib
from dataclasses import dataclass
from functools import cache

from content import ROOT, Text


@dataclass(frozen=True, slots=True)
class Spellings:
    """Other ways of writing one term, language by language."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """`also` may be written as well, `avoid` may not; a `background` term need not occur in the lesson."""

    id: str
    topic: str
    name: Text
    meaning: Text
    also: Spellings
    avoid: Spellings
    functions: tuple[str, ...]
    background: bool


def _spellings(entry: dict[str, list[str]]) -> Spellings:
    return Spellings(**{lang: tuple(words) for lang, words in entry.items()})


def _term(
    topic: str,
    name: str,
    *,
    zh: str,
    en: str,
    meaning: dict[str, str],
    also: dict[str, list[str]] | None = None,
    avoid: dict[str, list[str]] | None = None,
    functions: tuple[str, ...] | list[str] = (),
    background: bool = False,
) -> Term:
    spellings = _spellings(also or {}), _spellings(avoid or {})
    return Term(name, topic, Text(zh, en), Text(meaning["zh"], meaning["en"]), *spellings, tuple(functions), background)


@cache
def terms() -> tuple[Term, ...]:
    """Every term, topic by topic; a missing or unknown key is a TypeError."""
    with (ROOT / "glossary.toml").open("rb") as f:
        topics = tomllib.load(f)
    return tuple(_term(topic, name, **entry) for topic, entries in topics.items() for name, entry in entries.items())
