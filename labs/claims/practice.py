"""Claims about choosing an activation function, about applications, code and tools."""

import numpy as np

from activations import elementwise
from activations.domain import Param
from labs.claim import Claim, Evidence, Plot
from labs.depth.normalisation import batch_norm
from labs.depth.propagation import HE, propagate
from labs.studies import choosing
from labs.studies.choosing import X

DEPTH, STEPS, STEP = 30, 50, 0.1
COLUMN = np.array([[1.0], [-2.0], [0.0], [3.0], [-1.0]])


def exploding() -> Evidence:
    """How far a gradient grows on the way back when the weights or batch normalisation drive it."""
    plain = {name: float(propagate(name, DEPTH, HE).gradient[-1]) for name in ("identity", "selu", "relu")}
    growth = propagate("relu", DEPTH, HE, norm=batch_norm).gradient
    return Evidence({**plain, "per_layer": float((growth[-2] / growth[5]) ** (1 / (DEPTH - 6)))})


def gradients_on_the_way_back() -> dict[str, np.ndarray]:
    return {
        "x": np.arange(DEPTH + 1.0),
        "plain_relu": propagate("relu", DEPTH, HE).gradient,
        "plain_selu": propagate("selu", DEPTH, HE).gradient,
        "normalised": propagate("relu", DEPTH, HE, norm=batch_norm).gradient,
        "shortcut": propagate("relu", DEPTH, HE, norm=batch_norm, shortcut=True).gradient,
    }


def loops() -> Evidence:
    """A neuron that feeds itself, 50 times over."""
    numbers = {"grown": path("relu", 1.1)[-1], "shrunk": path("relu", 0.9)[-1], "settled": path("tanh", 1.1)[-1]}
    return Evidence({name: float(value) for name, value in numbers.items()})


def path(name: str, w: float) -> np.ndarray:
    """h, f(w h), f(w f(w h)), ... from 1 on."""
    act, seen = elementwise(name), [1.0]
    for _ in range(STEPS):
        seen.append(float(act(w * seen[-1])))
    return np.array(seen)


def recurrence(w: float) -> dict[str, np.ndarray]:
    return {"x": np.arange(STEPS + 1.0), "relu": path("relu", w), "tanh": path("tanh", w)}


def a_column_stays_a_column() -> Evidence:
    """ReLU of a column of five numbers: the shape, and the values."""
    y = elementwise("relu")(COLUMN)
    rows, columns = map(float, y.shape)
    table = tuple((f"[{x:g}]", float(v)) for x, v in zip(COLUMN[:, 0], y[:, 0], strict=True))
    return Evidence({"rows": rows, "columns": columns}, table)


def step_by_step() -> Evidence:
    """A layer of two neurons: the product, then the bias, then the function."""
    w, b, x = np.array([[1.0, -2.0, 0.5], [0.0, 1.0, -1.0]]), np.array([0.5, 3.0]), np.array([1.0, 2.0, 4.0])
    rows = {"$Wx$": w @ x, "$Wx+b$": w @ x + b, "$g(Wx+b)$": elementwise("relu")(w @ x + b)}
    return Evidence({}, tuple((name, *map(float, row)) for name, row in rows.items()))


def neuron(w: float, b: float) -> dict[str, np.ndarray]:
    return {"x": X, "sum": w * X + b, "output": elementwise("tanh")(w * X + b)}


def a_table_says_it_all() -> Evidence:
    """GELU from a list of its values, one every STEP, with straight lines between them: the largest error."""
    known, act = np.arange(-80, 81) * STEP, elementwise("gelu")
    x = np.linspace(known[0], known[-1], 20_001)
    error = np.abs(np.interp(x, known, act(known)) - act(x)).max()
    return Evidence({"values": float(len(known)), "error": float(error)})


def gates() -> Evidence:
    """What each function multiplies its input by, f(x)/x."""
    points = (-3.0, -1.0, 1.0, 3.0)
    names = ("relu", "silu", "gelu", "tanh")
    return Evidence({}, tuple((f"x = {p:g}", *(float(elementwise(n)(p)) / p + 0.0 for n in names)) for p in points))


def gate(beta: float) -> dict[str, np.ndarray]:
    swish = elementwise("swish")(X, beta=beta) / X
    fixed = {name: elementwise(name)(X) / X for name in ("relu", "gelu", "tanh")}
    return {"x": X, "swish": swish, **fixed}


Z1 = Param("z1", "z₁", default=-2.0, low=-4.0, high=4.0, step=0.1)
LOOP = Param("w", "w", default=1.1, low=0.5, high=1.5, step=0.01)
WEIGHT = Param("w", "w", default=1.0, low=-3.0, high=3.0, step=0.05)
BIAS = Param("b", "b", default=1.0, low=-4.0, high=4.0, step=0.1)
BETA = Param("beta", "β", default=1.0, low=0.0, high=10.0, step=0.1)

CLAIMS = (
    Claim(
        id="C129",
        verdict="conditions",
        sources=("He2015", "He2015b", "Yang2019"),
        evidence=exploding,
        plot=Plot(gradients_on_the_way_back, log=True),
    ),
    Claim(
        id="C130",
        verdict="correct",
        functions=("leaky_relu",),
        sources=("Radford2015", "TorchRun", "KerasRun", "JaxRun", "PaddleRun", "MindSporeRun", "OnnxRun"),
        reported={"slope": 0.2},
        evidence=choosing.slopes_by_default,
    ),
    Claim(
        id="C131",
        verdict="correct",
        functions=("sigmoid", "softmax", "identity", "softplus", "exponential", "tanh"),
        sources=("Bridle1990",),
        evidence=choosing.same_scores,
        plot=Plot(choosing.ranges, limits=(-2.0, 4.0)),
    ),
    Claim(
        id="C132",
        verdict="conditions",
        functions=("relu", "silu", "hard_swish", "gelu"),
        sources=("Krizhevsky2012", "Tan2019", "Howard2019", "Dosovitskiy2020", "Liu2022"),
        reported={"accuracy": 0.806},
    ),
    Claim(
        id="C133",
        verdict="misleading",
        functions=("sigmoid", "tanh", "relu"),
        sources=("He2017",),
    ),
    Claim(
        id="C134",
        verdict="conditions",
        functions=("tanh", "relu", "gelu", "swiglu"),
        sources=("Le2015", "Vaswani2017", "Devlin2018", "Touvron2023"),
        evidence=loops,
        plot=Plot(recurrence, knobs=(LOOP,), limits=(0.0, 4.0)),
    ),
    Claim(
        id="C135",
        verdict="misleading",
        functions=("sigmoid", "relu", "softmax"),
        evidence=choosing.relu_erases_the_ranking,
        plot=Plot(choosing.second_share, knobs=(Z1,), limits=(0.0, 1.0)),
    ),
    Claim(
        id="C136",
        verdict="outdated",
        functions=("elu", "swish", "selu"),
        sources=("Clevert2015", "Ramachandran2017", "Klambauer2017", "Shazeer2020", "So2021", "Mirzadeh2023"),
    ),
    Claim(id="C137", verdict="outdated", functions=("relu",), sources=("TFRun",)),
    Claim(
        id="C138",
        verdict="wrong",
        functions=("relu",),
        sources=("TFRun",),
        evidence=a_column_stays_a_column,
    ),
    Claim(id="C139", verdict="outdated", sources=("MXNetAttic", "KerasRun")),
    Claim(id="C140", verdict="outdated", sources=choosing.PAPERS, evidence=choosing.two_names),
    Claim(
        id="C141",
        verdict="misleading",
        evidence=step_by_step,
        plot=Plot(neuron, knobs=(WEIGHT, BIAS), limits=(-3.0, 3.0)),
    ),
    Claim(
        id="C142",
        verdict="misleading",
        functions=(*choosing.COMPARED, "swish"),
        evidence=choosing.what_a_table_should_hold,
    ),
    Claim(id="C143", verdict="misleading", evidence=a_table_says_it_all),
    Claim(
        id="C144",
        verdict="conditions",
        functions=("relu", "swish", "silu", "gelu", "glu", "tanh"),
        sources=("Dauphin2016",),
        evidence=gates,
        plot=Plot(gate, knobs=(BETA,), limits=(-0.1, 1.1)),
    ),
    Claim(id="C145", verdict="correct", sources=("Narang2021",), evidence=choosing.none_is_first_in_everything),
)
