"""Softmax: shares that depend on every score, and what careless code and careless plots make of them."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from activations import elementwise
from activations.functions.softmax import SPEC
from labs.claim import Evidence
from labs.studies import naive, rows
from labs.studies.secants import RUNS, both_sides

SIGMOID, RELU = elementwise("sigmoid"), elementwise("relu")
X = np.linspace(-8.0, 8.0, 401)


def softmax(z: ArrayLike, temperature: float = 1.0) -> NDArray:
    return SPEC(z, temperature=temperature)


def jacobian(z: ArrayLike) -> NDArray:
    return SPEC.jacobian(z)


def first_share(z: ArrayLike, *others: float) -> NDArray:
    """The share of a score z among others that stay."""
    z = np.asarray(z, dtype=float)
    return softmax(np.stack([z, *(np.full_like(z, other) for other in others)], axis=-1))[..., 0]


def secants_agree_at_zero() -> Evidence:
    """A share has the same slope at zero from both sides; ReLU has not."""
    slopes = jacobian([0.0, 0.0, 0.0])
    table = rows.at("h", RUNS, *both_sides(lambda z: first_share(z, 0.0, 0.0), 0.0), *both_sides(RELU, 0.0))
    return Evidence({"own": float(slopes[0, 0]), "other": float(slopes[0, 1])}, table)


def slopes_at_zero() -> dict[str, NDArray]:
    p = first_share(X, 0.0, 0.0)
    return {"x": X, "softmax": p, "slope": p * (1 - p), "relu_slope": np.where(X == 0, np.nan, RELU.derivative(X))}


def signs_do_not_matter() -> Evidence:
    """Scores below zero and the same scores lifted above it: shares and slopes agree, ReLU's slopes do not."""
    table: tuple[rows.Row, ...] = ()
    for z in ([-1.0, -2.0, -3.0], [3.0, 2.0, 1.0]):
        table += rows.at("z", z, softmax(z), np.diag(jacobian(z)), RELU.derivative(z))
    return Evidence({}, table)


def slopes_over_a_shift() -> dict[str, NDArray]:
    shift = np.linspace(-6.0, 6.0, 481)
    p = softmax(np.stack([shift - 1, shift - 2, shift - 3], axis=-1))[:, 0]
    relu = np.where(np.isclose(shift, 1), np.nan, RELU.derivative(shift - 1))
    return {"x": shift, "share": p, "share_slope": p * (1 - p), "relu_slope": relu}


def rows_of_the_jacobian() -> Evidence:
    """The whole matrix with the sums of its rows, and the gradient of the cross-entropy of the last class."""
    z = [1.0, 2.0, 3.0]
    slopes, gradient = jacobian(z), softmax(z) - np.array([0.0, 0.0, 1.0])
    sums = np.round(slopes.sum(axis=1), 15) + 0.0
    table = rows.labelled(("∂p₁", "∂p₂", "∂p₃"), *slopes.T, sums)
    return Evidence(dict(zip(("first", "second", "third"), map(float, gradient), strict=True)), table)


def slopes_with_a_rival(rival: float) -> dict[str, NDArray]:
    """What a change of the first score does to all three shares."""
    p = softmax(np.stack([X, np.full_like(X, rival), np.zeros_like(X)], axis=-1)).T
    return {"x": X, "to_first": p[0] * (1 - p[0]), "to_second": -p[0] * p[1], "to_third": -p[0] * p[2]}


def extremes_of_shares() -> Evidence:
    """Smallest and largest share, and the sum, for several lists of scores."""
    scores = ((2, 1, 0.1), (1.3, -0.4), (40, 0), (1000, 0), (5,))
    found = [softmax(np.array(z, dtype=float)) for z in scores]
    table = rows.labelled(map(rows.listed, scores), *([f(p) for p in found] for f in (np.min, np.max, np.sum)))
    return Evidence({"pair": float(found[1][0]), "sigmoid": float(SIGMOID(1.7))}, table)


def code_overflows() -> Evidence:
    """Both shares of a pair of scores, by the code and with the maximum subtracted."""
    pairs = ((2, 1), (1001, 1000), (-1000, -1001), (709.5, 709.5))
    coded, stable = (np.array([f(np.array(z, dtype=float)) for z in pairs]).T for f in (naive.softmax, softmax))
    batch = np.exp([[1.0, 2.0, 3.0]] * 2)
    numbers = {name: naive.overflow(kind) for name, kind in naive.KINDS.items() if kind is not np.float32}
    numbers["row"] = float((batch / batch.sum())[0].sum())
    return Evidence(numbers, rows.labelled(map(rows.listed, pairs), *np.round((*coded, *stable), 4)))


def code_on_shifted_scores() -> dict[str, NDArray]:
    """The largest share of (c, c + 1, c + 2): the same for every c, but not for the code in float32."""
    c = np.linspace(-120.0, 120.0, 481)
    scores = np.stack([c, c + 1, c + 2], axis=-1)
    coded = naive.softmax(scores.astype(np.float32))[:, 2].astype(np.float64)
    return {"x": c, "softmax": softmax(scores)[:, 2], "code": coded}


def peaks_depend_on_the_grid() -> Evidence:
    """The largest share of evenly spaced scores from -10 to 10, the more of them the lower."""
    counts = (10, 100, 200, 1000)
    found = [softmax(np.linspace(-10.0, 10.0, n)) for n in counts]
    return Evidence({}, rows.at("K", counts, [p.max() for p in found], [p.sum() for p in found]))


def drawn_wrongly_and_rightly(points: float) -> dict[str, NDArray]:
    x = np.linspace(-10.0, 10.0, 401)
    grid = np.linspace(-10.0, 10.0, round(points))
    return {"x": x, "grid": np.interp(x, grid, softmax(grid)), "slice": first_share(x, 0.0)}


def temperature_sharpens() -> Evidence:
    """Shares of three scores at several temperatures, and of the same scores lifted."""
    z = np.array([1.0, 2.0, 3.0])
    table = rows.at("T", (0.5, 1.0, 10.0), *np.array([softmax(z, t) for t in (0.5, 1.0, 10.0)]).T)
    return Evidence(
        {},
        (
            *table,
            *rows.labelled(
                (f"T{rows.JOINED}={rows.JOINED}1, z{rows.JOINED}+{rows.JOINED}100",), *softmax(z + 100)[:, None]
            ),
        ),
    )


def three_shares(temperature: float) -> dict[str, NDArray]:
    return {"bars": softmax(np.array([1.0, 2.0, 3.0]), temperature)}
