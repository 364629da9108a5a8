"""A language made of English: every letter accented and every line in brackets, as testers of software write it.

What it shows plain was not translated. Blanks, maths, code, links and marks of Markdown stay as they are.
"""

import json
import re
import tomllib
from collections.abc import Collection

import content
from content.forms import Forms
from content.glossary import Term, terms

ACCENTED = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž"
)
KEPT = re.compile(
    r"```.*?```|\$[^$]+\$|`[^`]+`|<<[^>]+>>|\]\([^)]+\)|https?://\S+|:[a-z]+(?:-badge)?\[|<[^>]+>|\{\w+\}", re.S
)
LINE = re.compile(r"(?P<mark>\s*(?:(?:[-*>]|\d+\.|#+)\s+)*)(?P<said>.*?)(?P<end>\s*)")


def accented(text: str) -> str:
    """The same text with an accent on every letter that is no part of maths, code and the like."""
    places, done = [], 0
    for kept in KEPT.finditer(text):
        places += [text[done : kept.start()].translate(ACCENTED), kept[0]]
        done = kept.end()
    return "".join([*places, text[done:].translate(ACCENTED)])


def pseudo(text: str) -> str:
    """Each line, and each cell of a line of cells, accented and in brackets."""
    if "```" in text:
        return accented(text)
    return "\n".join(" | ".join(map(_bracketed, line.split(" | "))) for line in text.split("\n"))


def _bracketed(line: str) -> str:
    parts = LINE.fullmatch(line)
    assert parts
    return f"{parts['mark']}⟦{accented(parts['said'])}⟧{parts['end']}" if re.search(r"\w", parts["said"]) else line


def slots() -> dict[tuple[str, str], content.Text]:
    """What there is to translate: not what both home languages say alike, which is a name or code."""
    told = {(unit, slot): text for unit in content.units() for slot, text in content.load(unit).items()}
    return {place: text for place, text in told.items() if text.zh != text.en}


def files(left_out: Collection[tuple[str, str]] = ()) -> dict[str, str]:
    """The files of this language by name, without some of the slots."""
    made: dict[str, list[str]] = {"glossary.toml": list(map(_term, terms()))}
    for (unit, slot), text in slots().items():
        if (unit, slot) not in left_out:
            made.setdefault(f"{unit}.toml", []).append(f"{slot} = {_value(unit, slot, text.forms['en'])}")
    return {name: "\n".join(lines) + "\n" for name, lines in made.items()}


def _term(term: Term) -> str:
    also = json.dumps([accented(other) for other in term.also.en], ensure_ascii=False)
    name, meaning = _quoted(pseudo(term.name.en)), _quoted(pseudo(term.meaning.en))
    return f"[{term.id}]\nname = {name}\nmeaning = {meaning}\nalso = {also}\n"


def _value(unit: str, slot: str, forms: Forms) -> str:
    said = (
        accented if unit.startswith("functions/") and slot == "name" else pseudo
    )  # names are cut at what is in brackets
    if not forms.special:
        return _quoted(said(forms.other))
    told = {category: said(form) for category, form in {**forms.special, "other": forms.other}.items()}
    return "{ " + ", ".join(f"{key} = {_quoted(form)}" for key, form in [("by", forms.by), *told.items()]) + " }"


def _quoted(text: str) -> str:
    """As TOML writes it."""
    quoted = json.dumps(text, ensure_ascii=False)
    assert tomllib.loads(f"said = {quoted}")["said"] == text
    return quoted
