"""One step of the chain rule through two layers, by hand: how fast does the output move with the input or a weight?"""

from collections.abc import Mapping
from random import Random
from typing import Any

from labs.practice import pool
from labs.practice.exercise import Exercise, Fact, Kind, Phrase, slips

NUMBERS = (-2.0, -1.0, -0.5, 0.5, 1.0, 2.0)
BESIDE = 0.05  # from a corner


def draw(rng: Random, level: int) -> Exercise:
    while True:
        f, g = pool.pick(rng, level), pool.pick(rng, level)
        x, u, v = (rng.choice(NUMBERS) for _ in range(3))
        a = u * x
        h = f.value(a)
        z = v * h
        corners = [(a, f), (z, g)]
        if all(abs(at - k) > BESIDE for at, one in corners for k in one.act.fact("kinks", **dict(one.params))):
            break
    outer, inner = g.slope(z), f.slope(a)
    by = rng.choice(("x", "u") if level > 2 else ("x",))
    last = u if by == "x" else x
    value = outer * v * inner * last
    slope_at_input, other = g.slope(x) * v * f.slope(x) * last, x if by == "x" else u
    facts: dict[str, Fact] = {"f": f, "g": g, "x": x, "u": u, "v": v, "a": a, "z": z}
    facts |= {"outer": outer, "inner": inner, "last": last, "value": value}
    return Exercise(
        ask=Phrase("chain_by_input" if by == "x" else "chain_by_weight", facts),
        why=Phrase("chain_why", facts),
        formulas=(r"y=g\bigl(v\,f(u\,x)\bigr)",),
        solution=(f.act.derivative_latex, g.act.derivative_latex.replace("f'(x)", "g'(x)")),
        value=value,
        slips=slips(value, _wrong(facts, h, g.value(z), slope_at_input, other), **facts),
    )


def _wrong(facts: Mapping[str, Any], h: float, y: float, slope_at_input: float, other: float) -> dict[str, float]:
    """The numbers that typical errors lead to; `h` and `y` are what the layers put out."""
    outer, inner, v, last = (facts[name] for name in ("outer", "inner", "v", "last"))
    return {
        "inner_slope_left": outer * v * last,
        "outer_slope_left": v * inner * last,
        "weight_left": outer * inner * last,
        "last_left": outer * v * inner,
        "other_last": outer * v * inner * other,
        "heights": y * v * h * last,
        "slope_at_input": slope_at_input,
        "added": outer * v + inner * last,
        "chain_sign": -facts["value"],
    }


KIND = Kind(7, draw)
