"""Claims about Leaky ReLU, PReLU and Dynamic ReLU."""

import numpy as np

from activations import elementwise
from activations.domain import Param
from activations.measure import properties
from labs.claim import Claim, Evidence, Plot
from labs.depth.propagation import HE, propagate
from labs.studies.dormant_neuron import sleepers, slope_not_value, waking_up, who_wakes_up
from labs.studies.negative_slope import four_slopes, learnable, slopes_that_are_learned, what_frameworks_assume
from labs.studies.straightness import bent_share
from labs.training.data import spirals
from labs.training.networks import MLP
from labs.training.optimisers import Adam

RELU, LEAKY, DYNAMIC = (elementwise(name) for name in ("relu", "leaky_relu", "dynamic_relu"))
BOTH, MOBILE = ("relu", "leaky_relu"), ("prelu", "relu6", "hard_swish")
X = np.linspace(-4.0, 4.0, 401)
DEPTH, SEEDS = 20, range(12)


def higher_of_two(x, alpha):
    return np.maximum(alpha * x, x)


def the_wrong_branch() -> Evidence:
    """Where the maximum and the two pieces agree, and where they do not."""
    points = ((0.01, -3.0), (-0.5, -4.0), (2.0, 3.0), (2.0, -3.0))
    rows = [(f"α = {a:g}", f"x = {x:g}", float(higher_of_two(x, a)), float(LEAKY(x, alpha=a))) for a, x in points]
    return Evidence({}, tuple(rows))


def both_forms(alpha: float) -> dict[str, np.ndarray]:
    return {"x": X, "leaky_relu": LEAKY(X, alpha=alpha), "maximum": higher_of_two(X, alpha)}


def formula_and_code() -> Evidence:
    """The slope as the formula has it (alpha at 0) and as the code has it (1 at 0)."""
    points = np.array([-1.0, 0.0, 1.0])
    code = np.where(points < 0, 0.01, 1)
    columns = zip(points, LEAKY.derivative(points), code, strict=True)
    return Evidence({}, tuple((f"x = {x:g}", float(formula), float(c)) for x, formula, c in columns))


def steeper_is_straighter() -> Evidence:
    """How much of the function no straight line explains, at a small and at a large slope."""
    return Evidence({"mild": bent_share("leaky_relu", alpha=0.01), "steep": bent_share("leaky_relu", alpha=0.9)})


def straightening() -> dict[str, np.ndarray]:
    slopes = np.linspace(0.0, 1.0, 51)
    return {"x": slopes, "bent": np.array([bent_share("leaky_relu", alpha=a) for a in slopes])}


def two_spirals() -> Evidence:
    """Train small networks on two spirals with several slopes, and count what they get right."""
    seen, unseen = spirals(60, seed=1), spirals(500, seed=2)
    slopes = (0.01, 0.3, 0.6, 0.9, 1.0)
    nets = [MLP("leaky_relu", (2, 32, 32), range(5), alpha=a).train(seen, Adam(0.02), 300) for a in slopes]
    right = [[1 - float(net.error_rate(data).mean()) for data in (seen, unseen)] for net in nets]
    mild, *_, steep = (100 * (known - new) for known, new in right)
    return Evidence(
        {"gap_mild": mild, "gap_steep": steep}, tuple((f"α = {a:g}", *r) for a, r in zip(slopes, right, strict=True))
    )


def gradients_of_both() -> Evidence:
    """The share of the gradient that is left after 20 layers with He weights, and how far draws of them scatter."""
    left = {name: np.array([propagate(name, DEPTH, HE, seed).gradient[-1] for seed in SEEDS]) for name in BOTH}
    relu, leaky = left.values()
    numbers = {"draws": float(len(SEEDS)), "apart": float(np.abs(relu - leaky).max()), "scatter": float(np.ptp(relu))}
    return Evidence(numbers, tuple((n, *(float(q) for q in np.quantile(y, (0, 0.5, 1)))) for n, y in left.items()))


def on_the_way_down() -> dict[str, np.ndarray]:
    gradients = {name: propagate(name, DEPTH, HE).gradient for name in (*BOTH, "sigmoid")}
    return {"x": np.arange(DEPTH + 1.0), **gradients}


def in_mobile_networks() -> Evidence:
    """What the three functions make of a few inputs."""
    acts = [elementwise(name) for name in MOBILE]
    return Evidence({}, tuple((f"x = {x:g}", *(float(act(x)) for act in acts)) for x in (-4.0, -1.5, 1.5, 8.0)))


def mobile() -> dict[str, np.ndarray]:
    x = np.linspace(-5.0, 9.0, 401)
    return {"x": x, **{name: elementwise(name)(x) for name in MOBILE}}


def lower_ends() -> Evidence:
    """The smallest value that is taken, and f(-4), for slopes of both signs."""
    slopes = (0.5, 0.01, 0.0, -0.5)
    lowest = [properties(LEAKY, alpha=a)["minimum"] for a in slopes]
    return Evidence(
        {}, tuple((f"α = {a:g}", low, float(LEAKY(-4.0, alpha=a))) for a, low in zip(slopes, lowest, strict=True))
    )


def slope_from_input() -> Evidence:
    """Two lines give ReLU; a toy rule lets the mean of the input tilt the second one."""
    gap = np.abs(DYNAMIC(X, slope1=1.0, slope2=0.0) - RELU(X)).max()
    means = (-1.0, 0.0, 1.0)
    table = tuple((f"m = {m:g}", float(np.tanh(m)), float(DYNAMIC(-2.0, slope2=np.tanh(m)))) for m in means)
    return Evidence({"gap": float(gap)}, table)


def tilting(mean: float) -> dict[str, np.ndarray]:
    return {"x": X, "dynamic_relu": DYNAMIC(X, slope2=np.tanh(mean)), "relu": RELU(X)}


CLAIMS = (
    Claim(
        id="C057",
        verdict="conditions",
        functions=("leaky_relu", "prelu"),
        sources=("Maas2013",),
        evidence=the_wrong_branch,
        plot=Plot(both_forms, (Param("alpha", "α", default=2.0, low=-1.0, high=3.0, step=0.05),), limits=(-6.0, 4.0)),
    ),
    Claim(
        id="C058",
        verdict="misleading",
        functions=("leaky_relu", "prelu"),
        sources=("TorchRun", "JaxRun"),
        reported={"torch_leaky": 0.01, "torch_prelu": 0.25, "jax_leaky": 1},
        evidence=formula_and_code,
    ),
    Claim(
        id="C059",
        verdict="misleading",
        functions=("leaky_relu", "prelu", "rrelu"),
        sources=("Xu2015", "He2015"),
        evidence=steeper_is_straighter,
        plot=Plot(straightening),
        trial=two_spirals,
    ),
    Claim(
        id="C060",
        verdict="misleading",
        functions=("leaky_relu", "relu"),
        sources=("He2015",),
        evidence=gradients_of_both,
        plot=Plot(on_the_way_down, log=True),
    ),
    Claim(
        id="C061",
        verdict="conditions",
        functions=("leaky_relu", "prelu"),
        sources=("Maas2013", "Radford2015", "TorchRun", "KerasRun", "JaxRun", "PaddleRun", "MindSporeRun"),
        reported={"dcgan": 0.2},
        evidence=what_frameworks_assume,
        plot=Plot(four_slopes),
    ),
    Claim(
        id="C062",
        verdict="conditions",
        functions=("prelu", "leaky_relu", "relu"),
        sources=("He2015",),
        reported={"start": 0.25, "shared": 0.681, "single": 0.596},
        evidence=slopes_that_are_learned,
        plot=Plot(learnable, elementwise("prelu").params),
    ),
    Claim(
        id="C063",
        verdict="wrong",
        functions=("prelu", "relu6", "hard_swish"),
        sources=("Sandler2018", "Howard2019", "Chen2018b"),
        evidence=in_mobile_networks,
        plot=Plot(mobile),
    ),
    Claim(id="C064", verdict="conditions", functions=("leaky_relu", "prelu"), evidence=lower_ends),
    Claim(
        id="C065",
        verdict="conditions",
        functions=("leaky_relu", "relu"),
        sources=("Maas2013",),
        evidence=waking_up,
        plot=Plot(sleepers, (Param("alpha", "α", default=0.1, low=0.01, high=0.5, step=0.01),)),
    ),
    Claim(
        id="C066",
        verdict="misleading",
        functions=("leaky_relu", "prelu"),
        sources=("He2015",),
        evidence=slope_not_value,
        plot=Plot(who_wakes_up),
    ),
    Claim(
        id="C067",
        verdict="correct",
        functions=("dynamic_relu",),
        sources=("Chen2020",),
        evidence=slope_from_input,
        plot=Plot(tilting, (Param("mean", "m", default=0.5, low=-2.0, high=2.0, step=0.05),)),
    ),
)
