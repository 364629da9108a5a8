"""What textbook code for sigmoid and tanh loses: digits, whole tails, and sometimes everything."""

import numpy as np

from activations import elementwise
from labs.claim import Evidence
from labs.studies import naive, rows

SIGMOID, TANH = elementwise("sigmoid"), elementwise("tanh")
SPACING = 2.0**-52  # of float64 between 1 and 2
NOISE = SPACING / 2  # smaller errors than this are none


def floats_reach_both_ends() -> Evidence:
    """From where on coded sigmoid is exactly 1, and exactly 0."""
    kinds = naive.KINDS.values()
    one = [naive.first(lambda x: naive.sigmoid(x) == 1, 0.0, 1000.0, kind) for kind in kinds]
    zero = [-naive.overflow(kind) for kind in kinds]
    numbers = {"one": one[0], "log": float(elementwise("log_sigmoid")(-40.0))}
    return Evidence(numbers, rows.labelled(naive.KINDS, one, zero))


def what_is_left_to_one() -> dict[str, np.ndarray]:
    """In units of the spacing of floats above 1."""
    x = np.linspace(33.5, 38.5, 501)
    return {"x": x, "float64": (1 - naive.sigmoid(x)) / SPACING, "exact": SIGMOID(-x) / SPACING}


def one_minus_s_loses_digits() -> Evidence:
    """The coded slope σ (1 - σ) of sigmoid, and σ(x) σ(-x)."""
    x = np.array([-37.0, 20.0, 30.0, 37.0])
    coded, mirrored = naive.sigmoid_slope(x), SIGMOID(x) * SIGMOID(-x)
    error = naive.relative_error(coded, SIGMOID.derivative(x))
    return Evidence({"error": float(error[2])}, rows.at("x", x, coded, mirrored, error))


def error_of_the_slope() -> dict[str, np.ndarray]:
    x = np.linspace(-45.0, 45.0, 541)
    ways = {"one_minus": naive.sigmoid_slope(x), "mirrored": SIGMOID(x) * SIGMOID(-x)}
    true = SIGMOID.derivative(x)
    return {"x": x} | {name: np.maximum(naive.relative_error(y, true), NOISE) for name, y in ways.items()}


def one_minus_square_reaches_zero() -> Evidence:
    """The identity with sigmoid, and the coded slope 1 - tanh^2 beside the true one."""
    x = np.array([1.0, 5.0, 10.0, 15.0, 20.0])
    gone = naive.first(lambda x: naive.tanh_slope(x) == 0, 0.0, 100.0)
    numbers = {"gone": gone, "value": float(TANH(1.0)), "twin": float(2 * SIGMOID(2.0) - 1)}
    coded, true = naive.tanh_slope(x), TANH.derivative(x)
    return Evidence(numbers, rows.at("x", x, coded, true, naive.relative_error(coded, true)))


def slopes_of_tanh() -> dict[str, np.ndarray]:
    """In units of the spacing of floats above 1."""
    x = np.linspace(17.2, 20.2, 601)
    return {"x": x, "coded": naive.tanh_slope(x) / SPACING, "true": TANH.derivative(x) / SPACING}


def doubled_code_breaks() -> Evidence:
    """From where on 2 e^2x / (e^2x + 1) - 1 is infinite, and then not a number; and what it gives near zero."""
    kinds = naive.KINDS.values()
    infinite = [naive.first(lambda x: ~np.isfinite(naive.tanh_doubled(x)), 0.0, 1000.0, kind) for kind in kinds]
    nothing = [naive.first(lambda x: np.isnan(naive.tanh_doubled(x)), 0.0, 1000.0, kind) for kind in kinds]
    tiny = float(naive.tanh_doubled(1e-16))
    return Evidence({"tiny": tiny, "error": tiny / 1e-16 - 1}, rows.labelled(naive.KINDS, infinite, nothing))


def errors_near_zero() -> dict[str, np.ndarray]:
    """Over the logarithm of x."""
    power = np.linspace(-17.0, 0.0, 341)
    x = 10**power
    ways = {"doubled": naive.tanh_doubled(x), "textbook": naive.tanh(x), "expm1": _careful(x)}
    return {"x": power} | {name: np.maximum(naive.relative_error(y, TANH(x)), NOISE) for name, y in ways.items()}


def _careful(x):
    return np.sign(x) * -np.expm1(-2 * np.abs(x)) / (1 + np.exp(-2 * np.abs(x)))


def textbook_code_breaks() -> Evidence:
    """(e^x - e^-x) / (e^x + e^-x) is infinity over infinity on both sides, and zero too soon."""
    x = np.array([-710.0, 1e-17, 1.0, 709.0, 710.0])
    edges = {name: naive.overflow(kind) for name, kind in naive.KINDS.items()}
    return Evidence(edges, rows.at("x", x, naive.tanh(x), TANH(x)))


def in_half_precision() -> dict[str, np.ndarray]:
    x = np.linspace(-14.0, 14.0, 281)
    return {"x": x, "half": naive.tanh(x.astype(np.float16)).astype(np.float64), "tanh": TANH(x)}
