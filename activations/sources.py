"""The works the lesson cites, read from `bibliography.toml` and found by key."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Source:
    """One cited work; `where` is an address that has been checked, or empty; see the file for the grades."""

    authors: str
    year: int
    title: str
    grade: Literal["A", "B", "C"]
    venue: str = ""
    where: str = ""

    @property
    def short(self) -> str:
        """As running text names it: one or two surnames, or the first of more, and the year."""
        return f"{self.by} {self.year}"

    @property
    def by(self) -> str:
        """One or two surnames, or the first of more."""
        surnames = [name.split(". ")[-1] for name in self.authors.removesuffix(" et al.").split(", ")]
        if len(surnames) > 2 or self.authors.endswith(" et al."):
            return f"{surnames[0]} et al."
        return " & ".join(surnames)


@cache
def bibliography() -> dict[str, Source]:
    """Every work by its key, in the order of the file."""
    with Path(__file__).with_name("bibliography.toml").open("rb") as f:
        return {key: Source(**entry) for key, entry in tomllib.load(f).items()}


def cite(*keys: str) -> tuple[Source, ...]:
    """The works with these keys; KeyError for one that is not in the bibliography."""
    return tuple(bibliography()[key] for key in keys)
