"""What layers can express: straight without an activation, folded by ReLU; polynomials that stay polynomials."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from activations import elementwise
from labs.claim import Evidence
from labs.studies.broken_lines import relu_interpolation
from labs.why.xor import LAMP as XOR
from labs.why.xor import SWITCHES as CORNERS
from labs.why.xor import sheet, two_units

Array = NDArray[np.float64]
RELU = elementwise("relu")
X = np.linspace(-1.0, 1.0, 401)
WEIGHTS = (np.array([[1.0, 2.0], [-1.0, 1.0]]), np.array([[2.0, -1.0]]))
BIASES = (np.array([0.5, -1.0]), np.array([3.0]))


def merged() -> tuple[Array, Array]:
    """The one weight matrix and the one bias that do the work of two linear layers."""
    weights, bias = np.eye(2), np.zeros(2)
    for matrix, shift in zip(WEIGHTS, BIASES, strict=True):
        weights, bias = matrix @ weights, matrix @ bias + shift
    return weights, bias


def folded(x: Array, layers: int, name: str) -> Array:
    """`layers` times the same two units, 2 f(y) - 4 f(y - 1/2): a tent with ReLU, a straight line with the identity."""
    act = elementwise(name)
    for _ in range(layers):
        x = 2 * act(x) - 4 * act(x - 0.5)
    return x


def wave(x: Array) -> Array:
    """One full wave on [-1, 1]."""
    return np.sin(np.pi * x)


def relu_network(x: Array, units: int) -> Array:
    """A hidden layer of `units` ReLU units whose folds lie evenly on [-1, 1], meeting the wave at every fold."""
    return relu_interpolation(wave, (-1.0, 1.0), x, units)


def best_polynomial(x: Array, wanted: Array, degree: int) -> Array:
    """The polynomial whose greatest error on the points `x` is least, by linear programming."""
    powers = np.vander(x, degree + 1)
    slack = np.ones((len(x), 1))
    sides = np.block([[powers, -slack], [-powers, -slack]])
    cost = np.zeros(degree + 2)
    cost[-1] = 1.0
    found = linprog(cost, sides, np.concatenate([wanted, -wanted]), bounds=(None, None)).x
    assert found is not None
    return powers @ found[:-1]


@cache
def best_square_for_the_wave() -> Array:
    """What squaring units make of the wave at best, however many there are."""
    return best_polynomial(X, wave(X), 2)


def error(got: Array, wanted: Array) -> float:
    """The greatest error on the points where both are known."""
    return float(np.abs(got - wanted).max())


def two_linear_layers_are_one() -> Evidence:
    """Two matrices become one; XOR is out of reach for it, and easy for two ReLU units."""
    (weights,), (bias,) = merged()
    straight, relu = sheet(CORNERS, fold=0.0), two_units(CORNERS)
    rows = zip(CORNERS, XOR, straight, relu, strict=True)
    table = tuple((f"{a:g}, {b:g}", float(wanted), float(s), float(r)) for (a, b), wanted, s, r in rows)
    missed = float(np.mean((straight - XOR) ** 2))
    return Evidence({"first": weights[0], "second": weights[1], "bias": bias, "missed": missed}, table)


def teeth(layers: float) -> dict[str, NDArray]:
    x = np.linspace(0.0, 1.0, 513)
    return {"x": x, **{name: folded(x, round(layers), name) for name in ("relu", "identity")}}


def squares_stay_squares() -> Evidence:
    """Squaring units never come nearer than a floor; ReLU units do, the more the nearer."""
    size, x = np.abs(X), np.linspace(-1.0, 1.0, 4001)
    numbers = {
        "line": error(best_polynomial(X, size, 1), size),
        "square": error(best_polynomial(X, size, 2), size),
        "two": error(RELU(X) + RELU(-X), size),
    }
    floor = error(best_square_for_the_wave(), wave(X))
    return Evidence(numbers, tuple((n, error(relu_network(x, n), wave(x)), floor) for n in (4, 8, 16, 32)))


def wave_by_units(units: float) -> dict[str, NDArray]:
    return {"x": X, "wave": wave(X), "relu": relu_network(X, round(units)), "square": best_square_for_the_wave()}
