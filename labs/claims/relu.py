"""Claims about ReLU."""

import numpy as np

from activations import elementwise
from activations.domain import Param
from activations.measure import properties
from labs import timing
from labs.claim import Claim, Evidence, Plot
from labs.depth.propagation import HE, LECUN, propagate
from labs.studies import half_precision, integrate_and_fire
from labs.studies.broken_lines import relu_interpolation
from labs.studies.one_neuron import follow, silence, tabulated
from labs.studies.straightness import bent_share

RELU, RELU6, IDENTITY = elementwise("relu"), elementwise("relu6"), elementwise("identity")
MEANS = ("softplus", "relu", "leaky_relu", "gelu", "silu", "elu", "selu", "tanh")
SHAPES = ("identity", "tanh", "gelu", "relu", "step", "gaussian")
DEPTH, LAYERS, GROWING = 30, 40, 2 * HE


def a_neuron_dies() -> Evidence:
    """One big step throws a neuron to the left: its output is 0, never negative, and so is its gradient."""
    path = follow("relu", (1.0, 0.0), target=-10.0, rate=0.2, steps=3)
    table = tabulated(path.weight, path.bias, path.z, path.out, path.gradient)
    return Evidence({"lowest": properties(RELU)["minimum"], "push": float(path.gradient[0])}, table)


def slopes_at_the_corner(h: float = 1e-6) -> Evidence:
    """Difference quotients from both sides of 0, and the slope that code returns there."""
    left, right = (float(RELU(step) - RELU(0.0)) / step for step in (-h, h))
    code = ("`np.heaviside(x, 0)`", float(np.heaviside(0.0, 0.0)))
    return Evidence({}, (("x → 0−", left), ("x → 0+", right), ("f′(0)", float(RELU.derivative(0.0))), code))


def support(g: float) -> dict[str, np.ndarray]:
    x = np.linspace(-3.0, 3.0, 301)
    return {"x": x, "relu": RELU(x), "support": g * x}


def neither_sums_nor_factors() -> Evidence:
    """The two rules that every linear function obeys; and what a layer of corners can draw."""
    rules = (
        ("f(1 + (−1))", lambda f: f(1.0 - 1.0)),
        ("f(1) + f(−1)", lambda f: f(1.0) + f(-1.0)),
        ("f(−2 · 3)", lambda f: f(-2.0 * 3.0)),
        ("−2 · f(3)", lambda f: -2.0 * f(3.0)),
    )
    drawings = {"few": bending(4, points=100_001), "many": bending(16, points=100_001)}
    errors = {name: float(np.abs(d["network"] - d["wave"]).max()) for name, d in drawings.items()}
    return Evidence(errors, tuple((word, float(rule(RELU)), float(rule(IDENTITY))) for word, rule in rules))


def bending(pieces: float, points: int = 241) -> dict[str, np.ndarray]:
    x = np.linspace(-np.pi, np.pi, points)
    return {"x": x, "wave": np.cos(x), "network": relu_interpolation(np.cos, (-np.pi, np.pi), x, round(pieces))}


def off_is_not_dead() -> Evidence:
    """The same neuron with ReLU and Leaky ReLU; and a fresh layer, where off and dead are counted."""
    relu, leaky = (follow(name, (1.0, 0.0), target=-10.0, rate=0.2, steps=3) for name in ("relu", "leaky_relu"))
    (off, dead), (_, dead_low) = silence("relu", bias=0.0), silence("relu", bias=-8.0)
    numbers = {"off": off, "dead": dead, "dead_low": dead_low}
    return Evidence(numbers, tabulated(relu.weight, relu.gradient, leaky.weight, leaky.gradient))


def overshoot(rate: float) -> dict[str, np.ndarray]:
    shapes = {"relu": {}, "leaky_relu": {"alpha": 0.1}}
    paths = {name: follow(name, (3.0, 0.0), target=0.5, rate=rate, steps=60, **p).z for name, p in shapes.items()}
    return {"x": np.arange(61.0), **paths}


def means() -> Evidence:
    """Mean output for standard normal input, and its part in the mean square."""
    found = {name: properties(elementwise(name)) for name in MEANS}
    relu = found["relu"]
    share = relu["mean"] ** 2 / (relu["mean"] ** 2 + relu["variance"])
    return Evidence({"share": share}, tuple((n, round(f["mean"], 12), f["variance"]) for n, f in found.items()))


def mean_bars() -> dict[str, np.ndarray]:
    return {"bars": np.array([row[1] for row in means().table], dtype=float)}


def time_elements() -> Evidence:
    """Nanoseconds for one element, and for one element of a layer's product with its weights."""
    x = np.random.default_rng(0).standard_normal((512, 512))
    work = {name: timing.per_element(name) for name in ("relu", "sigmoid", "tanh")}
    ratios = {name: work[name].median / work["relu"].median for name in ("sigmoid", "tanh")}
    work["`x @ W`, 512 → 512"] = timing.run(lambda: x @ x).per(x.size)
    return Evidence(ratios, tuple((name, t.median, t.low, t.high) for name, t in work.items()))


def spikes(rest: float) -> dict[str, np.ndarray]:
    x = np.linspace(0.0, 8.0, 401)
    return {"x": x, "cell": integrate_and_fire.rate(x, rest), "relu": RELU(x - 1)}


def gradients_need_the_right_weights() -> Evidence:
    """Orders of magnitude that the gradient loses in 30 layers, and how much of each function is no straight line."""
    lost = {name: -float(faded(variance)["relu"][-1]) for name, variance in (("lecun", LECUN), ("he", HE))}
    return Evidence(lost, tuple((name, round(bent_share(name), 12)) for name in SHAPES))


def faded(variance: float) -> dict[str, np.ndarray]:
    """The gradient k layers below the output; ReLU and the identity only scale it when all weights are scaled."""
    scale = 0.5 * (k := np.arange(DEPTH + 1.0)) * np.log10(variance / HE)
    return {"x": k} | {n: np.log10(propagate(n, DEPTH, HE).gradient) + scale for n in ("relu", "identity")}


def too_large_for_half_precision() -> Evidence:
    """What 16-bit floats make of large inputs, and the layer at which a growing signal no longer fits."""
    inputs = (60_000.0, half_precision.LARGEST, 70_000.0)
    with np.errstate(over="ignore"):
        halves = np.array(inputs, np.float16)
    table = tuple((f"x = {x:.0f}", float(RELU(h)), float(RELU6(h))) for x, h in zip(inputs, halves, strict=True))
    layer = 1 + int(np.isinf(half_precision.growth("relu", LAYERS, GROWING)).argmax())
    return Evidence({"largest": half_precision.LARGEST, "layer": layer}, table)


def growing() -> dict[str, np.ndarray]:
    found = {name: half_precision.growth(name, LAYERS, GROWING) for name in ("relu", "relu6")}
    shown = {name: np.where(np.isfinite(y), y, np.nan) for name, y in found.items()}
    return {"x": np.arange(1.0, LAYERS + 1), **shown, "largest": np.full(LAYERS, half_precision.LARGEST)}


CLAIMS = (
    Claim(id="C047", verdict="wrong", functions=("relu",), sources=("Glorot2011",), evidence=a_neuron_dies),
    Claim(
        id="C048",
        verdict="conditions",
        functions=("relu",),
        sources=("Bertoin2021", "TorchRun", "JaxRun"),
        reported={"torch_relu": 0, "torch_maximum": 0.5, "torch_clamp": 1, "jax_relu": 0, "jax_both": 0.5},
        evidence=slopes_at_the_corner,
        plot=Plot(support, (Param("g", "g", default=0.5, low=-0.5, high=1.5, step=0.05),), limits=(-1.5, 3.0)),
    ),
    Claim(
        id="C049",
        verdict="misleading",
        functions=("relu",),
        evidence=neither_sums_nor_factors,
        plot=Plot(bending, (Param("pieces", "k", default=4, low=1, high=24, step=1),)),
    ),
    Claim(
        id="C050",
        verdict="conditions",
        functions=("relu", "leaky_relu"),
        sources=("Lu2019", "He2015"),
        evidence=off_is_not_dead,
        plot=Plot(overshoot, (Param("rate", "η", default=0.7, low=0.05, high=0.95, step=0.05),)),
    ),
    Claim(
        id="C051",
        verdict="correct",
        functions=("relu",),
        sources=("Clevert2015",),
        evidence=means,
        plot=Plot(mean_bars, bars=MEANS),
    ),
    Claim(id="C052", verdict="conditions", functions=("relu", "sigmoid", "tanh"), trial=time_elements),
    Claim(
        id="C053",
        verdict="conditions",
        functions=("relu",),
        sources=("Glorot2011",),
        evidence=integrate_and_fire.beside_relu,
        plot=Plot(spikes, (Param("rest", "ρ", default=0.2, low=0.0, high=0.6, step=0.02),)),
    ),
    Claim(
        id="C054",
        verdict="outdated",
        functions=("relu", "gelu", "silu", "swiglu", "geglu", "hard_swish"),
        sources=(
            *("Krizhevsky2012", "He2015b", "Vaswani2017", "Radford2018", "Devlin2018", "Dosovitskiy2020"),
            *("Chowdhery2022", "Touvron2023", "Gemma2024", "Tan2019", "Howard2019", "Liu2022"),
        ),
    ),
    Claim(
        id="C055",
        verdict="misleading",
        functions=("relu",),
        sources=("He2015",),
        evidence=gradients_need_the_right_weights,
        plot=Plot(faded, (Param("variance", "s²", default=LECUN, low=0.5, high=4.0, step=0.05),)),
    ),
    Claim(
        id="C056",
        verdict="conditions",
        functions=("relu", "relu6"),
        evidence=too_large_for_half_precision,
        plot=Plot(growing, log=True),
    ),
)
