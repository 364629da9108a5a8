"""What the choice of an activation depends on: where it stands, and what is wanted of it."""

import numpy as np

from activations import elementwise
from activations.frameworks import FRAMEWORKS
from activations.functions.softmax import softmax
from activations.measure import properties
from activations.sources import cite
from activations.spec import Activation
from labs.claim import Cell, Evidence

SCORES = (2.0, 1.0, -1.0)
LOSING = (-3.0, -1.0)
OUTPUTS = ("sigmoid", "identity", "softplus", "tanh")
COMPARED = ("sigmoid", "tanh", "relu", "leaky_relu", "elu", "silu", "gelu")
RUNNERS = ("relu", "leaky_relu", "elu", "selu", "silu", "gelu", "mish", "tanh", "sigmoid")
PAPERS = ("Krizhevsky2012", "Vaswani2017", "Brown2020", "So2021")
X = np.linspace(-6.0, 6.0, 480)  # without 0


def slopes_by_default() -> Evidence:
    """The negative slope that each framework takes for Leaky ReLU unless told."""
    found = [(framework, d) for framework, of in FRAMEWORKS.items() for d in of.defaults.get("leaky_relu", ())]
    return Evidence({}, tuple((f, f"`{d.owner}`", d.value) for f, d in found if isinstance(d.value, float)))


def two_names() -> Evidence:
    """Under which name the same conference is cited, by year."""
    return Evidence({}, tuple((f"{source.year}", source.venue) for source in cite(*PAPERS)))


def same_scores() -> Evidence:
    """The same three scores through what output layers use, and the sums."""
    z = np.array(SCORES)
    through = {"softmax": softmax(z, 1.0)} | {name: elementwise(name)(z) for name in OUTPUTS}
    table = tuple((name, *y.tolist(), float(y.sum())) for name, y in through.items())
    return Evidence({name: float(through[name].sum()) for name in ("sigmoid", "softmax")}, table)


def ranges() -> dict[str, np.ndarray]:
    return {"x": X, **{n: elementwise(n)(X) for n in ("sigmoid", "tanh", "softplus", "identity")}}


def relu_erases_the_ranking() -> Evidence:
    """Two negative scores, their softmax, and both again after ReLU."""
    z = np.array(LOSING)
    clipped = elementwise("relu")(z)
    before, after = softmax(z, 1.0), softmax(clipped, 1.0)
    rows = np.stack([z, before, clipped, after], axis=1).tolist()
    table = tuple((f"{i + 1}", *row) for i, row in enumerate(rows))
    return Evidence({"before": float(before[1]), "after": float(after[1])}, table)


def second_share(z1: float) -> dict[str, np.ndarray]:
    """The softmax share of the second of two scores, as it is and after ReLU."""
    z = np.stack([np.full_like(X, z1), X], axis=1)
    return {"x": X, "raw": softmax(z, 1.0)[:, 1], "clipped": softmax(elementwise("relu")(z), 1.0)[:, 1]}


def what_a_table_should_hold() -> Evidence:
    """The bounds, mean output and share of exact zeros for standard normal inputs."""
    table: list[tuple[Cell, ...]] = []
    for name in COMPARED:
        act = elementwise(name)
        image, mean = act.fact("range"), properties(act)["mean"]
        table.append((name, image.low, image.high, round(mean, 12) + 0.0, zeros(act)))
    return Evidence({}, tuple(table))


def zeros(act: Activation) -> float:
    """The share of standard normal inputs whose output is exactly 0, up to what never happens."""
    return round(properties(act)["zeros"], 12)


# What the table of comparisons tells of every function, and the value that is commonly held to be best. The slope at 0
# is left out: at a corner it is a convention.
MERITS = {"zeros": 1.0, "mean": 0.0, "variance": 1.0, "steepest": 1.0, "forward_gain": 1.0}


def none_is_first_in_everything() -> Evidence:
    """Nine functions, what is measured of them, and how often each is nearest to what is held to be best."""
    measured = {name: [properties(elementwise(name))[merit] for merit in MERITS] for name in RUNNERS}
    away = np.abs(np.array(list(measured.values())) - list(MERITS.values())).round(9)
    firsts = (away == away.min(axis=0)).sum(axis=1)
    table: list[tuple[Cell, ...]] = []
    for (name, row), first in zip(measured.items(), firsts, strict=True):
        table.append((name, *(round(value, 9) + 0.0 for value in row), float(first)))
    return Evidence({"merits": float(len(MERITS)), "most": float(firsts.max())}, tuple(table))
