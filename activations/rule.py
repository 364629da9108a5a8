"""What one row of the advice says: a rule that speaks for and against functions, or a conflict between answers."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Literal

Grade = Literal["paper", "measured", "practice", "opinion"]
When = Mapping[str, tuple[str, ...]]


def _holds(when: When, held: Mapping[str, Set[str]]) -> bool:
    return all(held[dimension] & set(options) for dimension, options in when.items())


@dataclass(frozen=True, slots=True)
class Rule:
    """One row; `id` is the slot of its reason in the texts, `measures` are companions beside the function.

    `unless` silences the rule where a more specific one speaks.
    """

    id: str
    when: When
    weights: Mapping[str, float]
    grade: Grade
    measures: tuple[str, ...] = ()
    params: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    source: str = ""
    unless: When = field(default_factory=dict)

    def holds(self, held: Mapping[str, Set[str]]) -> bool:
        return _holds(self.when, held) and not (self.unless and _holds(self.unless, held))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Answers that pull against each other, or do not bear on the question; named, never averaged away."""

    id: str
    when: When

    def holds(self, held: Mapping[str, Set[str]]) -> bool:
        return _holds(self.when, held)


ANSWER_KINDS = ("binary", "multiclass", "multilabel", "regression", "bounded", "positive", "counts")
HIDDEN, OUTPUT = {"position": ("hidden",)}, {"position": ("output",)}
GATE, ATTENTION = {"position": ("gate",)}, {"position": ("attention",)}


def hidden(**when: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return HIDDEN | when


def output(**when: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return OUTPUT | when
