"""Claims about gradients: where they vanish, where units saturate."""

import numpy as np
from scipy.optimize import brentq

from activations import elementwise
from activations.domain import Param
from activations.measure import FLAT, flat, properties
from activations.scan import stationary
from labs.claim import Claim, Evidence, Plot
from labs.depth.propagation import HE
from labs.studies import deep_stacks
from labs.studies.deep_stacks import DEPTH, arriving

SIGMOID, TANH, GELU, SWISH, SILU, RELU = (
    elementwise(name) for name in ("sigmoid", "tanh", "gelu", "swish", "silu", "relu")
)
X = np.linspace(-10.0, 10.0, 801)


def slopes(x: np.ndarray, *names: str) -> dict[str, np.ndarray]:
    """The size of each derivative; what is zero leaves a gap, for a log axis has no zero."""
    sizes = {name: np.abs(elementwise(name).derivative(x)) for name in names}
    return {"x": x, **{name: np.where(size > 0, size, np.nan) for name, size in sizes.items()}}


def slopes_at(points: tuple[float, ...], *names: str) -> tuple[tuple[str | float, ...], ...]:
    return tuple((f"x = {p:g}", *(float(elementwise(n).derivative(p)) for n in names)) for p in points)


def sigmoid_flattens_at_both_ends() -> Evidence:
    """At most a quarter, and soon below a hundredth."""
    found = properties(SIGMOID)
    numbers = {"steepest": found["steepest"], "edge": found["flat_right"]}
    return Evidence(numbers, slopes_at((-10.0, -5.0, 0.0, 2.0, 5.0, 10.0), "sigmoid"))


def sigmoid_beside_a_hundredth() -> dict[str, np.ndarray]:
    x = np.linspace(-14.0, 14.0, 801)  # far enough for a log axis to label its decades only
    return slopes(x, "sigmoid") | {"limit": np.full_like(x, FLAT)}


def only_relu_is_exactly_flat() -> Evidence:
    """On the negative side ReLU's slope is zero, the others' slopes are small."""
    table = tuple((name, float(elementwise(name).derivative(-5.0))) for name in ("relu", "sigmoid", "tanh"))
    return Evidence({"rounded": properties(TANH)["round32_right"]}, table)


def tanh_at_two_is_not_yet_flat() -> Evidence:
    """A slope of seven hundredths at 2; below a hundredth only from 3 on."""
    edges = {"tenth": flat(TANH, 1, 0.1), "hundredth": flat(TANH, 1, 0.01)}
    share = float(TANH.derivative(2.0)) / properties(TANH)["steepest"]
    return Evidence(edges | {"share": share}, slopes_at((1.0, 2.0, 3.0, 5.0), "tanh"))


def tanh_and_sigmoid_cross() -> Evidence:
    """Tanh is steeper in the middle only; where the two slopes meet."""
    cross = brentq(lambda x: float(TANH.derivative(x) - SIGMOID.derivative(x)), 1.0, 2.0, xtol=1e-14)
    numbers = {"cross": cross, "height": float(TANH.derivative(cross))}
    return Evidence(numbers, slopes_at((0.0, 1.0, 2.0, 3.0), "tanh", "sigmoid"))


def gelu_has_flat_places_too() -> Evidence:
    """A point of slope zero, a left tail thinner than the sigmoid's, and gradients lost with depth."""
    (turn,) = stationary(GELU)
    lost = float(f"{1 / arriving('gelu', DEPTH):.1g}")
    numbers = {"turn": turn, "lost": lost, "he": arriving("gelu", DEPTH, HE)}
    return Evidence(numbers, slopes_at((-1.0, -3.0, -5.0, -8.0), "gelu", "sigmoid"))


def gelu_and_sigmoid_slopes() -> dict[str, np.ndarray]:
    (turn,) = stationary(GELU)
    close = turn + np.geomspace(1e-12, 0.1, 12)[:, None] * [-1, 1]
    return slopes(np.union1d(X[X <= 2.0], close), "gelu", "sigmoid")


def swish_saturates_on_one_side() -> Evidence:
    """Slope one on the far right, zero on the far left."""
    return Evidence(table=slopes_at((10.0, 1.0, -5.0, -10.0, -20.0), "silu", "relu"))


def swish_and_relu_slopes(beta: float) -> dict[str, np.ndarray]:
    return {"x": X, "swish": SWISH.derivative(X, beta=beta), "relu": np.where(X == 0, np.nan, RELU.derivative(X))}


CLAIMS = (
    Claim(
        id="C020",
        verdict="misleading",
        functions=("sigmoid",),
        sources=("GlorotBengio2010",),
        evidence=deep_stacks.sigmoid_fades_unsaturated,
        plot=Plot(deep_stacks.slopes_multiplied, knobs=(Param("at", "x₀", 0.0, 0.0, 4.0, 0.05),), limits=(-30.0, 0.0)),
    ),
    Claim(
        id="C021",
        verdict="correct",
        functions=("sigmoid",),
        sources=("GlorotBengio2010",),
        evidence=sigmoid_flattens_at_both_ends,
        plot=Plot(sigmoid_beside_a_hundredth, log=True),
    ),
    Claim(
        id="C022",
        verdict="wrong",
        functions=("relu", "sigmoid", "tanh"),
        sources=("Glorot2011",),
        evidence=only_relu_is_exactly_flat,
        plot=Plot(lambda: slopes(X, "relu", "sigmoid", "tanh"), log=True),
    ),
    Claim(
        id="C023",
        verdict="conditions",
        functions=("tanh",),
        evidence=tanh_at_two_is_not_yet_flat,
    ),
    Claim(
        id="C024",
        verdict="conditions",
        functions=("tanh", "sigmoid"),
        sources=("LeCun1998",),
        evidence=tanh_and_sigmoid_cross,
        plot=Plot(lambda: slopes(np.linspace(-6.0, 6.0, 481), "tanh", "sigmoid")),
    ),
    Claim(
        id="C025",
        verdict="conditions",
        functions=("relu",),
        sources=("Glorot2011", "He2015"),
        evidence=deep_stacks.relu_by_weights,
        plot=Plot(deep_stacks.relu_gradients, log=True, limits=(1e-4, 1e4)),
    ),
    Claim(
        id="C026",
        verdict="conditions",
        functions=("relu", "swish", "silu", "selu"),
        sources=("He2015", "Klambauer2017"),
        evidence=deep_stacks.gains_are_not_enough,
        plot=Plot(deep_stacks.signals_by_gain, knobs=(deep_stacks.FINE_GAIN,), limits=(-6.0, 6.0)),
    ),
    Claim(
        id="C027",
        verdict="misleading",
        functions=("gelu",),
        sources=("Hendrycks2016",),
        evidence=gelu_has_flat_places_too,
        plot=Plot(gelu_and_sigmoid_slopes, log=True, limits=(1e-12, 10.0)),
    ),
    Claim(
        id="C028",
        verdict="conditions",
        functions=("swish", "silu", "relu"),
        sources=("Ramachandran2017",),
        evidence=swish_saturates_on_one_side,
        plot=Plot(swish_and_relu_slopes, knobs=SWISH.params),
    ),
)
