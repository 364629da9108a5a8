"""What an exercise is: a question, what may be answered, and for each wrong answer the belief that leads to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

import numpy as np
from numpy.typing import NDArray

from activations import CATALOGUE
from activations.spec import Activation

LEVELS = (1, 2, 3, 4, 5)
GRID = np.linspace(-4.0, 4.0, 160)  # an even number of points: none of them is a round number, where corners are
SEEN = 0.06  # of a picture's height, by which two curves differ at least, on a stretch of `STRETCH` points
STRETCH = 4
ABSOLUTE, RELATIVE = 0.006, 0.01  # how far a typed number may be off


@dataclass(frozen=True, slots=True)
class Setting:
    """An element-wise function with values for its parameters."""

    id: str
    params: tuple[tuple[str, float], ...] = ()

    @property
    def act(self) -> Activation:
        found = CATALOGUE[self.id]
        assert isinstance(found, Activation)
        return found

    def value(self, x: float) -> float:
        return float(self.act(x, **dict(self.params)))

    def slope(self, x: float) -> float:
        return float(self.act.derivative(x, **dict(self.params)))


Fact = float | str | Setting


@dataclass(frozen=True, slots=True)
class Phrase:
    """A slot of the words about exercises, and what fills its blanks; without a slot, the name of `f`."""

    slot: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Picture:
    """Curves over `GRID`, the last one in front, between two heights."""

    lines: tuple[NDArray[np.float64], ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An answer to choose, in words or as a picture; `error` is the belief behind it, None for the right one."""

    error: Phrase | None = None
    words: Phrase | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """A number that a typical error leads to."""

    value: float
    error: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise: `options` to choose from, or a `value` to be typed; `why` says what is right.

    `given` are lines of what is known; `formulas` stand beside the question, `solution` beside the reply (LaTeX).
    """

    ask: Phrase
    why: Phrase
    given: tuple[Phrase, ...] = ()
    formulas: tuple[str, ...] = ()
    solution: tuple[str, ...] = ()
    picture: Picture | None = None
    options: tuple[Option, ...] = ()
    value: float = np.nan
    slips: tuple[Slip, ...] = ()
    kind: str = ""
    level: int = 1

    @property
    def right(self) -> int:
        """The place of the right option."""
        return next(i for i, option in enumerate(self.options) if option.error is None)

    def error(self, given: float) -> Phrase | None:
        """What a typed number, or the place of an option, deserves: None if it is right."""
        if self.options:
            return self.options[int(given)].error
        if near(given, self.value):
            return None
        fitting = (slip.error for slip in self.slips if near(given, slip.value))
        return next(fitting, Phrase("error_other"))


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of exercise, in a module of its name: its place among the others, and how one is drawn."""

    place: int
    draw: Callable[[Random, int], Exercise]


def tolerance(value: float) -> float:
    return max(ABSOLUTE, RELATIVE * abs(value))


def near(given: float, value: float) -> bool:
    """Is a typed number the same as this one, rounded perhaps?"""
    return abs(given - value) <= tolerance(value)


def slips(value: float, found: Mapping[str, float], /, **facts: Fact) -> tuple[Slip, ...]:
    """Errors by name with the numbers they lead to, without those that no answer could be told from others by."""
    kept: list[Slip] = []
    for name, wrong in found.items():
        others = (value, *(slip.value for slip in kept))
        if np.isfinite(wrong) and all(abs(wrong - one) > 2 * max(tolerance(one), tolerance(wrong)) for one in others):
            kept.append(Slip(float(wrong), Phrase(f"error_{name}", facts)))
    return tuple(kept)


def window(*curves: NDArray[np.float64]) -> tuple[float, float]:
    """Heights between which these curves and the axis are seen."""
    low = max(min(0.0, *(float(c.min()) for c in curves)), -3.0)
    high = min(max(1.0, *(float(c.max()) for c in curves)), 3.0)
    room = 0.06 * (high - low)
    return low - room, high + room


def apart(a: NDArray[np.float64], b: NDArray[np.float64], low: float, high: float) -> bool:
    """Do two curves differ to the eye in a picture between these heights?"""
    gap = np.abs(np.clip(a, low, high) - np.clip(b, low, high)) / (high - low)
    return bool(np.count_nonzero(gap > SEEN) >= STRETCH)
