"""What comes out of one neuron? A number, to be typed."""

from random import Random

from labs.practice import pool
from labs.practice.exercise import Exercise, Fact, Kind, Phrase, slips

INPUTS = {1: 1, 2: 2, 3: 2, 4: 2, 5: 3}
WHOLE, HALVES = (-2.0, -1.0, 1.0, 2.0, 3.0), tuple(k / 2 for k in range(-5, 6) if k)


def draw(rng: Random, level: int) -> Exercise:
    one, some = pool.pick(rng, level), WHOLE if level < 3 else HALVES
    count = INPUTS[level]
    x, w = rng.choices(some, k=count), rng.choices(some, k=count)
    b = rng.choice(some)
    z = _weighed(w, x) + b
    if abs(z) > 4:  # beyond it many functions have arrived, and little is left to compute
        b -= round(z)
        z = _weighed(w, x) + b
    value = one.value(z)
    wrong = {
        "not_bent": z,
        "bias_left_out": one.value(z - b),
        "bias_sign": one.value(z - 2 * b),
        "bent_first": _weighed(w, [one.value(v) for v in x]) + b,
        "each_bent": sum(one.value(u * v) for u, v in zip(w, x, strict=True)) + b,
        "slope_instead": one.slope(z),
        "weights_left_out": one.value(sum(x) + b),
    }
    facts: dict[str, Fact] = {"f": one, "x": _row(x), "w": _row(w), "b": b}
    return Exercise(
        ask=Phrase("neuron_ask", facts),
        why=Phrase("neuron_why", {"f": one, "z": z, "value": value}),
        formulas=(one.act.latex, r"y=f\Bigl(\sum_i w_i x_i+b\Bigr)"),
        value=value,
        slips=slips(value, wrong, f=one, z=z),
    )


def _weighed(w: list[float], x: list[float]) -> float:
    return sum(u * v for u, v in zip(w, x, strict=True))


def _row(numbers: list[float]) -> str:
    """As a vector is written."""
    written = ", ".join(f"{v:g}" for v in numbers).replace("-", "\N{MINUS SIGN}")
    return f"({written})" if len(numbers) > 1 else written


KIND = Kind(5, draw)
