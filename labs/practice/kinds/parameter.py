"""A parameter is changed: which of four pictures shows what becomes of the curve?"""

from functools import cache
from random import Random

import numpy as np
from numpy.typing import NDArray

from labs.practice import pool
from labs.practice.exercise import GRID, Exercise, Kind, Option, Phrase, Picture, Setting, apart, window

MOVES = {  # functions from level to level, their parameter, and the values it goes between
    1: (("leaky_relu", "alpha", 0.1, 0.5), ("leaky_relu", "alpha", 0.1, 0.3)),
    2: (("elu", "alpha", 0.5, 2.0), ("elu", "alpha", 1.0, 2.5), ("prelu", "alpha", 0.25, 0.75)),
    3: (("softplus", "beta", 0.5, 2.0), ("swish", "beta", 0.3, 2.0), ("thresholded_relu", "alpha", 0.5, 2.0)),
    4: (("celu", "alpha", 0.5, 2.0), ("soft_cap", "cap", 1.0, 2.5), ("dyt", "alpha", 0.5, 1.5)),
    5: (
        *(("snake", "alpha", 0.5, 1.5), ("squareplus", "beta", 1.0, 8.0), ("b_silu", "alpha", 0.5, 2.5)),
        *(("derf", "alpha", 0.4, 1.2), ("soft_shrink", "lambd", 0.5, 1.5), ("xielu", "alpha_n", 0.3, 1.5)),
    ),
}


@cache
def _wrong(old: Setting, new: Setting) -> dict[str, NDArray[np.float64]]:
    """What typical errors make of the curve."""
    before, after = pool.heights(old), pool.heights(new)
    a, b = old.params[0][1], new.params[0][1]
    return {
        "outside": before * (b / a),
        "inside": old.act(GRID * (b / a), **dict(old.params)),
        "other_side": before + (after - before)[::-1],
        "sideways": old.act(GRID - (b - a), **dict(old.params)),
        "raised": before + (b - a),
        "reversed": 2 * before - after,
        "unmoved": before,
    }


def draw(rng: Random, level: int) -> Exercise:
    name, parameter, a, b = rng.choice([*MOVES[max(level - 1, 1)], *MOVES[level]])
    if rng.random() < 0.5:
        a, b = b, a
    old, new = Setting(name, ((parameter, a),)), Setting(name, ((parameter, b),))
    before, after = pool.heights(old), pool.heights(new)
    found = list(_wrong(old, new).items())
    rng.shuffle(found)
    low, high = window(before, after)
    chosen: list[tuple[str, NDArray[np.float64]]] = [("", after)]
    for error, y in found:
        if len(chosen) < 4 and all(apart(y, other, low, high) for _, other in chosen):
            chosen.append((error, y))
    rng.shuffle(chosen)
    return Exercise(
        ask=Phrase("parameter_ask", {"f": old, "symbol": _symbol(old, parameter), "new": b}),
        why=Phrase("parameter_why", {"f": new}),
        formulas=(old.act.latex,),
        options=tuple(
            Option(error=Phrase(f"moved_{error}") if error else None, picture=Picture((before, y), low, high))
            for error, y in chosen
        ),
    )


def _symbol(one: Setting, parameter: str) -> str:
    return next(p.symbol for p in one.act.params if p.name == parameter)


KIND = Kind(6, draw)
