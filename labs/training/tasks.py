"""What networks of the laboratory learn: points to be told apart, or a curve; and all that a run of one begins with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from activations.spec import NON_NEGATIVE, POSITIVE, Interval, Param
from labs.depth.propagation import HE, LECUN
from labs.training import data
from labs.training.data import Dataset
from labs.training.networks import MLP, Bend, Loss, cross_entropy, squared_error, untrained

Array = NDArray[np.float64]
Draw = Callable[[int, int, float], Dataset]  # of so many points, from a seed, with so much noise

NOISE = Param("noise", "ε", default=0.1, low=0.0, high=0.6, step=0.05, domain=NON_NEGATIVE)
SIZE = Param("size", "n", default=200.0, low=50.0, high=400.0, step=50.0, domain=Interval(1.0, inf))
MARGIN = Param("margin", "d", default=0.05, low=0.05, high=3.0, step=0.05, domain=POSITIVE)
LEVELS = "0123456789abcdefghijklmnopqrstuvwxyz"  # heights of a curve drawn by hand, from the lowest to the highest
HIGHEST = 1.5
COLUMNS = 25  # at which it is drawn, from -2 to 2
DRAWN = "drawn"  # the task that a reader draws
SEEDS = 1000  # whole numbers below this
WIDEST, DEEPEST = 32, 3  # units of a hidden layer, hidden layers
STARTS = {"he": HE, "lecun": LECUN}  # variance of a weight times the number of inputs
BATCHES = (0, 8, 16, 32)  # points that a step looks at; 0 is all
ROWS = 400  # batches until their order begins again


@dataclass(frozen=True, slots=True)
class Task:
    """A kind of data, how many numbers go into a network, and the loss."""

    draw: Draw
    inputs: int
    loss: Loss


def _labels(draw: Draw) -> Task:
    return Task(draw, 2, cross_entropy)


def _curve(f: Callable[[Array], Array]) -> Task:
    return Task(lambda size, seed, noise: data.noisy(f, size, seed, noise), 1, squared_error)


TASKS = {
    "spirals": _labels(lambda size, seed, noise: data.spirals(size // 2, seed, noise=noise)),
    "circles": _labels(data.circles),
    "moons": _labels(data.moons),
    "xor": _labels(data.xor),
    "diamond": _labels(data.diamond),
    "wave": _curve(lambda x: np.sin(3.0 * x)),
    "vee": _curve(np.abs),
    "stair": _curve(lambda x: np.where(x > 0, 1.0, 0.0)),
    "bell": _curve(lambda x: np.exp(-x * x)),
    DRAWN: _curve(np.zeros_like),  # until something is drawn
}


def sketched(letters: str) -> Callable[[Array], Array]:
    """The curve through the heights that so many letters stand for; ValueError for others."""
    if len(letters) != COLUMNS or not set(letters) <= set(LEVELS):
        raise ValueError("no drawing")
    heights = np.array([LEVELS.index(letter) for letter in letters]) * (2 * HIGHEST / (len(LEVELS) - 1)) - HIGHEST
    return lambda x: np.interp(x, np.linspace(-2.0, 2.0, COLUMNS), heights)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is the same for all networks of a race: data, widths of hidden layers, start and order, all from a seed.

    In the layer `silenced`, counted from 1, the first half of the units begin with a bias so low that, behind ReLUs, no
    point lifts their sums to more than `margin` below 0; `lift` is added to these biases again. ValueError for what is
    out of bounds.
    """

    task: str = "spirals"
    size: int = int(SIZE.default)
    noise: float = NOISE.default
    widths: tuple[int, ...] = (8, 8)
    start: str = "he"
    batch: int = 0
    seed: int = 0
    silenced: int = 0
    margin: float = MARGIN.default
    lift: float = 0.0
    drawn: str = ""

    def __post_init__(self) -> None:
        narrow = 1 <= len(self.widths) <= DEEPEST and all(1 <= width <= WIDEST for width in self.widths)
        known = self.task in TASKS and self.start in STARTS and self.batch in BATCHES
        near = MARGIN.low <= self.margin <= MARGIN.high and 0 <= self.lift <= MARGIN.high
        hidden = 0 <= self.silenced <= len(self.widths)
        if not (narrow and known and near and hidden and 0 <= self.seed < SEEDS and SIZE.low <= self.size <= SIZE.high):
            raise ValueError(f"out of bounds: {self}")
        if self.drawn:
            sketched(self.drawn)

    def all_widths(self) -> tuple[int, ...]:
        """From the inputs to the one output."""
        return (TASKS[self.task].inputs, *self.widths, 1)

    def datasets(self) -> tuple[Dataset, Dataset]:
        """What networks learn from, and as much of the same kind to try them on."""
        task = _curve(sketched(self.drawn)) if self.task == DRAWN and self.drawn else TASKS[self.task]
        draw = task.draw
        return draw(self.size, self.seed, self.noise), draw(self.size, SEEDS + self.seed, self.noise)

    def params(self) -> list[Array]:
        """Weights and biases of an untrained network in turn, with one copy along the first axis."""
        params = untrained(self.all_widths()[:-1], (self.seed,), STARTS[self.start])
        if self.silenced:
            self._silence(params)
        return params

    def _silence(self, params: list[Array]) -> None:
        entering = self.datasets()[0].x
        for weights in params[: 2 * self.silenced : 2]:
            sums = entering @ weights[0]
            entering = np.maximum(sums, 0.0)
        some = sums.shape[1] // 2
        params[2 * self.silenced - 1][0, 0, :some] = self.lift - self.margin - sums[:, :some].max(axis=0)

    def network(self, bends: Sequence[Bend]) -> MLP:
        """An untrained network with these functions in its hidden layers."""
        net = MLP(bends, self.all_widths()[:-1], (self.seed,), loss=TASKS[self.task].loss)
        net.params = self.params()
        return net

    def batches(self) -> NDArray[np.int32] | None:
        """Rows of indices, a row for each step; None if every step looks at all points."""
        if not self.batch:
            return None
        random, rows = np.random.default_rng((self.seed, self.batch)), self.size // self.batch
        epochs = [random.permutation(self.size)[: rows * self.batch] for _ in range(-(-ROWS // rows))]
        return np.concatenate(epochs).reshape(-1, self.batch).astype(np.int32)

    def arrays(self) -> dict[str, NDArray]:
        """All of it by name: points and what is wanted for them, weights and biases in a row, batches if there are."""
        seen, unseen = self.datasets()
        batches = self.batches()
        return {
            **{"seen_x": seen.x, "seen_y": seen.y, "unseen_x": unseen.x, "unseen_y": unseen.y},
            "params": np.concatenate([param.ravel() for param in self.params()]),
            "batches": np.empty((0, 0), np.int32) if batches is None else batches,
        }
