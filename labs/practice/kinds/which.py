"""Which of four functions is it, told by its curve, its slope or three facts?"""

from functools import cache
from math import inf, isfinite
from random import Random

import numpy as np

from labs.practice import pool
from labs.practice.exercise import GRID, Exercise, Fact, Kind, Option, Phrase, Picture, Setting, apart, window

CLEAR = 0.05  # by which a number of another function differs at least
SHOWN = {1: ("curve",), 2: ("curve", "slope"), 3: ("curve", "slope", "facts"), 4: ("slope", "facts"), 5: ("facts",)}
TOLD = (("value", -2.0), ("value", -1.0), ("value", 0.0), ("value", 2.0), ("slope", -1.5), ("slope", 0.5))
TAILS = (("tail_left", -inf), ("tail_right", inf))


@cache
def _number(one: Setting, what: str, x: float) -> float:
    return one.value(x) if what == "value" else one.slope(x)


def draw(rng: Random, level: int) -> Exercise:
    shown = rng.choice(SHOWN[level])
    return _told(rng, level) if shown == "facts" else _pictured(rng, level, shown)


def _pictured(rng: Random, level: int, shown: str) -> Exercise:
    curve = pool.heights if shown == "curve" else pool.steepness
    one, y = (picked := pool.pick(rng, level)), curve(picked)
    low_high = window(y)
    others: list[Setting] = []
    for other in _shuffled(rng, level):
        seen = [one, *others]
        new = len(seen) < 4 and other.id not in {s.id for s in seen}
        if new and all(apart(curve(other), curve(s), *low_high) for s in seen):
            others.append(other)
    options = [Option(words=_name(one)), *(_mistaken(one, other, shown) for other in others)]
    rng.shuffle(options)
    return Exercise(
        ask=Phrase(f"which_{shown}"),
        why=Phrase("which_why", {"f": one}),
        solution=(one.act.latex, one.act.derivative_latex),
        picture=Picture((y,), *low_high),
        options=tuple(options),
    )


def _shuffled(rng: Random, level: int) -> list[Setting]:
    return rng.sample(some := pool.settings(1, max(level, 2)), len(some))


def _name(one: Setting) -> Phrase:
    return Phrase("", {"f": one})


def _mistaken(one: Setting, other: Setting, shown: str) -> Option:
    """Another function, and where it is farthest from what is shown; a slope may have been read as the curve."""
    curve = pool.heights if shown == "curve" else pool.steepness
    y, low, high = curve(one), *window(curve(one))
    if shown == "slope" and not apart(pool.heights(other), y, low, high):
        return Option(words=_name(other), error=Phrase("error_read_as_curve", {"f": other}))
    far = int(np.abs(np.clip(curve(other), low, high) - np.clip(y, low, high)).argmax())
    facts: dict[str, Fact] = {"f": other, "x": float(GRID[far])}
    facts |= {"theirs": float(curve(other)[far]), "ours": float(y[far])}
    return Option(words=_name(other), error=Phrase(f"far_{shown}", facts))


def _told(rng: Random, level: int) -> Exercise:
    one = pool.pick(rng, level)
    tails = [(what, x) for what, x in TAILS if isfinite(_number(one, what, x))]
    facts = rng.sample(TOLD, 2 if tails else 3) + ([rng.choice(tails)] if tails else [])
    numbers = [_number(one, what, x) for what, x in facts]
    options = [Option(words=_name(one))]
    for other in _shuffled(rng, level):
        theirs = [_number(other, what, x) for what, x in facts]
        off = [i for i in range(3) if not abs(theirs[i] - numbers[i]) <= CLEAR]
        used = {option.words.facts["f"].id for option in options}  # type: ignore[union-attr]
        if len(options) < 4 and off and other.id not in used and all(map(isfinite, theirs)):
            what, x = facts[off[0]]
            told: dict[str, Fact] = {"f": other, "x": x, "theirs": theirs[off[0]], "ours": numbers[off[0]]}
            options.append(Option(words=_name(other), error=Phrase(f"differs_{what}", told)))
    rng.shuffle(options)
    return Exercise(
        ask=Phrase("which_facts"),
        given=tuple(Phrase(f"told_{w}", {"x": x, "y": y}) for (w, x), y in zip(facts, numbers, strict=True)),
        why=Phrase("which_why", {"f": one}),
        solution=(one.act.latex, one.act.derivative_latex),
        options=tuple(options),
    )


KIND = Kind(2, draw)
