"""The works the lesson cites, read from `bibliography.toml` and found by key."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Author:
    """A person, or an organisation without given names."""

    family: str
    given: str = ""

    def __str__(self) -> str:
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Source:
    """One cited work; `where` is an address that has been checked, or empty; see the file for the grades.

    `others` have worked on it beside the authors named; `part` is the place in a piece of software.
    """

    authors: tuple[Author, ...]
    year: int
    title: str
    grade: Literal["A", "B", "C"]
    venue: str = ""
    where: str = ""
    part: str = ""
    others: bool = False

    @property
    def names(self) -> str:
        """Every author named, given names first."""
        return ", ".join(map(str, self.authors)) + " et al." * self.others

    @property
    def by(self) -> str:
        """One or two family names, or the first of more."""
        first, *more = (author.family for author in self.authors)
        return f"{first} et al." if self.others or len(more) > 1 else " & ".join([first, *more])

    @property
    def whole_title(self) -> str:
        """The title, of software with the place in it."""
        return f"{self.title}, {self.part}" if self.part else self.title


@cache
def bibliography() -> dict[str, Source]:
    """Every work by its key, in the order of the file."""
    with Path(__file__).with_name("bibliography.toml").open("rb") as f:
        return {key: _read(entry) for key, entry in tomllib.load(f).items()}


def _read(entry: Mapping[str, Any]) -> Source:
    """An entry of the file, in which an author is "family, given" as in BibTeX."""
    authors = tuple(Author(family, given) for family, _, given in (name.partition(", ") for name in entry["authors"]))
    return Source(**{**entry, "authors": authors})


def cite(*keys: str) -> tuple[Source, ...]:
    """The works with these keys; KeyError for one that is not in the bibliography."""
    return tuple(bibliography()[key] for key in keys)
