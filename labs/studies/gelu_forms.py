"""GELU written in several ways: exactly, by the two approximations, by the code of GPT-2 and by tossing coins."""

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import ndtr

from activations import elementwise
from activations.domain import Param
from activations.measure import properties
from activations.normal import expectation
from labs import timing
from labs.claim import Evidence

FORMS = ("gelu", "gelu_tanh", "gelu_sigmoid")
GELU, TANH, SIGMOID = (elementwise(name) for name in FORMS)
SWISH = elementwise("swish")
FINE = np.linspace(0.0, 8.0, 80_001)  # errors are even in x
COARSE = FINE[::40]
C = Param("c", "c", default=1.702, low=1.602, high=1.902, step=0.005)
TOSSES = Param("log_n", "log₂ n", default=2.0, low=0.0, high=14.0, step=1.0)
COINS = 1 << 20


def largest(y: np.ndarray, x: np.ndarray = FINE) -> tuple[float, float]:
    """The largest size of y, and where."""
    at = np.abs(y).argmax()
    return float(np.abs(y[at])), float(x[at])


def nearest_swish(y: np.ndarray) -> tuple[float, float]:
    """The slope of the Swish that stays closest to y, given on the coarse points, and its largest error."""
    found = minimize_scalar(lambda b: np.abs(SWISH(COARSE, beta=b) - y).max(), bounds=(0.5, 3.0), method="bounded")
    return float(found.x), float(found.fun)


def derivative_of_gelu() -> Evidence:
    """GELU, the formula of its derivative, and a difference quotient that knows nothing of the formula."""
    f, h, root = properties(GELU), 1e-4, np.sqrt(2)
    rows = tuple(
        (name, float(GELU(x)), float(GELU.derivative(x)), float((GELU(x + h) - GELU(x - h)) / (2 * h)))
        for name, x in (("−√2", -root), ("-1", -1.0), ("0", 0.0), ("1", 1.0), ("√2", root))
    )
    return Evidence({"steepest": f["steepest"], "at": f["steepest_at"], "lowest": float(GELU.derivative(-root))}, rows)


def gelu_and_slope() -> dict[str, np.ndarray]:
    x = np.linspace(-4.0, 4.0, 401)
    return {"x": x, "gelu": GELU(x), "slope": GELU.derivative(x)}


def area(p: float) -> float:
    """The area below the bell curve up to p, by numerical integration."""
    return expectation(lambda z: z < p, [p])


def normal_distribution_function() -> Evidence:
    """The normal distribution function by integration and from the library, and the gate of the tanh form."""
    rows = tuple((f"{p:g}", area(p), float(ndtr(p)), float(TANH(p)) / p) for p in (1.0, -1.0, -3.0, -6.0))
    return Evidence({"short": rows[-1][2] / rows[-1][3]}, rows)


def gates() -> dict[str, np.ndarray]:
    """What share of the input each form lets through, left of zero."""
    x = np.linspace(-8.0, -0.02, 400)
    return {"x": x, "exact_gate": GELU(x) / x, "tanh_form": TANH(x) / x, "sigmoid_gate": SIGMOID(x) / x}


def time_the_forms() -> Evidence:
    """How long each form takes on this machine."""
    taken = {name: timing.per_element(name).median for name in FORMS}
    return Evidence({name.rpartition("_")[2]: t for name, t in taken.items()})


def approximations() -> Evidence:
    """The largest errors of the two usual approximations, and of the best of the sigmoid kind."""
    tanh, sigmoid = (largest(form(FINE) - GELU(FINE)) for form in (TANH, SIGMOID))
    c, error = nearest_swish(GELU(COARSE))
    best = largest(SWISH(FINE, beta=c) - GELU(FINE))
    numbers = {"tanh": tanh[0], "sigmoid": sigmoid[0], "times": sigmoid[0] / tanh[0], "c": c, "best": error}
    return Evidence(numbers, (("GELU (tanh)", *tanh), ("x·σ(1.702x)", *sigmoid), (f"x·σ({c:.3f}x)", *best)))


def errors(c: float) -> dict[str, np.ndarray]:
    x = np.linspace(-6.0, 6.0, 481)
    return {"x": x, "swish_form": SWISH(x, beta=c) - GELU(x), "tanh_form": TANH(x) - GELU(x)}


def tossing_coins() -> Evidence:
    """The average of 1 kept with probability Phi(1), over more and more tosses."""
    kept = np.random.default_rng(0).random(COINS) < ndtr(1.0)
    rows = tuple((f"{n}", float(kept[:n].mean())) for n in (10, 1_000, 100_000, COINS))
    return Evidence({"mean": rows[-1][1], "gelu": float(GELU(1.0))}, rows)


def average_of_tosses(log_n: float) -> dict[str, np.ndarray]:
    """For every x the average of n inputs, each kept with probability Phi(x) and zeroed otherwise."""
    x, n = np.linspace(-4.0, 4.0, 241), round(2**log_n)
    share = np.random.default_rng(1).binomial(n, ndtr(x)) / n
    return {"x": x, "tossed": x * share, "gelu": GELU(x)}


def gpt2(x):
    """The line of GPT-2's released code."""
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * np.power(x, 3))))


def line_of_gpt2() -> Evidence:
    """GPT-2's line beside the two forms of GELU."""
    rows = tuple((f"{p:g}", float(gpt2(p)), float(TANH(p)), float(GELU(p))) for p in (-3.0, -1.0, 0.5, 2.7))
    return Evidence({"gap": largest(gpt2(FINE) - GELU(FINE))[0]}, rows)
