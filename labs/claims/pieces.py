"""Claims about Maxout, Softplus and Softsign."""

import numpy as np
from scipy.optimize import brentq

from activations import elementwise
from activations.domain import Param
from activations.frameworks import FRAMEWORKS
from activations.measure import properties
from activations.normal import expectation
from activations.scan import curvature
from labs import timing
from labs.claim import Claim, Evidence, Plot
from labs.depth.propagation import propagate
from labs.studies import broken_lines, naive
from labs.studies.broken_lines import highest, highest_tangent

RELU, SIGMOID, SOFTPLUS = (elementwise(name) for name in ("relu", "sigmoid", "softplus"))
SOFTSIGN, TANH = elementwise("softsign"), elementwise("tanh")
X = np.linspace(-6.0, 6.0, 481)
INPUTS, UNITS, DEPTH = 784, 128, 20
BOTH = ("softplus", "relu")


def tangents(pieces: float) -> dict[str, np.ndarray]:
    x = np.linspace(-1.0, 1.0, 321)
    return {"x": x, "parabola": x**2, "maxout": highest_tangent(x, round(pieces))}


def parameters() -> Evidence:
    """Weights and biases of a Maxout layer, counted."""
    counts = {k: np.empty((k, INPUTS, UNITS)).size + np.empty((k, UNITS)).size for k in (1, 2, 3, 5)}
    return Evidence({}, tuple((f"k = {k}", count, count / counts[1]) for k, count in counts.items()))


def three_pieces(x: np.ndarray, offset: float) -> np.ndarray:
    return np.stack([-x, x, np.full_like(x, offset)], axis=-1)


def who_wins() -> Evidence:
    """The share of standard normal inputs at which each of three pieces is the highest."""

    def share(piece: int, offset: float) -> float:
        return expectation(lambda z: three_pieces(z, offset).argmax(axis=-1) == piece, (-0.5, 0.0, 0.5))

    return Evidence({}, tuple((word, share(i, 0.5), share(i, -0.5)) for i, word in enumerate(("−x", "x", "b"))))


def envelope(offset: float) -> dict[str, np.ndarray]:
    x = np.linspace(-2.0, 2.0, 321)
    pieces = three_pieces(x, offset)
    return {"x": x, "maxout": highest(pieces), "falling": pieces[:, 0], "rising": pieces[:, 1], "level": pieces[:, 2]}


def rounded_relu(h: float = 1e-4) -> Evidence:
    """Softplus beside ReLU, and its slope, measured, beside the sigmoid."""
    rows = []
    for x in (-2.0, 0.0, 2.0, 5.0):
        measured = float(SOFTPLUS(x + h) - SOFTPLUS(x - h)) / (2 * h)
        rows.append((f"x = {x:g}", float(RELU(x)), float(SOFTPLUS(x)), measured, float(SIGMOID(x))))
    return Evidence({"gap": float((SOFTPLUS(X) - RELU(X)).max())}, tuple(rows))


def sharper(beta: float) -> dict[str, np.ndarray]:
    return {"x": X, "softplus": SOFTPLUS(X, beta=beta), "relu": RELU(X)}


def one_sided() -> Evidence:
    """What strong inputs of both signs give, and how often the output is exactly 0."""
    acts = {name: elementwise(name) for name in ("relu", "softplus", "sigmoid", "tanh")}
    return Evidence({}, tuple((n, float(f(-4.0)), float(f(4.0)), properties(f)["zeros"]) for n, f in acts.items()))


def the_formula_breaks() -> Evidence:
    """The formula as it is written, beside the stable form; and what a framework leaves out."""
    points = (-40.0, -35.0, 0.0, 709.0, 710.0)
    table = tuple((f"x = {x:g}", float(naive.softplus(np.float64(x))), float(SOFTPLUS(x))) for x in points)
    cut = {d.argument: d.value for d in FRAMEWORKS["torch"].defaults["softplus"]}["threshold"]
    assert isinstance(cut, float)
    numbers = {"overflow": naive.overflow(np.float64), "overflow32": naive.overflow(np.float32), "cut": cut}
    lost = -naive.first(lambda x: naive.softplus(-x) == 0, 1.0, 1000.0)
    numbers |= {"underflow": lost, "billionths": 1e9 * float(np.log1p(np.exp(-cut)))}
    return Evidence(numbers, table)


def rounding() -> dict[str, np.ndarray]:
    x = np.linspace(-45.0, 0.0, 451)
    error = naive.relative_error(naive.softplus(x), SOFTPLUS(x))
    return {"x": x, "formula": np.where(error > 0, error, np.nan)}


def two_slopes() -> Evidence:
    """Where the two derivatives cross, and what 20 layers leave of a gradient."""
    cross = brentq(lambda x: float(SOFTSIGN.derivative(x) - TANH.derivative(x)), 1.0, 3.0, xtol=1e-14)
    points = (0.5, 1.0, 2.0, 5.0, 10.0)
    table = tuple((f"x = {x:g}", float(SOFTSIGN.derivative(x)), float(TANH.derivative(x))) for x in points)
    left = {f"{name}_left": float(propagate(name, DEPTH).gradient[-1]) for name in ("softsign", "tanh")}
    return Evidence({"cross": cross, "height": float(TANH.derivative(cross)), **left}, table)


def crossing() -> dict[str, np.ndarray]:
    x = np.linspace(0.0, 8.0, 401)
    return {"x": x, "softsign": SOFTSIGN.derivative(x), "tanh": TANH.derivative(x)}


def slope_from_output() -> Evidence:
    """The slope of Softsign from its output y, beside the formula in x; and the same for tanh."""
    rows = []
    for x in (-3.0, 0.0, 1.0, 3.0):
        y, t = float(SOFTSIGN(x)), float(TANH(x))
        rows.append((f"x = {x:g}", y, (1 - abs(y)) ** 2, float(SOFTSIGN.derivative(x)), 1 - t * t))
    return Evidence({}, tuple(rows))


def time_slopes() -> Evidence:
    """Nanoseconds for one element: the functions, and their slopes from the output."""
    x = np.random.default_rng(0).standard_normal(timing.SIZE)
    y = SOFTSIGN(x)
    slopes = {"softsign_slope": lambda: (1 - np.abs(y)) ** 2, "tanh_slope": lambda: 1 - y * y}
    numbers = {name: timing.run(work).per(x.size).median for name, work in slopes.items()}
    return Evidence(numbers | {name: timing.per_element(name).median for name in ("softsign", "tanh")})


def bend_jumps(h: float = 1e-6) -> Evidence:
    """The second derivative on both sides of 0, and the slopes there."""
    left, right = ((float(SOFTSIGN.derivative(s)) - float(SOFTSIGN.derivative(0.0))) / s for s in (-h, h))
    return Evidence({"left": left, "right": right})


def bends() -> dict[str, np.ndarray]:
    x = np.linspace(-4.0, 4.0, 401)
    apart = np.where(np.abs(x) < 0.01, np.nan, x)  # not across the jump
    return {"x": x, "softsign": curvature(SOFTSIGN, apart), "tanh": curvature(TANH, x)}


CLAIMS = (
    Claim(
        id="C114",
        verdict="conditions",
        functions=("maxout",),
        sources=("Goodfellow2013",),
        evidence=broken_lines.error_of_tangents,
        plot=Plot(tangents, (Param("pieces", "k", default=4, low=1, high=16, step=1),)),
    ),
    Claim(id="C115", verdict="conditions", functions=("maxout",), sources=("Goodfellow2013",), evidence=parameters),
    Claim(
        id="C116",
        verdict="conditions",
        functions=("maxout",),
        sources=("Goodfellow2013",),
        evidence=who_wins,
        plot=Plot(envelope, (Param("offset", "b", default=0.5, low=-1.0, high=1.5, step=0.05),)),
    ),
    Claim(
        id="C117",
        verdict="correct",
        functions=("softplus", "relu", "sigmoid"),
        sources=("Dugas2001", "Glorot2011"),
        evidence=rounded_relu,
        plot=Plot(sharper, SOFTPLUS.params),
    ),
    Claim(id="C118", verdict="conditions", functions=BOTH, sources=("Glorot2011",), evidence=one_sided),
    Claim(
        id="C119",
        verdict="wrong",
        printed=True,
        functions=("softplus",),
        sources=("TorchRun",),
        evidence=the_formula_breaks,
        plot=Plot(rounding, log=True),
    ),
    Claim(
        id="C120",
        verdict="misleading",
        functions=("softsign", "tanh"),
        sources=("Elliott1993", "Bergstra2009", "GlorotBengio2010"),
        evidence=two_slopes,
        plot=Plot(crossing, log=True),
    ),
    Claim(
        id="C121",
        verdict="wrong",
        functions=("softsign", "tanh"),
        sources=("Elliott1993",),
        evidence=slope_from_output,
        trial=time_slopes,
    ),
    Claim(
        id="C122",
        verdict="conditions",
        functions=("softsign",),
        sources=("Elliott1993", "Bergstra2009"),
        evidence=bend_jumps,
        plot=Plot(bends),
    ),
)
