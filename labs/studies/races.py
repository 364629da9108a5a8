"""Races between activation functions: networks that differ in nothing else learn the same tasks."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice

import numpy as np

from labs.claim import Cell, Evidence
from labs.depth.propagation import HE, LECUN
from labs.training.data import Array, Dataset, curve, diamond, one_for_each, rings, spirals
from labs.training.networks import MLP, squared_error
from labs.training.optimisers import Adam, Momentum, Optimiser

SEEDS = range(6)
MARK, LIMIT = 0.25, 2000  # the error that ends a race, and the most steps it may take
DEEP, MIDDLING, NARROW = (2, 32, 32, 32, 32), (2, 24, 24), (1, 16, 16)
STARTERS = (("tanh", LECUN), ("relu", HE))
OPTIMISERS: dict[str, Callable[[], Optimiser]] = {
    "GD, η = 0.1": partial(Momentum, 0.1),
    "Adam, η = 0.003": partial(Adam, 0.003),
}
CURVES: dict[str, Callable[[Array], Array]] = {
    "$\\sin 3x$": lambda x: np.sin(3 * x),
    "$\\lvert x\\rvert$": np.abs,
    "$e^{-x^2}$": lambda x: np.exp(-x * x),
}


def steps_to_the_mark(net: MLP, data: Dataset, optimiser: Optimiser) -> float:
    """How many steps it takes until less than MARK of the answers is wrong: the mean of all copies."""
    taken = np.full(len(data.y), LIMIT)
    for step, logits in enumerate(islice(net.descend(data, optimiser), LIMIT)):
        there = np.mean((logits > 0) != data.y, axis=1) < MARK
        taken[there] = np.minimum(taken[there], step)
        if (taken <= step).all():
            break
    return float(taken.mean())


def relu_against_tanh() -> Evidence:
    """The steps until a quarter of the answers is wrong, on two tasks, with two optimisers."""
    tasks = [one_for_each(draw, SEEDS) for draw in (partial(rings, 256), partial(spirals, 128, noise=0.0))]
    table: list[tuple[Cell, ...]] = []
    ratios: list[float] = []
    for name, optimiser in OPTIMISERS.items():
        taken = [
            [steps_to_the_mark(MLP(act, DEEP, SEEDS, variance=v), data, optimiser()) for act, v in STARTERS]
            for data in tasks
        ]
        table.append((name, *(round(steps) for pair in taken for steps in pair)))
        ratios += [tanh / relu for tanh, relu in taken]
    names = ("rings", "spirals", "adam_rings", "adam_spirals")
    return Evidence(dict(zip(names, ratios, strict=True)), tuple(table))


def orders(names: Sequence[str], seeds: tuple[int, ...] = (0, 1)) -> dict[tuple[str, int], tuple[str, ...]]:
    """For each curve and seed the functions that learn it, the one with the least squared error first."""
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    for task, formula in CURVES.items():
        data = curve(formula, 64)
        nets = [MLP(name, NARROW, seeds, loss=squared_error).train(data, Adam(0.01), 300) for name in names]
        ranks = np.argsort([net.mean_loss(data) for net in nets], axis=0)
        found |= {(task, seed): tuple(names[k] for k in order) for seed, order in zip(seeds, ranks.T, strict=True)}
    return found


def mistakes_on_fresh_points() -> Evidence:
    """Three functions from the same starting points: on two tasks the mean and the worst percentage of mistakes."""
    tasks = [
        [one_for_each(draw, range(first, first + len(SEEDS))) for first in (0, 100)]
        for draw in (partial(spirals, 100, noise=0.1), partial(diamond, 200))
    ]
    table: list[tuple[Cell, ...]] = []
    for name in ("relu", "elu", "gelu"):
        nets = [(MLP(name, MIDDLING, SEEDS).train(seen, Adam(0.01), 300), fresh) for seen, fresh in tasks]
        missed = [100 * net.error_rate(fresh) for net, fresh in nets]
        table.append((name, *(float(f(m)) for m in missed for f in (np.mean, np.max))))
    return Evidence({"seeds": len(SEEDS)}, tuple(table))
