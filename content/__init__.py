"""Everything the reader reads: one TOML per unit, Chinese and English side by side in each slot."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent
LANGS = ("zh", "en")
NOT_SLOTS = {"languages", "glossary"}  # files of another form, with readers of their own
BLANK = re.compile(r"<<(\w+)(?::([^>]+))?>>")


@dataclass(frozen=True, slots=True)
class Text:
    """One slot in both languages; `covers` names the things to be taught that it teaches."""

    zh: str
    en: str
    covers: tuple[str, ...] = ()


@cache
def load(unit: str) -> dict[str, Text]:
    """Read `content/<unit>.toml`; a missing or unknown key in a slot is a TypeError."""
    with (ROOT / f"{unit}.toml").open("rb") as f:
        slots = tomllib.load(f)
    return {name: Text(**pair | {"covers": tuple(pair.get("covers", ()))}) for name, pair in slots.items()}


@cache
def languages() -> dict[str, dict[str, str]]:
    """The choices of the language switch: each id with its own name for itself and its HTML tag."""
    with (ROOT / "languages.toml").open("rb") as f:
        return tomllib.load(f)


def units() -> list[str]:
    """Every unit of text, by the name `load` knows it under."""
    paths = (p.relative_to(ROOT).with_suffix("").as_posix() for p in ROOT.rglob("*.toml"))
    return sorted(set(paths) - NOT_SLOTS)


def fill(text: str, facts: dict[str, object]) -> str:
    """Put numbers into the `<<name:format>>` blanks, with a true minus; KeyError where one is missing."""

    def written(blank: re.Match[str]) -> str:
        value = facts[blank[1]]
        shown = format(value, blank[2] or "")
        return shown if isinstance(value, str) else shown.replace("-", "\N{MINUS SIGN}")

    return BLANK.sub(written, text)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one unit aloud in `lang`: "zh", "en", or "both"."""

    unit: str
    lang: str

    def __call__(self, slot: str, **facts: object) -> str:
        """A label on one line; both languages are joined by a dot unless they say the same."""
        return " · ".join(dict.fromkeys(self.each(slot, **facts)))

    def each(self, slot: str, **facts: object) -> list[str]:
        """The text once for every language that is shown."""
        text = load(self.unit)[slot]
        shown = LANGS if self.lang == "both" else (self.lang,)
        return [fill(getattr(text, lang), facts).strip() for lang in shown]

    def cells(self, slot: str) -> list[str]:
        """The cells of a line such as "function | minimum", each in every language that is shown."""
        lines = [text.split(" | ") for text in self.each(slot)]
        return [" · ".join(dict.fromkeys(cell)) for cell in zip(*lines, strict=True)]

    def __contains__(self, slot: str) -> bool:
        return slot in load(self.unit)


def reader(unit: str, lang: str) -> Reader:
    """A reader of `content/<unit>.toml` in one language or both."""
    return Reader(unit, lang)
