"""Everything the reader reads: one TOML per unit, Chinese and English side by side in each slot.

A further language is a folder of such files in `translations/`, and speaks through another where it has no words.
"""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache

from content.forms import BLANK as BLANK
from content.forms import Forms, read
from content.forms import fill as fill
from content.locales import LANGS as LANGS
from content.locales import ROOT, further, languages, speakers

TRANSLATIONS = ROOT / "translations"
NOT_SLOTS = {"languages", "glossary"}  # files of another form, with readers of their own

_stand_ins: ContextVar[set[str] | None] = ContextVar("_stand_ins", default=None)


@dataclass(frozen=True, slots=True)
class Text:
    """One slot in both home languages, as it is said of most numbers; `forms` has what is said of others.

    `covers` names the things to be taught that it teaches.
    """

    zh: str
    en: str
    covers: tuple[str, ...] = ()
    forms: Mapping[str, Forms] = field(default_factory=dict, hash=False)


def _text(*, covers: tuple[str, ...] | list[str] = (), **said: str | dict[str, str]) -> Text:
    forms = {lang: read(words) for lang, words in said.items()}
    return Text(**{lang: one.other for lang, one in forms.items()}, covers=tuple(covers), forms=forms)


@cache
def load(unit: str) -> dict[str, Text]:
    """Read `content/<unit>.toml`; a missing or unknown key in a slot is a TypeError."""
    with (ROOT / f"{unit}.toml").open("rb") as f:
        return {slot: _text(**entry) for slot, entry in tomllib.load(f).items()}


@cache
def translation(unit: str, lang: str) -> dict[str, Forms]:
    """What `content/translations/<lang>/<unit>.toml` says, slot by slot; nothing if there is no such file yet."""
    path = TRANSLATIONS / lang / f"{unit}.toml"
    return {slot: read(said) for slot, said in tomllib.loads(path.read_text("utf-8")).items()} if path.exists() else {}


def units() -> list[str]:
    """Every unit of text, by the name `load` knows it under."""
    paths = (p for p in ROOT.rglob("*.toml") if not p.is_relative_to(TRANSLATIONS))
    return sorted({p.relative_to(ROOT).with_suffix("").as_posix() for p in paths} - NOT_SLOTS)


def in_every_language(unit: str, slot: str) -> list[str]:
    """What a slot says wherever there are words for it, each once: what a search looks through."""
    home = load(unit)[slot]
    told = (translation(unit, lang).get(slot) for lang in further())
    return list(dict.fromkeys([home.zh, home.en, *(forms.other for forms in told if forms)]))


@dataclass(frozen=True, slots=True)
class Said:
    """What a slot says to readers of one language, and in which it is said; `stands_in` if they would miss theirs."""

    lang: str
    forms: Forms
    stands_in: bool

    def aloud(self, facts: Mapping[str, object]) -> str:
        """With facts in the blanks; one that can be called is told the language, and says how it is called there."""
        if self.stands_in:
            stood_in(self.lang)
        here = {name: fact(self.lang) if callable(fact) else fact for name, fact in facts.items()}
        return self.forms.filled(here, languages()[self.lang].plural)


@cache
def _book(unit: str, lang: str) -> dict[str, list[Said]]:
    """Every slot, once for each language that is shown."""
    return {slot: [_said(unit, slot, shown) for shown in languages()[lang].shows] for slot in load(unit)}


def _said(unit: str, slot: str, lang: str) -> Said:
    home = load(unit)[slot]
    told = ((one, home.forms.get(one) or translation(unit, one).get(slot)) for one in speakers(lang))
    alike = home.zh == home.en  # a name or code: needs no translation
    return next(Said(one, forms, one != lang and not alike) for one, forms in told if forms)


@contextmanager
def stand_ins() -> Iterator[set[str]]:
    """The languages that speak in the place of another while this is open."""
    found: set[str] = set()
    before = _stand_ins.set(found)
    try:
        yield found
    finally:
        _stand_ins.reset(before)


def stood_in(lang: str) -> None:
    """Note for `stand_ins` that this language has spoken for another."""
    if (found := _stand_ins.get()) is not None:
        found.add(lang)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one unit aloud to readers of `lang`: one language, or several side by side."""

    unit: str
    lang: str

    def __call__(self, slot: str, **facts: object) -> str:
        """A label on one line; several languages are joined by dots unless they say the same."""
        return " · ".join(dict.fromkeys(self.each(slot, **facts)))

    def each(self, slot: str, **facts: object) -> list[str]:
        """The text once for every language that is shown."""
        return [said.aloud(facts) for said in _book(self.unit, self.lang)[slot]]

    def spoken(self, slot: str, **facts: object) -> list[tuple[str, str]]:
        """The same, each text after the language it is in."""
        return [(said.lang, said.aloud(facts)) for said in _book(self.unit, self.lang)[slot]]

    def cells(self, slot: str) -> list[str]:
        """The cells of a line such as "function | minimum", each in every language that is shown."""
        lines = [text.split(" | ") for text in self.each(slot)]
        return [" · ".join(dict.fromkeys(cell)) for cell in zip(*lines, strict=True)]

    def __contains__(self, slot: str) -> bool:
        return slot in load(self.unit)


def reader(unit: str, lang: str) -> Reader:
    """A reader of `content/<unit>.toml` for readers of one language or of several."""
    return Reader(unit, lang)
