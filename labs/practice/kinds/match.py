"""A function is shown, and four curves: which of them is its slope?"""

from functools import cache
from random import Random

import numpy as np
from numpy.typing import NDArray

from labs.practice import pool
from labs.practice.exercise import GRID, Exercise, Kind, Option, Phrase, Picture, Setting, apart, window

HELD = 1.0  # beyond this x the slope is taken to stay as it is
BASIC = ("itself", "sign", "mirror", "half")  # errors of the first level


@cache
def _wrong(one: Setting) -> dict[str, NDArray[np.float64]]:
    """The curves that typical errors lead to."""
    f, slope = pool.heights(one), pool.steepness(one)
    at = one.act.derivative(np.clip(GRID, -HELD, HELD), **dict(one.params))
    return {
        "itself": f,
        "sign": -slope,
        "mirror": slope[::-1],
        "half": slope / 2,
        "absolute": np.abs(slope),
        "held": at,
        "twice": np.gradient(slope, GRID),
    }


def draw(rng: Random, level: int) -> Exercise:
    one = pool.pick(rng, level)
    slope = pool.steepness(one)
    found = [(Phrase(f"error_{n}"), y) for n, y in _wrong(one).items() if level > 1 or n in BASIC]
    rng.shuffle(found)
    others = rng.sample(pool.settings(1, level), 5)  # in case fewer errors than three can be told apart
    found += [(Phrase("error_another", {"other": other}), pool.steepness(other)) for other in others if other != one]
    found.insert(0, found.pop(-1))
    chosen: list[tuple[Phrase | None, NDArray[np.float64]]] = [(None, slope)]
    low, high = window(slope, *(y for _, y in found))
    for error, y in found:
        if len(chosen) < 4 and all(apart(y, other, low, high) for _, other in chosen):
            chosen.append((error, y))
    rng.shuffle(chosen)
    low, high = window(*(y for _, y in chosen))
    f = pool.heights(one)
    return Exercise(
        ask=Phrase("match_named" if level < 4 else "match_bare", {"f": one}),
        why=Phrase("match_why", {"f": one, "left": float(slope[0]), "right": float(slope[-1])}),
        solution=(one.act.derivative_latex,),
        picture=Picture((f,), *window(f)),
        options=tuple(Option(error=error, picture=Picture((y,), low, high)) for error, y in chosen),
    )


KIND = Kind(1, draw)
