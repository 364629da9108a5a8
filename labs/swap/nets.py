"""Small networks, trained with one function each, and what becomes of their answers when another takes its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from activations.floats import read_only
from activations.spec import Interval, Param
from labs.swap.forms import SERVED, TRAINED
from labs.training.data import Dataset, circles, one_for_each
from labs.training.networks import MLP, Bend
from labs.training.optimisers import Adam

Array = NDArray[np.float64]
MORPH = Param("t", "t", default=0.5, low=0.0, high=1.0, step=0.02, domain=Interval(0.0, 1.0, (True, True)))
NET = Param("net", "n", default=1.0, low=1.0, high=7.0, step=1.0)
PARAMS = (MORPH, NET)
SEEDS = tuple(range(int(NET.high)))  # of data and weights: each network has its own
FRESH = 1000  # added to a seed: points that no network has seen
POINTS, WIDTHS, STEPS, RATE = 200, (2, 8, 8, 8), 250, 0.02
SIDE, REACH = 41, 2.8  # of the map
HIGHEST = 1.1  # of a bar; more is cut off there


@dataclass(frozen=True, slots=True)
class Changed:
    """For each network which answers are others now, their share, its error rates, and how far each layer is off.

    `off` is a row for each network: the distance of each hidden layer's outputs, and of the output itself, from those
    of the network as it was trained, as a share of their size.
    """

    flipped: NDArray[np.bool_]
    answers: Array
    errors: tuple[Array, Array]
    off: Array


@cache
def _data(first: int) -> Dataset:
    return one_for_each(lambda seed: circles(POINTS, seed), (first + seed for seed in SEEDS))


@lru_cache(maxsize=len(TRAINED))
def trained(name: str) -> MLP:
    """All copies, trained with one function; not to be trained any further."""
    net = MLP([TRAINED[name]] * (len(WIDTHS) - 1), WIDTHS, SEEDS)
    net.train(_data(0), Adam(RATE), STEPS)
    for param in net.params:
        read_only(param)
    return net


@dataclass(frozen=True, slots=True)
class Mixture(Bend):
    """(1 - t) f + t g: `other` is g."""

    other: Bend | None = None
    t: float = 0.0

    def __call__(self, z: Array) -> Array:
        f = Bend.__call__(self, z)
        return f if self.other is None or not self.t else (1 - self.t) * f + self.t * self.other(z)


def served(name: str, by: str, t: float = 1.0) -> MLP:
    """The same weights, run with (1 - t) times the function they were trained with plus t times another."""
    whole, f = trained(name), TRAINED[name]
    net = MLP([Mixture(f.act, f.params, other=SERVED[by], t=t)] * (len(WIDTHS) - 1), WIDTHS, SEEDS)
    net.params = whole.params
    return net


def _layers(net: MLP, x: Array) -> list[Array]:
    """The outputs of every hidden layer, and at last those of the network."""
    entering, sums = net.forward(x)
    return [*entering[1:], sums[-1]]


@lru_cache(maxsize=512)
def changed(name: str, by: str, t: float = 1.0) -> Changed:
    """What fresh points get for answers."""
    fresh = _data(FRESH)
    before, after = (_layers(net, fresh.x) for net in (trained(name), served(name, by, t)))
    pairs = zip(before, after, strict=True)
    off = [np.linalg.norm(b - a, axis=(1, 2)) / np.linalg.norm(b, axis=(1, 2)) for b, a in pairs]
    was, now = (layers[-1][..., 0] > 0 for layers in (before, after))
    errors = (np.mean(was != fresh.y, axis=1), np.mean(now != fresh.y, axis=1))
    return Changed(was != now, np.mean(was != now, axis=1), errors, np.stack(off, axis=1))


def spread(shares: Sequence[float] | Array) -> tuple[float, float, float]:
    """The smallest, the median and the largest."""
    return float(np.min(shares)), float(np.median(shares)), float(np.max(shares))


@cache
def _ground() -> Array:
    along = np.linspace(-REACH, REACH, SIDE)
    return np.stack(np.meshgrid(along, along), axis=-1).reshape(-1, 2)


@lru_cache(maxsize=256)
def _field(name: str, by: str, t: float, which: int) -> Array:
    """How sure one network is all over the map: from -1 for the one answer to 1 for the other."""
    net = served(name, by, t)
    net.params = [param[which : which + 1] for param in net.params]
    return read_only(np.tanh(net.outputs(_ground())[0] / 2).reshape(SIDE, SIDE))


def _filled_up(points: Array) -> Array:
    """As many points whatever their number: the last stands for those that are missing, one off the map for none."""
    last = points[:, -1:] if points.size else np.full((2, 1), 2 * REACH)
    return np.concatenate([points, np.repeat(last, POINTS - points.shape[1], axis=1)], axis=1)


def picture(name: str, by: str, t: float, net: float) -> dict[str, NDArray[np.floating]]:
    """One network's map with its points, and for all of them how far every layer is off and how many answers change.

    Bars are shares; numbers that a sentence tells are percentages.
    """
    which, fresh, found = int(net) - 1, _data(FRESH), changed(name, by, t)
    x, label = fresh.x[which].T, fresh.y[which]
    bars = np.concatenate([found.off, found.answers[:, None]], axis=1)
    low, middle, high = bars.min(0), np.median(bars, axis=0), bars.max(0)
    ends = np.stack([low, high, np.full(len(low), np.nan)], axis=1).ravel()
    return {
        "field": _field(name, by, t, which),
        "border": _field(name, by, 0.0, which),
        "outer": x[:, label == 0],
        "inner": x[:, label == 1],
        "flipped": _filled_up(x[:, found.flipped[which]]),
        "bars": middle.clip(0, HIGHEST),
        "exact": 100 * middle,
        "tops": high.clip(0, HIGHEST),
        "ends": ends.clip(0, HIGHEST),
        "count": found.flipped[which].sum(keepdims=True).astype(np.float64),
        **{at: 100 * share[-1:] for at, share in (("least", low), ("median", middle), ("most", high))},
    }
