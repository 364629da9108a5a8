"""Small data sets that networks are trained on, each drawn from a seed or laid out evenly."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Dataset:
    """Inputs `x`, a point in each row, and what is wanted for each: a label, 0 or 1, or a value.

    Several data sets of the same size stand behind one another along a first axis.
    """

    x: Array
    y: Array


def one_for_each(draw: Callable[[int], Dataset], seeds: Iterable[int]) -> Dataset:
    """A data set for each seed."""
    drawn = [draw(seed) for seed in seeds]
    return Dataset(np.stack([d.x for d in drawn]), np.stack([d.y for d in drawn]))


def spirals(count: int, seed: int, turns: float = 1.5, noise: float = 0.2) -> Dataset:
    """Two arms that wind round each other, `count` points on each."""
    random = np.random.default_rng(seed)
    along = np.sqrt(random.uniform(0.03, 1.0, 2 * count))
    label = np.repeat([0.0, 1.0], count)
    x = _around(along, 2 * np.pi * turns * along + np.pi * label)
    return Dataset(2 * x + noise * random.standard_normal(x.shape), label)


def rings(count: int, seed: int, bands: int = 5) -> Dataset:
    """Points in a disc; the label changes from ring to ring."""
    random = np.random.default_rng(seed)
    radius, angle = random.uniform(0.0, 1.0, count), random.uniform(0.0, 2 * np.pi, count)
    return Dataset(2 * _around(radius, angle), np.floor(bands * radius) % 2)


def diamond(count: int, seed: int) -> Dataset:
    """Points in a square, told apart by the straight edges of a diamond."""
    x = np.random.default_rng(seed).uniform(-2.0, 2.0, (count, 2))
    return Dataset(x, (np.abs(x).sum(axis=1) > 1.6).astype(float))


def curve(f: Callable[[Array], Array], count: int) -> Dataset:
    """Evenly spaced points from -2 to 2 and the values of a function there."""
    x = np.linspace(-2.0, 2.0, count)
    return Dataset(x[:, None], f(x))


def _around(radius: Array, angle: Array) -> Array:
    return radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
