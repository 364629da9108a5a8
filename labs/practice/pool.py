"""Which functions exercises are about, from level to level, and their curves, computed once."""

from functools import cache
from random import Random

import numpy as np
from numpy.typing import NDArray

from labs.practice.exercise import GRID, Setting

Values = dict[str, tuple[float, ...]]
POOL: dict[int, dict[str, Values]] = {  # for each level what it adds, with the values its parameters take
    1: {"relu": {}, "sigmoid": {}, "tanh": {}, "leaky_relu": {"alpha": (0.1, 0.2, 0.3)}, "identity": {}},
    2: {"elu": {"alpha": (1.0, 2.0)}, "softplus": {"beta": (1.0,)}, "hard_tanh": {}, "squared_relu": {}, "sine": {}},
    3: {"silu": {}, "gelu": {}, "softsign": {}, "gaussian": {}, "arctan": {}, "hard_sigmoid": {}},
    4: {
        **{"mish": {}, "hard_swish": {}, "selu": {}, "swish": {"beta": (0.5, 2.0)}, "log_sigmoid": {}},
        **{"celu": {"alpha": (0.5, 2.0)}, "snake": {"alpha": (0.5, 1.0)}, "soft_cap": {"cap": (2.0,)}},
    },
    5: {
        **{"lisht": {}, "tanh_shrink": {}, "telu": {}, "sparse_plus": {}, "hard_mish": {}, "golu": {}},
        **{"squareplus": {"beta": (1.0, 4.0)}, "softplus": {"beta": (0.5, 2.0)}, "dyt": {"alpha": (0.5, 1.5)}},
        **{"elu": {"alpha": (0.5, 1.5)}, "xielu": {}, "scaled_sigmoid": {}, "lecun_tanh": {}},
    },
}


@cache
def settings(lowest: int, highest: int) -> tuple[Setting, ...]:
    """Every function of these levels at each of its values."""
    return tuple(
        Setting(name, tuple((p, value) for p, value in zip(values, some, strict=True)))
        for level in range(lowest, highest + 1)
        for name, values in POOL[level].items()
        for some in _every(tuple(values.values()))
    )


def _every(values: tuple[tuple[float, ...], ...]) -> list[tuple[float, ...]]:
    """All combinations."""
    rows: list[tuple[float, ...]] = [()]
    for some in values:
        rows = [(*row, value) for row in rows for value in some]
    return rows


def pick(rng: Random, level: int) -> Setting:
    """A function of this level or the one below."""
    return rng.choice(settings(max(level - 1, 1), level))


@cache
def heights(one: Setting) -> NDArray[np.float64]:
    return one.act(GRID, **dict(one.params))


@cache
def steepness(one: Setting) -> NDArray[np.float64]:
    return one.act.derivative(GRID, **dict(one.params))
