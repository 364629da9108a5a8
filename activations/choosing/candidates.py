"""Who is considered for one set of answers, and why each but the first is turned down."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from activations import CATALOGUE
from activations.choosing.advice import Advice, Recommendation
from activations.choosing.opinions import RULES_OF_THUMB
from activations.choosing.rule import Rule
from activations.spec import Activation, Function

Verdict = Literal["chosen", "second", "turned_down"]
TRIED = np.linspace(-3.0, 3.0, 13)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A function with its verdict, and the rule that decided against it: the strongest that speaks against it or, if
    `beaten`, the one by which the first choice is ahead. None for the first choice, and for a function that people
    arrive with although no rule speaks of it here."""

    choice: Recommendation
    verdict: Verdict
    lost: Rule | None = None
    beaten: bool = False


def candidates(advice: Advice) -> list[Candidate]:
    """The first choice, the runners-up, and everybody else who was weighed or whom a rule of thumb would bring."""
    first, *others = advice.ranking
    second = {other.function for other in advice.runners_up}
    weighed = [_judged(first, other, other.function in second) for other in others]
    return [Candidate(first, "chosen"), *weighed, *_unheard_of(advice)]


def _judged(first: Recommendation, other: Recommendation, second: bool) -> Candidate:
    verdict: Verdict = "second" if second else "turned_down"
    if other.reasons_against:
        return Candidate(other, verdict, other.reasons_against[0])
    ahead = max(first.reasons_for, key=lambda r: r.weights[first.function] - r.weights.get(other.function, 0))
    return Candidate(other, verdict, ahead, beaten=True)


def _unheard_of(advice: Advice) -> Iterator[Candidate]:
    """What the rules of thumb for this situation name, and no rule of ours does, under this name or another."""
    told = [CATALOGUE[other.function] for other in advice.ranking]
    for thumb in RULES_OF_THUMB:
        if all(set(given) <= advice.answers[where] for where, given in thumb.situation.items()):
            for function in map(CATALOGUE.__getitem__, thumb.functions):
                if not any(_alike(function, other) for other in told):
                    told.append(function)
                    yield Candidate(Recommendation(function.id, {}, 0.0, (), (), ()), "turned_down")


def _alike(one: Function, other: Function) -> bool:
    """Whether two functions are the same, or give the same numbers at their defaults, as SiLU and Swish do."""
    both = isinstance(one, Activation) and isinstance(other, Activation)
    return one is other or (both and np.array_equal(one(TRIED), other(TRIED)))
