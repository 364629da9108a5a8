"""How steep is a function at one point? A number, to be typed."""

from random import Random

from labs.practice import pool
from labs.practice.exercise import Exercise, Kind, Phrase, Setting, slips

POINTS = {
    1: (-2.0, -1.0, 0.0, 1.0, 2.0),
    2: (-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0),
}
FINER = tuple(k / 4 for k in range(-10, 11))
BESIDE = 0.05  # from a corner
STAYS = {"leaky_relu", "elu", "dyt"}  # whose parameter is a factor of the slope, on the left at least
LEFT_ONLY = {"leaky_relu", "elu"}  # whose parameter does nothing on the right
CANCELS = {"softplus", "celu", "soft_cap"}  # whose outer factor is cancelled by what the inside brings down


def draw(rng: Random, level: int) -> Exercise:
    one = pool.pick(rng, level)
    kinks = one.act.fact("kinks", **dict(one.params))
    offered = POINTS.get(level, FINER)
    x = rng.choice([p for p in offered if all(abs(p - kink) > BESIDE for kink in kinks)])
    value = one.slope(x)
    return Exercise(
        ask=Phrase("slope_ask", {"f": one, "x": x}),
        why=Phrase("slope_why", {"f": one, "x": x, "value": value}),
        formulas=(one.act.latex,),
        solution=(one.act.derivative_latex,),
        value=value,
        slips=slips(value, _wrong(one, x, value), f=one, x=x),
    )


def _wrong(one: Setting, x: float, value: float) -> dict[str, float]:
    """The numbers that typical errors lead to, the commonest first."""
    found = {"height": one.value(x), "sign_lost": -value, "other_side": one.slope(-x)}
    for _, factor in one.params:
        if one.id in STAYS and x < 0:
            found["factor_forgotten"] = value / factor
        if one.id in LEFT_ONLY and x > 0:
            found["branch"] = factor
        if one.id in CANCELS:
            found["factor_extra"] = value * factor
    if x:
        found["chord"] = one.value(x) / x
    return found | {"slope_one": 1.0, "slope_zero": 0.0}


KIND = Kind(3, draw)
