"""What is left of a function far left of zero: how its slope fades, and what the usual code makes of it."""

import numpy as np
from scipy.special import erf, erfc

from activations import elementwise
from activations.measure import properties
from labs.claim import Evidence
from labs.studies import naive

SILU, GELU, LEAKY = elementwise("silu"), elementwise("gelu"), elementwise("leaky_relu")


@np.errstate(all="ignore")
def three_terms(x):
    """The derivative of SiLU as the product rule leaves it."""
    s = 1 / (1 + np.exp(-x))
    return s + x * s - x * s**2


@np.errstate(all="ignore")
def one_fraction(x):
    """The derivative of SiLU as a quotient of exponentials."""
    return (1 + np.exp(-x) + x * np.exp(-x)) / (1 + 2 * np.exp(-x) + np.exp(-2 * x))


@np.errstate(all="ignore")
def gelu_by_erf(x):
    return x / 2 * (1 + erf(x / x.dtype.type(np.sqrt(2))))


@np.errstate(all="ignore")
def gelu_by_erfc(x):
    return x / 2 * erfc(-x / x.dtype.type(np.sqrt(2)))


def forms_of_one_derivative() -> Evidence:
    """Three ways to write the derivative of SiLU: the same values, but not the same numbers far out."""
    numbers = {
        "gone": -naive.first(lambda x: one_fraction(-x) == 0, 300.0, 700.0),
        "undefined": -naive.first(lambda x: np.isnan(one_fraction(-x)), 400.0, 800.0),
    }
    points = (3.0, -3.0, -300.0, -400.0, -705.0)
    codes = (three_terms, one_fraction, SILU.derivative)
    return Evidence(numbers, tuple((f"{p:g}", *(float(code(p)) for code in codes)) for p in np.array(points)))


def forms_far_out() -> dict[str, np.ndarray]:
    """log10 of the size of the derivative by the fraction and by the product."""
    x = np.linspace(-740.0, -20.0, 361)
    drawn = {"fraction": np.abs(one_fraction(x)), "product": np.abs(SILU.derivative(x))}
    return {"x": x} | {name: np.log10(np.where(y > 0, y, np.nan)) for name, y in drawn.items()}


def silu_fades() -> Evidence:
    """The slope of SiLU further and further left, and where single precision has nothing more."""
    numbers = {
        "below_leaky": properties(SILU)["flat_left"],
        "textbook": -naive.first(lambda x: naive.silu(-x) == 0, 50.0, 100.0, np.float32),
        "careful": properties(SILU)["round32_left"],
    }
    return Evidence(numbers, tuple((f"{p:g}", float(SILU.derivative(p))) for p in (-1.0, -5.0, -10.0, -20.0, -50.0)))


def silu_beside_leaky() -> dict[str, np.ndarray]:
    x = np.linspace(-30.0, 0.0, 601)
    return {"x": x, "silu": np.abs(SILU.derivative(x)), "leaky_relu": np.where(x < 0, LEAKY.derivative(x), np.nan)}


def gelu_fades_faster() -> Evidence:
    """The slopes of GELU and SiLU side by side, and where GELU is zero in single precision."""
    numbers = {
        "flat": properties(GELU)["flat_left"],
        "silu_flat": properties(SILU)["flat_left"],
        "textbook": -naive.first(lambda x: gelu_by_erf(-x) == 0, 4.0, 8.0, np.float32),
    }
    points = (-1.0, -3.0, -5.0, -10.0)
    return Evidence(numbers, tuple((f"{p:g}", *(float(f.derivative(p)) for f in (GELU, SILU))) for p in points))


def gelu_beside_silu() -> dict[str, np.ndarray]:
    x = np.linspace(-12.0, 0.0, 601)
    return {"x": x, "gelu": np.abs(GELU.derivative(x)), "silu": np.abs(SILU.derivative(x))}


def erf_loses_digits() -> Evidence:
    """GELU by 1 + erf and by erfc: the first subtracts nearly equal numbers."""
    rows = []
    for p in np.array([-2.0, -5.0, -8.0, -8.3, -10.0]):
        short, full = float(gelu_by_erf(p)), float(gelu_by_erfc(p))
        rows.append((f"{p:g}", short, full, abs(short / full - 1)))
    gone = -naive.first(lambda x: gelu_by_erf(-x) == 0, 5.0, 10.0)
    return Evidence({"gone": gone, "off": rows[2][3]}, tuple(rows))


def erf_beside_erfc() -> dict[str, np.ndarray]:
    x = np.linspace(-9.0, -7.8, 801)
    by_erf = np.abs(gelu_by_erf(x))
    return {"x": x, "by_erf": np.where(by_erf > 0, by_erf, np.nan), "by_erfc": np.abs(gelu_by_erfc(x))}
