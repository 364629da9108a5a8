"""What is left of a function far left of zero: how its slope fades, and what the usual code makes of it."""

from collections.abc import Callable

import numpy as np
from scipy.special import erf, erfc

from activations import elementwise
from activations.measure import facts
from labs.claim import Evidence

SILU, GELU, LEAKY = elementwise("silu"), elementwise("gelu"), elementwise("leaky_relu")
Code = Callable[[np.ndarray], np.ndarray]


def three_terms(x):
    """The derivative of SiLU as the product rule leaves it."""
    s = 1 / (1 + np.exp(-x))
    return s + x * s - x * s**2


def one_fraction(x):
    """The derivative of SiLU as a quotient of exponentials."""
    return (1 + np.exp(-x) + x * np.exp(-x)) / (1 + 2 * np.exp(-x) + np.exp(-2 * x))


def gelu_by_erf(x):
    return x / 2 * (1 + erf(x / x.dtype.type(np.sqrt(2))))


def gelu_by_erfc(x):
    return x / 2 * erfc(-x / x.dtype.type(np.sqrt(2)))


def silu_by_exp(x):
    return x / (1 + np.exp(-x))


def run(code: Code, x) -> np.ndarray:
    """The code as it stands, overflow and all."""
    with np.errstate(all="ignore"):
        return code(np.asarray(x))


def edge(there: Callable[[np.ndarray], np.ndarray], low: float, high: float, kind: type = np.float64) -> float:
    """The largest x at which something holds that holds at `low` but not at `high`, by halving."""
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if there(kind(middle)) else (low, middle)
    return low


def forms_of_one_derivative() -> Evidence:
    """Three ways to write the derivative of SiLU: the same values, but not the same numbers far out."""
    numbers = {
        "gone": edge(lambda x: run(one_fraction, x) == 0, -700.0, -300.0),
        "undefined": edge(lambda x: np.isnan(run(one_fraction, x)), -800.0, -400.0),
    }
    points = (3.0, -3.0, -300.0, -400.0, -705.0)
    codes = (three_terms, one_fraction, SILU.derivative)
    return Evidence(numbers, tuple((f"{p:g}", *(float(run(code, p)) for code in codes)) for p in points))


def forms_far_out() -> dict[str, np.ndarray]:
    """log10 of the size of the derivative by the fraction and by the product."""
    x = np.linspace(-740.0, -20.0, 361)
    drawn = {"fraction": np.abs(run(one_fraction, x)), "product": np.abs(SILU.derivative(x))}
    return {"x": x} | {name: np.log10(np.where(y > 0, y, np.nan)) for name, y in drawn.items()}


def silu_fades() -> Evidence:
    """The slope of SiLU further and further left, and where single precision has nothing more."""
    numbers = {
        "below_leaky": facts(SILU)["flat_left"],
        "textbook": edge(lambda x: run(silu_by_exp, x) == 0, -100.0, -50.0, np.float32),
        "careful": facts(SILU)["round32_left"],
    }
    return Evidence(numbers, tuple((f"{p:g}", float(SILU.derivative(p))) for p in (-1.0, -5.0, -10.0, -20.0, -50.0)))


def silu_beside_leaky() -> dict[str, np.ndarray]:
    x = np.linspace(-30.0, 0.0, 601)
    return {"x": x, "silu": np.abs(SILU.derivative(x)), "leaky_relu": np.where(x < 0, LEAKY.derivative(x), np.nan)}


def gelu_fades_faster() -> Evidence:
    """The slopes of GELU and SiLU side by side, and where GELU is zero in single precision."""
    numbers = {
        "flat": facts(GELU)["flat_left"],
        "silu_flat": facts(SILU)["flat_left"],
        "textbook": edge(lambda x: run(gelu_by_erf, x) == 0, -8.0, -4.0, np.float32),
    }
    points = (-1.0, -3.0, -5.0, -10.0)
    return Evidence(numbers, tuple((f"{p:g}", *(float(f.derivative(p)) for f in (GELU, SILU))) for p in points))


def gelu_beside_silu() -> dict[str, np.ndarray]:
    x = np.linspace(-12.0, 0.0, 601)
    return {"x": x, "gelu": np.abs(GELU.derivative(x)), "silu": np.abs(SILU.derivative(x))}


def erf_loses_digits() -> Evidence:
    """GELU by 1 + erf and by erfc: the first subtracts nearly equal numbers."""
    rows = []
    for p in (-2.0, -5.0, -8.0, -8.3, -10.0):
        short, full = float(run(gelu_by_erf, p)), float(run(gelu_by_erfc, p))
        rows.append((f"{p:g}", short, full, abs(short / full - 1)))
    gone = edge(lambda x: run(gelu_by_erf, x) == 0, -10.0, -5.0)
    return Evidence({"gone": gone, "off": rows[2][3]}, tuple(rows))


def erf_beside_erfc() -> dict[str, np.ndarray]:
    x = np.linspace(-9.0, -7.8, 801)
    by_erf = np.abs(run(gelu_by_erf, x))
    return {"x": x, "by_erf": np.where(by_erf > 0, by_erf, np.nan), "by_erfc": np.abs(run(gelu_by_erfc, x))}
