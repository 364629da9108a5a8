"""Choosing an activation: the rules as rows, and a small engine that adds them up and keeps its reasons.

An answer names options by id. Dimensions may be left open; several engineering limits and symptoms
may hold at once. Every text belonging to an id stands in `content/advice.toml`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from activations.choosing.conflicts import CONFLICTS, LIMITS
from activations.choosing.rule import ANSWER_KINDS, Conflict, Held, Rule
from activations.choosing.rules import RULES

Scope = Literal["hidden", "output", "gate", "attention"]

DIMENSIONS: dict[str, tuple[str, ...]] = {
    "position": ("hidden", "output", "gate", "attention"),
    "task": (
        *("cnn", "transformer", "encoder", "rnn", "lstm", "mlp", "gan_discriminator", "detection"),
        *("reinforcement", "off_policy", "recommender", "speech"),
        *("binary", "multiclass", "multilabel", "regression", "unit_interval", "bounded", "positive", "counts"),
    ),
    "engineering": (*("training_speed", "memory", "mobile", "int8", "half_precision", "no_exponentials", "very_deep"),),
    "symptom": (
        *("vanishing", "exploding", "dead_units", "oscillation", "loss_flat", "nan", "equal_outputs"),
        "slow_convergence",
    ),
}
STRONG = -2  # a function that nothing speaks for is listed if something speaks against it this much
RUNNERS_UP = 3
MANY = ("engineering", "symptom")  # dimensions in which several options may hold at once


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One function, its weight, the rules for and against it, strongest first, and what to do beside it."""

    function: str
    params: Mapping[str, float]
    weight: float
    reasons_for: tuple[Rule, ...]
    reasons_against: tuple[Rule, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """A ranked list, the layer it is about, whether that was assumed, and what else there is to say.

    `symptoms` are all rules about a symptom, `remarks` the other rules that favour no function.
    """

    scope: Scope
    assumed: bool
    ranking: tuple[Recommendation, ...]
    symptoms: tuple[Rule, ...] = ()
    remarks: tuple[Rule, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    answers: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def blank(self) -> bool:
        """Whether nothing was answered."""
        return not any(self.answers.values())

    @property
    def measures(self) -> tuple[str, ...]:
        """What to do beside the first choice."""
        return self.ranking[0].measures

    @property
    def runners_up(self) -> tuple[Recommendation, ...]:
        """After the first, the next few that more speaks for than against."""
        return tuple(other for other in self.ranking[1:] if other.weight > 0)[:RUNNERS_UP]

    @property
    def rejected(self) -> tuple[Recommendation, ...]:
        """Those that as much speaks against as for, or more."""
        return tuple(other for other in self.ranking[1:] if other.weight <= 0)


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer that would change the first choice: given besides (or instead), or, if `dropped`, taken back."""

    dimension: str
    option: str
    function: str
    dropped: bool = False


def advise(
    position: str | None = None,
    task: str | None = None,
    engineering: Iterable[str] = (),
    symptom: Iterable[str] = (),
) -> Advice:
    """Rank functions for these answers; ValueError for an unknown one. Without a position the task tells the layer."""
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
        ranking=_rank(fired, held),
        symptoms=tuple(rule for rule in fired if "symptom" in rule.when),
        remarks=tuple(rule for rule in fired if not rule.weights and "symptom" not in rule.when),
        conflicts=tuple(conflict for conflict in CONFLICTS if conflict.holds(held)),
        answers=given,
    )


def turns(advice: Advice) -> list[Turn]:
    """Every single change of an answer, about the same layer, that puts another function first."""
    first = advice.ranking[0].function
    found = []
    for dimension, options in DIMENSIONS.items():
        for option in options:
            held = advice.answers[dimension]
            dropped = option in held
            changed = held - {option} if dropped else held | {option} if dimension in MANY else frozenset([option])
            other = _reconsidered(advice, dimension, changed)
            if other.scope == advice.scope and other.ranking[0].function != first:
                found.append(Turn(dimension, option, other.ranking[0].function, dropped))
    return found


def _reconsidered(advice: Advice, dimension: str, changed: frozenset[str]) -> Advice:
    answers = {**advice.answers, dimension: changed}
    position, task = (next(iter(answers[one]), None) for one in ("position", "task"))
    return advise(position, task, answers["engineering"], answers["symptom"])


def _rank(fired: list[Rule], held: Held) -> tuple[Recommendation, ...]:
    """The functions that some rule favours, or speaks strongly against, by the sum of their weights."""
    weighed = [(name, weight) for rule in fired for name, weight in rule.weights.items()]
    names = dict.fromkeys(name for name, weight in weighed if weight > 0 or weight <= STRONG)

    def recommendation(name: str) -> Recommendation:
        about = sorted((r for r in fired if name in r.weights), key=lambda r: -abs(r.weights[name]))
        params = next((r.params[name] for r in about if name in r.params), {})
        return Recommendation(
            name,
            params,
            sum(r.weights[name] for r in about),
            tuple(r for r in about if r.weights[name] > 0),
            tuple(r for r in about if r.weights[name] < 0),
            _measures(fired, name, held),
        )

    return tuple(sorted(map(recommendation, names), key=lambda r: -r.weight))


def _measures(fired: list[Rule], function: str, held: Held) -> tuple[str, ...]:
    """What the rules ask for beside the function, as far as it suits the function and the answers."""
    asked = dict.fromkeys(measure for rule in fired for measure in rule.measures)
    return tuple(m for m in asked if m not in LIMITS or LIMITS[m].allows(function, held))
