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


def diamond(count: int, seed: int, noise: float = 0.0) -> Dataset:
    """Points in a square, told apart by the straight edges of a diamond."""
    random = np.random.default_rng(seed)
    x = random.uniform(-2.0, 2.0, (count, 2))
    label = (np.abs(x).sum(axis=1) > 1.6).astype(float)
    return Dataset(x + noise * random.standard_normal(x.shape), label)


def circles(count: int, seed: int, noise: float = 0.2) -> Dataset:
    """A ring of radius 2 and one of radius 1 within it."""
    random = np.random.default_rng(seed)
    label = (np.arange(count) % 2).astype(np.float64)
    x = _around(2.0 - label, random.uniform(0.0, 2 * np.pi, count))
    return Dataset(x + noise * random.standard_normal(x.shape), label)


def xor(count: int, seed: int, noise: float = 0.2) -> Dataset:
    """Points in a square, labelled by whether the signs of their coordinates differ."""
    random = np.random.default_rng(seed)
    x = random.uniform(-2.0, 2.0, (count, 2))
    label = (x[:, 0] * x[:, 1] < 0).astype(float)
    return Dataset(x + noise * random.standard_normal(x.shape), label)


def moons(count: int, seed: int, noise: float = 0.2) -> Dataset:
    """Two half circles, the end of each in the hollow of the other."""
    random = np.random.default_rng(seed)
    label = (np.arange(count) % 2).astype(np.float64)
    x = _around(np.full(count, 1.3), np.pi * (random.uniform(0.0, 1.0, count) + label))
    x += np.where(label[:, None] > 0, [0.65, 0.3], [-0.65, -0.3])
    return Dataset(x + noise * random.standard_normal(x.shape), label)


def noisy(f: Callable[[Array], Array], count: int, seed: int, noise: float = 0.1) -> Dataset:
    """Points from -2 to 2, the values of a function there, and what is added to them at random."""
    random = np.random.default_rng(seed)
    x = random.uniform(-2.0, 2.0, count)
    return Dataset(x[:, None], f(x) + noise * random.standard_normal(count))


def curve(f: Callable[[Array], Array], count: int) -> Dataset:
    """Evenly spaced points from -2 to 2 and the values of a function there."""
    x = np.linspace(-2.0, 2.0, count)
    return Dataset(x[:, None], f(x))


def _around(radius: Array, angle: Array) -> Array:
    return radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
