"""How many outputs are exactly zero when the inputs are normally distributed, N(mu, 1)."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from activations import CATALOGUE
from activations.functions.relu import SPEC as RELU
from activations.spec import Activation, Param

MEAN = Param("mean", "μ", default=0.0, low=-3.0, high=3.0, step=0.05)
PARAMS = (MEAN,)
NEVER = ("leaky_relu", "elu", "gelu", "silu", "tanh")  # shown beside those that do reach zero
RARE = 1e-3  # a share below this at the default mean is not worth a bar
SIDE = 10  # lamps in a row
_GRID = np.linspace(-40.0, 40.0, 6401)
WIDTH = 1000  # inputs and outputs of the layer whose multiplications are counted


@cache
def silence(act: Activation) -> tuple[tuple[float, float], ...]:
    """The ends of every stretch of inputs whose output is exactly zero; single points do not count."""
    zero = np.concatenate([[False], act(_GRID) == 0, [False]])
    starts, stops = np.flatnonzero(zero[1:] & ~zero[:-1]), np.flatnonzero(zero[:-1] & ~zero[1:]) - 1
    return tuple(
        (_end(act, first, first - 1), _end(act, last, last + 1))
        for first, last in zip(starts.tolist(), stops.tolist(), strict=True)
        if last > first
    )


def _end(act: Activation, inside: int, outside: int) -> float:
    """Where the zeros end between two neighbours on the grid, by bisection; infinite at its rim."""
    if not 0 <= outside < _GRID.size:
        return float(np.copysign(np.inf, _GRID[inside]))
    zero, other = _GRID[inside], _GRID[outside]
    for _ in range(60):
        middle = (zero + other) / 2
        zero, other = (middle, other) if act(middle) == 0 else (zero, middle)
    return float(zero)


def share(act: Activation, mean: float) -> float:
    """P(f(X) = 0) for X ~ N(mean, 1)."""
    return float(sum(ndtr(high - mean) - ndtr(low - mean) for low, high in silence(act)))


@cache
def shown() -> tuple[Activation, ...]:
    """Every function of the catalogue that silences inputs, the most silent first, and some that never do."""
    acts = [f for f in CATALOGUE.values() if isinstance(f, Activation)]
    silent = sorted((a for a in acts if share(a, MEAN.default) > RARE), key=lambda a: -share(a, MEAN.default))
    return (*silent, *(a for a in acts if a.id in NEVER))


@cache
def _inputs() -> NDArray:
    """A hundred inputs at evenly spaced ranks of N(0, 1), shuffled over a square once and for all."""
    ranks = (np.arange(SIDE * SIDE) + 0.5) / (SIDE * SIDE)
    return np.random.default_rng(5).permutation(ndtri(ranks)).reshape(SIDE, SIDE)


def lamps(mean: float) -> NDArray:
    """The outputs of a hundred ReLU neurons."""
    return RELU(_inputs() + mean)


def products(mean: float, width: int = WIDTH) -> tuple[int, float]:
    """Multiplications of one dense layer fed by ReLU outputs, and how many of them have a factor zero on average."""
    return width * width, width * width * share(RELU, mean)


def picture(mean: float) -> dict[str, NDArray]:
    """A hundred lamps, and the share of zeros of every function shown."""
    return {"lamps": lamps(mean), "share": np.array([share(act, mean) for act in shown()])}
