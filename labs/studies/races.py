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

SEEDS, STARTS = range(6), range(12)
LADDER = ("relu", "leaky_relu", "swish", "gelu", "mish")
CORNERED = LADDER[:2]
MARK, LIMIT = 0.25, 2000  # the error that ends a race, and the most steps it may take
DEEP, MIDDLING, NARROW = (2, 32, 32, 32, 32), (2, 24, 24), (1, 16, 16)
STARTERS = (("tanh", LECUN), ("relu", HE))
OPTIMISERS: dict[str, Callable[[], Optimiser]] = {
    "GD, η = 0.1": partial(Momentum, 0.1),
    "Adam, η = 0.003": partial(Adam, 0.003),
}
CORNER = "$\\lvert x\\rvert$"
CURVES: dict[str, Callable[[Array], Array]] = {
    "$\\sin 3x$": lambda x: np.sin(3 * x),
    CORNER: np.abs,
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


def orders(names: Sequence[str], seeds: Sequence[int]) -> dict[tuple[str, int], tuple[str, ...]]:
    """For each curve and seed the functions that learn it, the one with the least squared error first."""
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    for task, formula in CURVES.items():
        data = curve(formula, 64)
        nets = [MLP(name, NARROW, seeds, loss=squared_error).train(data, Adam(0.01), 300) for name in names]
        ranks = np.argsort([net.mean_loss(data) for net in nets], axis=0)
        found |= {(task, seed): tuple(names[k] for k in order) for seed, order in zip(seeds, ranks.T, strict=True)}
    return found


def a_ladder_that_shakes() -> Evidence:
    """Small networks learn three curves from a dozen seeds each: in which place each function comes in."""
    found = orders(LADDER, STARTS)
    by_task = {task: [order for (t, _), order in found.items() if t == task] for task in CURVES}
    table = tuple((task, *(_places(name, runs) for name in LADDER)) for task, runs in by_task.items())
    bent = [order[0] in CORNERED for order in by_task[CORNER]]
    smooth = [order[0] not in CORNERED for task, runs in by_task.items() if task != CORNER for order in runs]
    counts = {"races": len(found), "orders": len(set(found.values())), "starts": len(STARTS)}
    counts |= {"bent": sum(bent), "round": sum(smooth), "others": len(smooth)}
    return Evidence({name: float(count) for name, count in counts.items()}, table)


def _places(name: str, runs: Sequence[tuple[str, ...]]) -> str:
    """The mean place, and the best and the worst."""
    places = [order.index(name) + 1 for order in runs]
    return f"{sum(places) / len(places):.1f} ({min(places)}–{max(places)})"


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
