"""Four facts about a function, of which one is false: which?"""

from math import isfinite
from random import Random

from labs.practice import pool
from labs.practice.exercise import Exercise, Fact, Kind, Option, Phrase, Setting

CLEAR = 0.05  # by which a false number differs from the true one at least
AT = ((-2.0, "value"), (-1.0, "value"), (0.0, "value"), (1.0, "value"), (2.0, "value"))
STEEP = ((-2.0, "slope"), (-0.5, "slope"), (0.5, "slope"), (2.0, "slope"))
SHAPES = ("increasing", "odd", "bounded")


def _true(one: Setting, x: float, what: str) -> float:
    return one.value(x) if what == "value" else one.slope(x)


def _false(one: Setting, x: float, what: str) -> dict[str, float]:
    """What typical errors take for the number, by the name of the error."""
    true, other = _true(one, x, what), _true(one, x, "slope" if what == "value" else "value")
    return {"swapped": other, "signed": -true, "mirrored": _true(one, -x, what), "halved": true / 2}


def _shape(one: Setting, shape: str) -> bool:
    act, params = one.act, dict(one.params)
    image = act.fact("range", **params)
    return {
        "increasing": act.fact("monotone", **params) in ("increasing", "non-decreasing"),
        "odd": act.fact("symmetry", **params) == "odd",
        "bounded": isfinite(image.low) and isfinite(image.high),
    }[shape]


def _shape_option(one: Setting, shape: str, true: bool) -> Option:
    holds = _shape(one, shape)
    said = f"is_{shape}" if holds == true else f"not_{shape}"
    return Option(words=Phrase(said), error=Phrase(f"true_{said}", {"f": one}) if true else None)


def _number_option(one: Setting, x: float, what: str, y: float) -> Option:
    facts: dict[str, Fact] = {"x": x, "y": y}
    return Option(words=Phrase(f"fact_{what}", facts), error=Phrase(f"true_{what}", {"f": one, **facts}))


def draw(rng: Random, level: int) -> Exercise:
    one = pool.pick(rng, level)
    numbers = [(x, what) for x, what in (*AT, *STEEP) if x not in one.act.fact("kinks", **dict(one.params))]
    chosen = rng.sample(numbers, 3)
    shape, rest = rng.choice(SHAPES), chosen[:2]
    options = [_number_option(one, x, what, _true(one, x, what)) for x, what in rest]
    falsified = [
        (x, what, name, y)
        for x, what in chosen[2:]
        for name, y in _false(one, x, what).items()
        if abs(y - _true(one, x, what)) > CLEAR
    ]
    if falsified and rng.random() < 0.75:
        x, what, name, y = rng.choice(falsified)
        why = Phrase(f"false_{name}", {"f": one, "x": x, "y": y, "true": _true(one, x, what)})
        options += [_shape_option(one, shape, true=True), Option(words=Phrase(f"fact_{what}", {"x": x, "y": y}))]
    else:
        x, what = chosen[2]
        why = Phrase(f"so_{shape}" if _shape(one, shape) else f"never_{shape}", {"f": one})
        options += [_shape_option(one, shape, true=False), _number_option(one, x, what, _true(one, x, what))]
    rng.shuffle(options)
    return Exercise(
        ask=Phrase("wrong_ask", {"f": one}),
        why=why,
        formulas=(one.act.latex,),
        solution=(one.act.derivative_latex,),
        options=tuple(options),
    )


KIND = Kind(4, draw)
