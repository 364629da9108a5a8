"""Claims about what activation functions are for, about theory and history."""

import numpy as np

from activations import elementwise
from activations.domain import Param
from activations.measure import properties
from labs.claim import Claim, Evidence, Plot
from labs.studies import deep_stacks, expressiveness, kinship, races, without_slope
from labs.timing import run
from labs.why.xor import SWITCHES as CORNERS

RELU, STEP = elementwise("relu"), elementwise("step")
ZEROS = ("relu", "soft_shrink", "hard_swish", "leaky_relu", "gelu", "silu")
BOUNDED = ("sigmoid", "tanh", "softsign", "hard_sigmoid", "hard_tanh", "relu6", "softmax")
UNBOUNDED = ("relu", "leaky_relu", "elu", "selu", "swish", "silu", "gelu", "mish")
MODELS = ("Vaswani2017", "Radford2018", "Devlin2018", "Raffel2019", "Brown2020", "Chowdhery2022", "Touvron2023")
AND_WEIGHTS, THRESHOLD = np.array([0.3, 0.4]), 0.5


def share_of_exact_zeros(name: str) -> float:
    return properties(elementwise(name))["zeros"]


def some_give_exact_zeros() -> Evidence:
    """How often a standard normal input gives exactly zero."""
    return Evidence({name: share_of_exact_zeros(name) for name in ZEROS[:3]})


def zeros_are_multiplied_all_the_same() -> Evidence:
    """A matrix product takes as long when half of its numbers are zero."""
    x, weights = np.random.default_rng(0).standard_normal((2, 512, 512))
    rectified = RELU(x)
    full, half = run(lambda: x @ weights), run(lambda: rectified @ weights)
    return Evidence({"full": full.median / 1e6, "half": half.median / 1e6})


def a_threshold_unit_computes_and() -> Evidence:
    """A weighted sum and a threshold make an AND gate."""
    sums = CORNERS @ AND_WEIGHTS
    rows = zip(CORNERS, sums, STEP(sums - THRESHOLD), strict=True)
    return Evidence(table=tuple((f"{a:g}, {b:g}", float(s), float(out)) for (a, b), s, out in rows))


def above_the_threshold(threshold: float) -> dict[str, np.ndarray]:
    return {"bars": CORNERS @ AND_WEIGHTS - threshold}


CLAIMS = (
    Claim(
        id="C001",
        verdict="conditions",
        functions=("identity", "relu"),
        sources=("Hornik1989",),
        evidence=expressiveness.two_linear_layers_are_one,
        plot=Plot(expressiveness.teeth, knobs=(Param("layers", "L", 3, 1, 6, 1),), limits=(-0.5, 1.5)),
    ),
    Claim(
        id="C002",
        verdict="conditions",
        functions=("relu", "identity"),
        sources=("Hornik1989", "Leshno1993"),
        evidence=expressiveness.squares_stay_squares,
        plot=Plot(expressiveness.wave_by_units, knobs=(Param("units", "n", 6, 3, 40, 1),)),
    ),
    Claim(
        id="C003",
        verdict="misleading",
        functions=("relu", "leaky_relu"),
        sources=("Glorot2011", "Bertoin2021", "TorchRun"),
        reported={"relu": 0.0, "maximum": 0.5, "clamp": 1.0},
        evidence=without_slope.the_sides_of_the_corner_disagree,
        plot=Plot(without_slope.supporting_line, knobs=(Param("slope", "g", 0.5, 0.0, 1.0, 0.02),)),
    ),
    Claim(
        id="C004",
        verdict="misleading",
        functions=("step", "hard_tanh", "sigmoid"),
        sources=("Bengio2013",),
        evidence=without_slope.only_the_way_back_is_replaced,
        plot=Plot(without_slope.losses, limits=(0.1, 0.3)),
    ),
    Claim(
        id="C005",
        verdict="misleading",
        functions=("identity", "selu", "tanh", "relu", "silu", "sigmoid"),
        sources=("LeCun1998",),
        evidence=deep_stacks.gradients_that_arrive,
        plot=Plot(deep_stacks.gradients_by_gain, knobs=(deep_stacks.GAIN,), limits=(-15.0, 5.0)),
    ),
    Claim(
        id="C006",
        verdict="misleading",
        functions=(*BOUNDED, *UNBOUNDED),
        sources=("Glorot2011", "Klambauer2017"),
        evidence=deep_stacks.only_some_are_bounded,
    ),
    Claim(
        id="C007",
        verdict="conditions",
        functions=ZEROS,
        sources=("Glorot2011", "Xu2015", "Li2022", "Mirzadeh2023"),
        evidence=some_give_exact_zeros,
        plot=Plot(lambda: {"bars": np.array([share_of_exact_zeros(name) for name in ZEROS])}, bars=ZEROS),
        trial=zeros_are_multiplied_all_the_same,
    ),
    Claim(
        id="C008",
        verdict="correct",
        functions=("step",),
        sources=("McCullochPitts1943", "Rosenblatt1958"),
        evidence=a_threshold_unit_computes_and,
        plot=Plot(
            above_the_threshold,
            knobs=(Param("threshold", "b", THRESHOLD, 0.1, 0.9, 0.02),),
            bars=("none", "second", "first", "both"),
        ),
    ),
    Claim(
        id="C009",
        verdict="conditions",
        functions=("sigmoid", "step"),
        sources=("Rumelhart1986",),
        evidence=without_slope.a_jump_has_no_slope,
        plot=Plot(without_slope.step_and_sigmoid, knobs=(Param("steepness", "k", 1.0, 0.5, 20.0, 0.5),)),
    ),
    Claim(
        id="C010",
        verdict="misleading",
        functions=("relu",),
        sources=(
            "Householder1941",
            "Fukushima1969",
            "Hahnloser2000",
            "Jarrett2009",
            "NairHinton2010",
            "Glorot2011",
            "Krizhevsky2012",
        ),
    ),
    Claim(id="C011", verdict="wrong", functions=("leaky_relu",), sources=("Maas2013", "NairHinton2010")),
    Claim(
        id="C012",
        verdict="misleading",
        functions=("swish", "silu", "gelu", "maxout", "prelu"),
        sources=("Goodfellow2013", "Agostinelli2014", "He2015", "Hendrycks2016", "Elfwing2017", "Ramachandran2017"),
        evidence=kinship.swish_turns_into_known_functions,
        plot=Plot(kinship.swish_between_line_and_relu, knobs=kinship.SWISH.params),
    ),
    Claim(
        id="C013",
        verdict="misleading",
        functions=("gelu", "swiglu", "geglu"),
        sources=("Hendrycks2016", *MODELS, "Gemma2024", "Nemotron2024"),
    ),
    Claim(
        id="C014",
        verdict="conditions",
        functions=("swish", "silu"),
        sources=("Hendrycks2016", "Elfwing2017", "Ramachandran2017"),
        evidence=kinship.silu_is_swish_at_one,
    ),
    Claim(id="C015", verdict="correct", functions=("swish",), sources=("Ramachandran2017",)),
    Claim(id="C016", verdict="wrong", sources=("Nwankpa2018", "Dubey2021", "Kunc2024"), reported={"surveyed": 400}),
    Claim(
        id="C017",
        verdict="misleading",
        functions=("lecun_tanh", "tanh"),
        sources=("Rumelhart1986", "LeCun1998"),
        evidence=kinship.one_maps_to_one,
        plot=Plot(kinship.stretched_tanh),
    ),
    Claim(id="C018", verdict="wrong", sources=("LeCun1998", "NairHinton2010", "Maas2013", "He2015b", "Radford2018")),
    Claim(
        id="C019",
        verdict="conditions",
        functions=("relu", "tanh"),
        sources=("Krizhevsky2012", "He2015b"),
        reported={"times": 6, "error": 0.25},
        trial=races.relu_against_tanh,
    ),
)
