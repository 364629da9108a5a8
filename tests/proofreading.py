"""What a translator may have got wrong: each mistake in a sentence that names file and slot."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError
from test_content import SHARED

import content
from content import forms
from content.glossary import Term, terms
from content.locales import Language, languages

KEYS = {"name": str, "meaning": str, "also": list, "avoid": list}


def mistakes(lang: str, one: Language, folder: Path) -> Iterator[str]:
    """Everything that is wrong with a language: its entry, its folder, its files."""
    entry = f"content/languages.toml [{lang}]"
    if not re.fullmatch("[a-z][a-z0-9-]*", lang):
        yield f"{entry}: an id is small letters, digits and hyphens"
    if one.fallback not in languages() or one.fallback == lang:
        yield f"{entry}: `fallback` names no other language"
    known = _rule(one.tag)
    if known is not None and dict(one.plural.rules) != known:
        yield f"{entry}: `plural` is not CLDR's rule, {known}"
    if not folder.is_dir():
        yield f"{entry}: there is no folder content/translations/{lang}"
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        yield from (f"content/translations/{lang}/{name}{said}" for said in _file(path, name, one))


def _rule(tag: str) -> dict[str, str] | None:
    """How the language counts by Babel's copy of CLDR; None if it does not know the language."""
    try:
        return dict(Locale.parse(tag.replace("-", "_")).plural_form.rules)
    except (UnknownLocaleError, ValueError):
        return None


def _file(path: Path, name: str, one: Language) -> Iterator[str]:
    unit = name.removesuffix(".toml")
    if unit not in (*content.units(), "glossary"):
        yield ": mirrors no file of content/"
        return
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        yield f": {problem}"
        return
    if unit == "glossary":
        known = {term.id: term for term in terms()}
        for slot, entry in told.items():
            yield from (f" [{slot}]{said}" for said in _term(entry, known.get(slot)))
        return
    for slot, said in told.items():
        if slot in content.load(unit):
            yield from (f" {slot}: {what}" for what in _slot(said, content.load(unit)[slot].en, one))
        else:
            yield f" {slot}: content/{name} has no such slot"


def _term(entry: object, term: Term | None) -> Iterator[str]:
    if term is None:
        yield ": content/glossary.toml has no such term"
    elif not isinstance(entry, dict) or any(not isinstance(said, KEYS.get(key, ())) for key, said in entry.items()):
        yield ": a term has a name and a meaning, and lists of what is `also` written or to `avoid`"
    elif "meaning" in entry:
        yield from (f" meaning: {what}" for what in _parts(entry["meaning"], term.meaning.en))


def _slot(said: object, home: str, one: Language) -> Iterator[str]:
    if not isinstance(said, str) and not (
        isinstance(said, dict) and all(isinstance(form, str) for form in said.values())
    ):
        yield "is neither a text nor a table of forms"
        return
    try:
        found = forms.read(said)
    except ValueError as problem:
        yield str(problem)
        return
    if strangers := set(found.special) - one.plural.tags:
        yield f"the language has no form {', '.join(sorted(strangers))}; its `plural` has {sorted(one.plural.tags)}"
    yield from _parts(found.other, home)
    for category, text in found.special.items():
        yield from (f"{category}: {what}" for what in _parts(text, home, found.by))


def _parts(said: str, home: str, by: str = "") -> Iterator[str]:
    """What differs from the home languages; a special form may say its number in a word."""
    if not said.strip():
        yield "is empty"
        return
    for what, pattern in (SHARED | {"cells": r" \| "}).items():
        wanted, found = (sorted(re.findall(pattern, text)) for text in (home, said))
        if what == "blanks":
            wanted, found = ([blank for blank in blanks if blank[0] != by] for blanks in (wanted, found))
        if wanted != found:
            yield f"{what} are {found}, and {wanted} in the home languages"


def strays(folder: Path) -> list[str]:
    """Folders of languages without an entry."""
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return [
        f"content/translations/{name}: content/languages.toml has no such language"
        for name in names
        if name not in languages()
    ]
