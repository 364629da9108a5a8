"""The words of the field: what each means in every language, how this lesson writes it, and where an index has it."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from content import ROOT, TRANSLATIONS, Text, stood_in
from content.locales import LANGS, further, speakers

HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Spellings:
    """Other ways of writing one term, in each home language."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """`also` may be written as well, `avoid` may not; a `background` term need not occur in the lesson.

    `pinyin` is how the Chinese name is read, "" for one without Chinese characters.
    """

    id: str
    topic: str
    name: Text
    meaning: Text
    also: Spellings
    avoid: Spellings
    functions: tuple[str, ...]
    background: bool
    pinyin: str


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
    pinyin: str = "",
) -> Term:
    said = Text(zh, en), Text(meaning["zh"], meaning["en"]), _spellings(also or {}), _spellings(avoid or {})
    return Term(name, topic, *said, tuple(functions), background, pinyin)


@cache
def terms() -> tuple[Term, ...]:
    """Every term, topic by topic; a missing or unknown key is a TypeError."""
    with (ROOT / "glossary.toml").open("rb") as f:
        topics = tomllib.load(f)
    return tuple(_term(topic, name, **entry) for topic, entries in topics.items() for name, entry in entries.items())


@dataclass(frozen=True, slots=True)
class Words:
    """What one language says of a term; empty where it has no words for it yet."""

    name: str = ""
    meaning: str = ""
    also: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


@cache
def translation(lang: str) -> dict[str, Words]:
    """What `content/translations/<lang>/glossary.toml` says, term by term; an unknown key is a TypeError."""
    path = TRANSLATIONS / lang / "glossary.toml"
    told = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    return {name: _told(**entry) for name, entry in told.items()}


def _told(*, name: str = "", meaning: str = "", also: Sequence[str] = (), avoid: Sequence[str] = ()) -> Words:
    return Words(name, meaning, tuple(also), tuple(avoid))


def called(term: Term, lang: str) -> str:
    """The name of a term in one language, or in the one that stands in."""
    return _said(term, "name", lang)


def meant(term: Term, lang: str) -> str:
    """Its meaning, likewise."""
    return _said(term, "meaning", lang)


def filed(term: Term, lang: str) -> str:
    """The letters under which an index in one language has it: of its name, or of how that is read if it is Chinese."""
    name = called(term, lang)
    letters = unicodedata.normalize("NFKD", term.pinyin if HAN.search(name) else name)
    return "".join(filter(str.isalnum, letters)).upper()


def _said(term: Term, part: str, lang: str) -> str:
    told = ((one, getattr(_words(term, one), part)) for one in speakers(lang))
    one, words = next((one, words) for one, words in told if words)
    if one != lang:
        stood_in(one)
    return words.strip()


def _words(term: Term, lang: str) -> Words:
    if lang not in LANGS:
        return translation(lang).get(term.id, Words())
    return Words(*(getattr(part, lang) for part in (term.name, term.meaning, term.also, term.avoid)))


def in_every_language(term: Term) -> list[Words]:
    """What a search looks through."""
    return [_words(term, lang) for lang in (*LANGS, *further())]
