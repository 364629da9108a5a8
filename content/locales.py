"""The languages as data: what each calls itself, what it shows, who stands in for it, and how it counts."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from babel.plural import PluralRule

ROOT = Path(__file__).parent
LANGS = ("zh", "en")  # at home here: side by side in every slot
FOREIGN = "en"  # for readers of none of the languages


@dataclass(frozen=True, slots=True)
class Language:
    """A choice of the language switch: `shows` are the languages it lays side by side, for most itself alone.

    What a language has no words for is said in its `fallback`; `plural` tells the category of a number.
    """

    name: str
    tag: str
    shows: tuple[str, ...]
    fallback: str
    plural: PluralRule


def _language(
    lang: str,
    *,
    name: str,
    tag: str,
    shows: Sequence[str] = (),
    fallback: str = "",
    plural: Mapping[str, str] | None = None,
) -> Language:
    return Language(name, tag, tuple(shows) or (lang,), fallback, PluralRule(plural or {}))


@cache
def languages() -> dict[str, Language]:
    """The choices of the language switch by id; a missing or unknown key is a TypeError."""
    with (ROOT / "languages.toml").open("rb") as f:
        return {lang: _language(lang, **entry) for lang, entry in tomllib.load(f).items()}


@cache
def further() -> tuple[str, ...]:
    """The languages that are not at home here: each has a folder in `translations/`."""
    return tuple(lang for lang, one in languages().items() if lang not in LANGS and one.shows == (lang,))


@cache
def speakers(lang: str) -> tuple[str, ...]:
    """The language itself and who stands in for it, one after another; the last is at home and has words for all."""
    chain = [lang]
    while chain[-1] not in LANGS:
        fallback = languages()[chain[-1]].fallback
        if fallback not in (*LANGS, *further()) or fallback in chain:
            raise ValueError(f"content/languages.toml: [{chain[-1]}] cannot fall back to {fallback!r}")
        chain.append(fallback)
    return tuple(chain)


@lru_cache(maxsize=256)
def match(tag: str) -> str | None:
    """The choice that an id or a tag such as pt-BR means, in another country perhaps; None for a stranger."""
    if tag.lower() in languages():
        return tag.lower()
    wanted = _parts(tag)
    alone = [lang for lang in (*LANGS, *further()) if _parts(languages()[lang].tag)[0] == wanted[0]]
    return max(alone, key=lambda lang: _likeness(_parts(languages()[lang].tag), wanted), default=None)


def _parts(tag: str) -> list[str]:
    return tag.lower().replace("_", "-").split("-")


def _likeness(tag: list[str], wanted: list[str]) -> tuple[int, int]:
    """How many parts are the same, then how few others there are."""
    same = sum(a == b for a, b in zip(tag, wanted, strict=False))
    return same, -len(tag)


def closest(tag: str) -> str:
    """The language for a reader whose browser asks for `tag`."""
    return match(tag) or FOREIGN
