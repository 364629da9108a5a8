"""How each framework spells each function: one table for each framework, read by `activations.frameworks.snippets`."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Spelling:
    """Code in which `$name` stands for a parameter; it is used where all parameters in `at` have those values.

    `ascending` names parameters which the framework wants in ascending order.
    """

    code: str
    native: bool
    note: str | None
    at: Mapping[str, float] = field(default_factory=dict)
    ascending: tuple[str, ...] = ()

    def fits(self, values: Mapping[str, float]) -> bool:
        return all(values[name] == value for name, value in self.at.items())


Table = Mapping[str, Spelling | tuple[Spelling, ...]]  # of several spellings, the first that fits is used


def own(code: str, note: str | None = None, ascending: tuple[str, ...] = (), **at: float) -> Spelling:
    """The framework has the function itself."""
    return Spelling(code, True, note, at, ascending)


def made(code: str, note: str = "composed", ascending: tuple[str, ...] = (), **at: float) -> Spelling:
    """The function is composed from parts."""
    return Spelling(code, False, note, at, ascending)
