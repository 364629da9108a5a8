"""Exercises without end: which one a reader meets follows from kinds, level, seed and number alone."""

from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules
from random import Random

from labs.practice import kinds
from labs.practice.exercise import LEVELS, Exercise, Kind


def _discover() -> dict[str, Kind]:
    found = {m.name: import_module(f"{kinds.__name__}.{m.name}").KIND for m in iter_modules(kinds.__path__)}
    return dict(sorted(found.items(), key=lambda pair: pair[1].place))


KINDS: dict[str, Kind] = _discover()


def draw(kind: str, level: int, seed: int, number: int = 1) -> Exercise:
    """One exercise of a kind; KeyError for another kind, ValueError for another level."""
    if level not in LEVELS:
        raise ValueError(f"level must be one of {LEVELS}, got {level}")
    made = KINDS[kind].draw(Random(f"{kind} {level} {seed} {number}"), level)
    return replace(made, kind=kind, level=level)


def of_series(chosen: Sequence[str], level: int, seed: int, number: int) -> Exercise:
    """The exercise of this number in a series: every kind comes once before one comes again."""
    wanted = [kind for kind in KINDS if kind in chosen] or list(KINDS)
    turn, place = divmod(number - 1, len(wanted))
    Random(f"{seed} {turn}").shuffle(wanted)
    return draw(wanted[place], level, seed, number)
