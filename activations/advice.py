"""Choosing an activation: the rules as rows, and a small engine that adds them up and keeps its reasons.

An answer names options by id. Dimensions may be left open; several engineering limits and symptoms
may hold at once. Every text belonging to an id stands in `content/advice.toml`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from activations.conflicts import CONFLICTS
from activations.rule import ANSWER_KINDS, Conflict, Rule
from activations.rules import RULES

Scope = Literal["hidden", "output", "gate", "attention"]

DIMENSIONS: dict[str, tuple[str, ...]] = {
    "position": ("hidden", "output", "gate", "attention"),
    "task": (
        *("cnn", "transformer", "rnn", "mlp", "gan_discriminator", "detection"),
        *("reinforcement", "recommender", "speech"),
        *("binary", "multiclass", "multilabel", "regression", "bounded", "positive", "counts"),
    ),
    "engineering": (*("training_speed", "memory", "mobile", "int8", "half_precision", "no_exponentials", "very_deep"),),
    "symptom": (
        *("vanishing", "exploding", "dead_units", "oscillation", "loss_flat", "nan", "equal_outputs"),
        "slow_convergence",
    ),
}
MANY = ("engineering", "symptom")  # dimensions in which several options may hold at once


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One function, its weight, and the rules for and against it, strongest first."""

    function: str
    params: Mapping[str, float]
    weight: float
    reasons_for: tuple[Rule, ...]
    reasons_against: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """A ranked list, the layer it is about, whether that was assumed, companion measures and conflicts."""

    scope: Scope
    assumed: bool
    ranking: tuple[Recommendation, ...]
    measures: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    answers: Mapping[str, frozenset[str]] = field(default_factory=dict)


def advise(
    position: str | None = None,
    task: str | None = None,
    engineering: Iterable[str] = (),
    symptom: Iterable[str] = (),
) -> Advice:
    """Rank functions for these answers; ValueError for an unknown option."""
    given = {
        "position": frozenset([position] if position else []),
        "task": frozenset([task] if task else []),
        "engineering": frozenset(engineering),
        "symptom": frozenset(symptom),
    }
    for dimension, chosen in given.items():
        if unknown := chosen - set(DIMENSIONS[dimension]):
            raise ValueError(f"unknown {dimension}: {sorted(unknown)[0]}")
    scope: Scope = position or ("output" if task in ANSWER_KINDS else "hidden")  # type: ignore[assignment]
    held = given | {"position": frozenset([scope])}
    fired = [rule for rule in RULES if rule.holds(held)]
    return Advice(
        scope=scope,
        assumed=position is None,
        ranking=_rank(fired),
        measures=tuple(dict.fromkeys(measure for rule in fired for measure in rule.measures)),
        conflicts=tuple(conflict for conflict in CONFLICTS if conflict.holds(held)),
        answers=given,
    )


def _rank(fired: list[Rule]) -> tuple[Recommendation, ...]:
    """Functions that some rule favours, by the sum of their weights."""
    names = dict.fromkeys(name for rule in fired for name, weight in rule.weights.items() if weight > 0)

    def recommendation(name: str) -> Recommendation:
        about = sorted((r for r in fired if name in r.weights), key=lambda r: -abs(r.weights[name]))
        params = next((r.params[name] for r in about if name in r.params), {})
        return Recommendation(
            name,
            params,
            sum(r.weights[name] for r in about),
            tuple(r for r in about if r.weights[name] > 0),
            tuple(r for r in about if r.weights[name] < 0),
        )

    return tuple(sorted(map(recommendation, names), key=lambda r: -r.weight))
