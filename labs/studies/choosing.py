"""What the choice of an activation depends on: where it stands, and what is wanted of it."""

from collections.abc import Callable

import numpy as np

from activations import elementwise
from activations.frameworks import FRAMEWORKS
from activations.functions.softmax import softmax
from activations.measure import properties
from activations.normal import expectation
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


WISHES: dict[str, tuple[str, Callable[[Activation], float]]] = {
    "$P(f(Z)=0)$": ("max", zeros),
    "$\\lvert\\mathrm{E}\\,f(2Z)\\rvert$": ("0", lambda f: round(abs(expectation(lambda z: f(2 * z))), 12)),
    "$\\mathrm{E}\\,f(Z)^2$": ("1", lambda f: expectation(lambda z: f(z) ** 2)),
    "$f'(-10)$": ("max", lambda f: float(f.derivative(-10.0))),
    "$\\sup f-\\inf f$": ("0", lambda f: f.fact("range").high - f.fact("range").low),
}


def five_wishes() -> Evidence:
    """Five things one may want of an activation function, who fulfils each best, and ReLU beside it."""
    table: list[tuple[Cell, ...]] = []
    for wish, (wanted, measure) in WISHES.items():
        found = {name: measure(elementwise(name)) for name in RUNNERS}
        best = max(found, key=lambda n: found[n] if wanted == "max" else -abs(found[n] - float(wanted)))
        table.append((wish, wanted, best, found[best], found["relu"]))
    return Evidence({}, tuple(table))
