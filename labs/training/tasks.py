"""What networks of the laboratory learn: points to be told apart, or a curve; and all that a run of one begins with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from activations.spec import NON_NEGATIVE, Interval, Param
from labs.depth.propagation import HE, LECUN
from labs.training import data
from labs.training.data import Dataset
from labs.training.networks import MLP, Bend, Loss, cross_entropy, squared_error, untrained

Array = NDArray[np.float64]
Draw = Callable[[int, int, float], Dataset]  # of so many points, from a seed, with so much noise

NOISE = Param("noise", "ε", default=0.1, low=0.0, high=0.6, step=0.05, domain=NON_NEGATIVE)
SIZE = Param("size", "n", default=200.0, low=50.0, high=400.0, step=50.0, domain=Interval(1.0, inf))
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
}


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is the same for all networks of a race: data, widths of hidden layers, start and order, all from a seed.

    ValueError for what is out of bounds.
    """

    task: str = "spirals"
    size: int = int(SIZE.default)
    noise: float = NOISE.default
    widths: tuple[int, ...] = (8, 8)
    start: str = "he"
    batch: int = 0
    seed: int = 0

    def __post_init__(self) -> None:
        narrow = 1 <= len(self.widths) <= DEEPEST and all(1 <= width <= WIDEST for width in self.widths)
        known = self.task in TASKS and self.start in STARTS and self.batch in BATCHES
        if not (narrow and known and 0 <= self.seed < SEEDS and SIZE.low <= self.size <= SIZE.high):
            raise ValueError(f"out of bounds: {self}")

    def all_widths(self) -> tuple[int, ...]:
        """From the inputs to the one output."""
        return (TASKS[self.task].inputs, *self.widths, 1)

    def datasets(self) -> tuple[Dataset, Dataset]:
        """What networks learn from, and as much of the same kind to try them on."""
        draw = TASKS[self.task].draw
        return draw(self.size, self.seed, self.noise), draw(self.size, SEEDS + self.seed, self.noise)

    def params(self) -> list[Array]:
        """Weights and biases of an untrained network in turn, with one copy along the first axis."""
        return untrained(self.all_widths()[:-1], (self.seed,), STARTS[self.start])

    def network(self, bends: Sequence[Bend]) -> MLP:
        """An untrained network with these functions in its hidden layers."""
        widths, loss = self.all_widths()[:-1], TASKS[self.task].loss
        return MLP(bends, widths, (self.seed,), loss=loss, variance=STARTS[self.start])

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
