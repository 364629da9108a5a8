"""Experiments with ELU and its kin: centres, corners, noise, lost digits, and one weight that swings."""

import numpy as np

from activations import elementwise, get
from activations.functions.selu import ALPHA, SCALE
from activations.measure import properties
from activations.normal import expectation
from labs.claim import Evidence
from labs.studies import naive

ELU, CELU, SELU = (elementwise(name) for name in ("elu", "celu", "selu"))
ALPHAS = (0.5, 1.0, 2.0)
LEFT, RIGHT = np.nextafter(0.0, -1.0), np.nextafter(0.0, 1.0)
CENTRED = ("relu", "gelu", "mish", "silu", "elu", "selu", "tanh")
NOISE, FROM = 0.1, (-4.0, 0.0, 4.0)
X = np.linspace(-6.0, 4.0, 641)
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(60)


def elu_leaves_the_band() -> Evidence:
    """Values of ELU to the left and to the right, and where rounding makes it exactly -1."""
    points = (-1000.0, -3.0, 0.5, 5.0, 1000.0)
    return Evidence({"floor": properties(ELU)["round64_left"]}, tuple((f"x = {p:g}", float(ELU(p))) for p in points))


def band(alpha: float) -> dict[str, np.ndarray]:
    x = np.linspace(-6.0, 6.0, 481)
    return {"x": x, "elu": ELU(x, alpha=alpha), "ceiling": np.ones_like(x), "bottom": -np.ones_like(x)}


def gap_at_zero(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """`y` without its value at 0, so that a jump there is drawn as one."""
    return np.where(x == 0, np.nan, y)


def means(sigma: float = 1.0) -> dict[str, np.ndarray]:
    """The mean output for normal inputs of this spread around 0, as bars."""

    def mean(name: str) -> float:
        act = elementwise(name)
        return expectation(lambda z: act(sigma * z))

    return {"bars": np.array([mean(name) for name in CENTRED])}


def where_elu_is_centred() -> Evidence:
    """The mean of ELU beside that of others, and the only alpha for which it vanishes."""
    table = tuple(zip(CENTRED, map(float, means()["bars"]), strict=True))
    at = {name: properties(elementwise(name))["mean"] for name in ("relu", "elu")}
    below = expectation(lambda z: ELU(np.minimum(z, 0)))
    return Evidence({**at, "alpha": -at["relu"] / below}, table)


def corners() -> Evidence:
    """The slopes on both sides of 0, of ELU and of CELU."""
    slopes = [[act.derivative(x, alpha=a) for act in (ELU, CELU) for x in (LEFT, RIGHT)] for a in ALPHAS]
    return Evidence({}, tuple((f"α = {a:g}", *map(float, row)) for a, row in zip(ALPHAS, slopes, strict=True)))


def slopes(alpha: float) -> dict[str, np.ndarray]:
    pairs = (("elu", ELU), ("celu", CELU))
    return {"x": X, **{name: gap_at_zero(X, act.derivative(X, alpha=alpha)) for name, act in pairs}}


def bend(side: float, alpha: float, h: float = 1e-4) -> float:
    """f'' of ELU at 0, seen from one side (-1 or 1): a difference quotient of second order."""
    near, middle, far = (float(ELU.derivative(side * k * h or side * RIGHT, alpha=alpha)) for k in (0, 1, 2))
    return side * (4 * middle - 3 * near - far) / (2 * h)


def jumps_at_zero() -> Evidence:
    """By how much ELU, its slope and its bend jump at 0."""

    def jump(f, alpha: float) -> float:
        return float(f(RIGHT, alpha=alpha) - f(LEFT, alpha=alpha))

    table = tuple(
        (f"α = {a:g}", round(jump(ELU, a), 12), jump(ELU.derivative, a), bend(1, a) - bend(-1, a)) for a in ALPHAS
    )
    return Evidence({"left": bend(-1, 1.0), "right": bend(1, 1.0)}, table)


def three_orders(alpha: float) -> dict[str, np.ndarray]:
    second = np.where(X < 0, ELU.derivative(X, alpha=alpha), 0.0)
    slope = ELU.derivative(X, alpha=alpha)
    return {"x": X, "elu": ELU(X, alpha=alpha), "slope": gap_at_zero(X, slope), "bend": gap_at_zero(X, second)}


def typed(x: np.ndarray) -> np.ndarray:
    """The negative branch of ELU as it is often typed."""
    return np.exp(x) - 1


def lost_digits() -> Evidence:
    """The relative error of exp(x) - 1 near 0, against ELU; and from where exp overflows on the other branch."""
    digits = (3, 10, 15, 17)
    x = np.array([-(10.0**-n) for n in digits])
    errors = naive.relative_error(typed(x), ELU(x))
    columns = np.stack([typed(x), ELU(x), errors], axis=1).tolist()
    table = tuple((f"$-10^{{-{n}}}$", *row) for n, row in zip(digits, columns, strict=True))
    return Evidence({"overflow": float(np.log(np.finfo(float).max))}, table)


def relative_error() -> dict[str, np.ndarray]:
    exponent = np.linspace(-17.0, 0.0, 681)
    x = -(10.0**exponent)
    error = naive.relative_error(typed(x), ELU(x))
    return {"x": exponent, "typed": np.where(error > 0, error, np.nan)}


def spread(name: str, at: float) -> float:
    """The standard deviation of the output when noise of size NOISE is added to the input `at`."""
    act = elementwise(name)
    mean = expectation(lambda z: act(at + NOISE * z), (-at / NOISE,))
    return expectation(lambda z: (act(at + NOISE * z) - mean) ** 2, (-at / NOISE,)) ** 0.5


QUIET = ("elu", "leaky_relu", "relu", "identity")


def noise_let_through() -> Evidence:
    """How much input noise arrives at the output: far left, at 0, far right; and the means that shift biases."""
    found = {name: [spread(name, at) for at in FROM] for name in QUIET}
    shift = {f"{name}_mean": properties(elementwise(name))["mean"] for name in ("relu", "elu")}
    numbers = {"elu": found["elu"][0], "leaky": found["leaky_relu"][0], "noise": NOISE, **shift}
    return Evidence(numbers, tuple((name, *row) for name, row in found.items()))


def noise_by_place() -> dict[str, np.ndarray]:
    weights = _WEIGHTS / _WEIGHTS.sum()

    def out(name: str) -> np.ndarray:
        y = elementwise(name)(X[:, None] + NOISE * _NODES)
        variance = (y - (y @ weights)[:, None]) ** 2 @ weights
        return np.sqrt(np.where(variance > 1e-12, variance, np.nan))

    return {"x": X, **{name: out(name) for name in QUIET}}


def tails() -> dict[str, np.ndarray]:
    x = np.linspace(-12.0, 3.0, 601)
    return {"x": x, **{name: elementwise(name).derivative(x) for name in ("elu", "sigmoid", "leaky_relu")}}


def swinging(eta: float) -> dict[str, np.ndarray]:
    """The output of one neuron f(w), step by step, while w descends the squared error to the target 1."""
    steps = np.arange(31.0)

    def path(name: str) -> np.ndarray:
        act, w, seen = elementwise(name), 1.5, []
        for _ in steps:
            y = float(act(w))
            seen.append(y)
            w -= eta * (y - 1) * float(act.derivative(w))
        return np.array(seen)

    return {"x": steps, **{name: path(name) for name in ("relu", "selu")}}


def the_output_is_enough() -> Evidence:
    """Bytes of a thousand outputs, and the error of the slope when it is worked out from the output alone."""
    x = np.linspace(-30.0, 30.0, 999)
    low = SCALE * ALPHA
    from_output = {
        "relu": lambda y: np.sign(y),
        "elu": lambda y: np.minimum(y, 0) + 1,
        "selu": lambda y: np.where(y > 0, SCALE, y + low),
        "tanh": lambda y: 1 - y * y,
    }
    errors = {n: np.abs(f(elementwise(n)(x)) - elementwise(n).derivative(x))[x != 0] for n, f in from_output.items()}
    size = {n: float(elementwise(n)(np.ones(1000, np.float32)).nbytes) for n in errors}
    return Evidence({}, tuple((n, float(len(get(n).params)), size[n], float(e.max())) for n, e in errors.items()))
