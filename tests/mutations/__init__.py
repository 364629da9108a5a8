"""Small faults, kept as data, and a runner that asks whether the unit tests notice each of them.

`mutations.toml` says where each is, what is put in whose place, what is broken by that, and which tests are likely to
notice. `python -m tests.mutations` (or `make mutations`) puts them one at a time into a copy of the project.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """In `file`, `new` in the place of `old`, which stands there exactly once; `likely` are files below `tests/`."""

    file: str
    old: str
    new: str
    breaks: str
    likely: tuple[str, ...]

    def applied(self, place: Path) -> str:
        """The text of the file below `place` with the fault in it; ValueError if it does not apply."""
        text = (place / self.file).read_text("utf-8")
        if text.count(self.old) != 1 or self.old == self.new:
            raise ValueError(f"{self.file}: {text.count(self.old)} times {self.old!r}")
        return text.replace(self.old, self.new)


def mutations() -> list[Mutation]:
    """All of them, in the order of the file."""
    entries = tomllib.loads(Path(__file__).with_name("mutations.toml").read_text("utf-8"))["mutation"]
    return [Mutation(**entry | {"likely": tuple(entry["likely"])}) for entry in entries]
