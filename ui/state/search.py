"""What readers type into a search box, and how well a text answers it: one reading of words for every box.

Full-width letters, ligatures, accents, hyphens, capitals and spaces of any kind make no difference, words may come in
any order, and traditional characters are read as simplified ones, with the words that Taiwan has for the same things.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

LONGEST = 60  # characters of what a reader looks for
HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
SYMBOL = "\u2200-\u2211\u2213-\u22ff"  # mathematical, without the minus
WORD = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+|[{SYMBOL}]")
PIECE = re.compile(rf"[{HAN}{SYMBOL}]|[^\W_{HAN}]+")  # Chinese may begin to be read anywhere
INSIDE_A_NAME = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")  # Hard|Swish, Re|LU|6
APART = re.compile(rf"(?<![{HAN}])[{HAN}](?:\s+[{HAN}](?![{HAN}]))+")  # characters with a space after each
LATEX = re.compile(r"\\(?:var)?([a-zA-Z]+)")
GREEK = {chr(c): unicodedata.name(chr(c), " ").split()[-1].lower() for c in range(0x3B1, 0x3CA)} | {"λ": "lambda"}
LETTERS = {name: letter for letter, name in GREEK.items()}
UNSEEN, JOINED = {"Cf", "Mn", "Me"}, 3  # what has no width of its own; letters that may stand in the middle of a word
EXACTLY, AT_THE_START, TOGETHER, APIECE, WITHIN = range(5)  # how well a text answers


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it is searched: its letters without anything between them, and which of them begin a word."""

    letters: str
    marks: str  # "^" begins a word, "-" a part of a name, "." neither


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: the words, in every way they may be read; no ways if there is no word."""

    blank: bool
    readings: tuple[tuple[str, ...], ...]


def tidy(typed: str) -> str:
    """What was typed, short and printable, with single spaces: what an address may hold."""
    seen = (c for c in typed[:LONGEST] if unicodedata.category(c) != "Cf")
    return " ".join("".join(c if c.isprintable() else " " for c in seen).split())


def _plain(text: str) -> str:
    """Compatibility forms and marks on letters gone, LaTeX's Greek letters as letters."""
    text = LATEX.sub(lambda m: LETTERS.get(m[1].lower(), f" {m[1]} "), text)
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) not in UNSEEN)
    return unicodedata.normalize("NFKC", bare)


def read(*texts: str) -> Text:
    """Prepare texts to be searched as one; Greek letters go by their names as well."""
    plain = _plain(" ".join(texts))
    names = " ".join(GREEK[c] for c in sorted(set(plain.casefold()) & GREEK.keys()))
    letters, marks = [], []
    for word in PIECE.findall(f"{plain} {names}"):
        for i, part in enumerate(map(str.casefold, INSIDE_A_NAME.split(word))):
            letters.append(part)
            marks.append(("-" if i else "^") + "." * (len(part) - 1))
    return Text("".join(letters), "".join(marks))


@lru_cache(maxsize=512)
def query(typed: str) -> Query:
    """What a reader looks for; whatever is longer than a search may be is cut off."""
    tidied = tidy(typed)
    plain = APART.sub(lambda m: "".join(m[0].split()), _plain(tidied)).casefold()
    ways = (tuple(WORD.findall(way)) for way in (plain, *_simplified(plain)))
    return Query(not tidied, tuple(dict.fromkeys(filter(None, ways))))


def _simplified(text: str) -> Iterable[str]:
    return (convert(text) for convert in _converters()) if re.search(f"[{HAN}]", text) else ()


@cache
def _converters():
    """From Hong Kong's and Taiwan's characters, and from Taiwan's words; loaded by the first search in Chinese."""
    from opencc import OpenCC

    return [OpenCC(way).convert for way in ("hk2s", "tw2s", "tw2sp")]


def rank(wanted: Query, text: Text) -> int | None:
    """How well a text answers, the best being 0; None if a word is missing."""
    ranks = [found for words in wanted.readings if (found := _rank(words, text)) is not None]
    return min(ranks, default=None)


def _rank(words: tuple[str, ...], text: Text) -> int | None:
    phrase = "".join(words)
    if text.letters.startswith(phrase):
        return EXACTLY if text.letters == phrase else AT_THE_START
    if _begins(phrase, text):
        return TOGETHER
    begin = [_begins(word, text) for word in words]
    return None if None in begin else APIECE if all(begin) else WITHIN


def _begins(word: str, text: Text) -> bool | None:
    """Does it begin where a word does? False if it stands only within one, None if nowhere."""
    within, at = None, text.letters.find(word)
    while at >= 0:
        if text.marks[at] != ".":
            return True
        if len(word) >= JOINED and "^" not in text.marks[at + 1 : at + len(word)]:
            within = False
        at = text.letters.find(word, at + 1)
    return within


def best(wanted: Query, texts: Iterable[Text]) -> int | None:
    """The best rank among several texts."""
    return min((found for text in texts if (found := rank(wanted, text)) is not None), default=None)
