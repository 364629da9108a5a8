"""What is handed out was measured as it is spelled now, and where it is of our making it keeps what the core keeps."""

import re
import warnings
from pathlib import Path

import numpy as np
import pytest
from conftest import ACTS
from failures import every

import content
from activations import CATALOGUE, get
from activations.frameworks import FRAMEWORKS
from activations.frameworks.measured import ENGINES, losses, slopes, table
from activations.frameworks.snippets import snippet
from activations.spec import Activation
from harness.snippets.grid import SCORES, Probe, breaks, digest, probes, settings
from harness.snippets.losses import allowed, compare, core, wrong
from harness.snippets.losses import losses as measure
from ui.text.measured import TOLD
from ui.text.measured import losses as told

each_function = every("function", CATALOGUE.values())
EVERY = {name: engine for framework in FRAMEWORKS.values() for name, engine in framework.engines.items()}
LIVE = [  # what is here, and needs nothing said before it is imported
    (name, precision)
    for name, engine in EVERY.items()
    if not engine.prepare and engine.installed
    for precision in engine.precisions
]
SLOPED = {name for name, engine in EVERY.items() if engine.differentiates}
BUILT_ON = {  # composed from a function of the framework that loses its digits by itself
    "b_silu": "sigmoid",
    "dyt": "tanh",
    "geglu": "gelu",
    "geglu_tanh": "gelu_tanh",
    "gelu_clipped": "gelu",
    "gelu_sigmoid": "sigmoid",
    "glu": "sigmoid",
    "gumbel_softmax": "softmax",
    "lecun_tanh": "tanh",
    "lisht": "tanh",
    "scaled_sigmoid": "tanh",
    "selu": "elu",
    "silu": "sigmoid",
    "soft_cap": "tanh",
    "softmin": "softmax",
    "swiglu": "silu",
    "swiglu_clamped": "sigmoid",
    "swiglu_limited": "silu",
    "swiglu_step": "silu",
    "swish": "sigmoid",
    "telu": "tanh",
}
REASONS = {  # (function, order, where) of what is composed here and still loses; the rest of the key may be anything
    (None, "slope", "infinite"): "the chain rule multiplies infinity by 0, however a function is composed",
    ("snake", "slope", "near"): "the chain rule gives 1 + sin, which cancels near the zeros of the slope",
    ("snake_beta", "slope", "near"): "as for Snake",
    ("laplace", "value", "near"): "ONNX knows erf but not what it lacks of 1, so 1 + erf cancels on the left",
    ("kan_edge", "slope", "near"): "the bumps of the spline cancel at the zeros of the slope",
    ("golu", "slope", "near"): "single precision ends, and the slope is a hundred times the gate that is lost",
    ("hard_tanh", "slope", "near"): "an interval without inside: one point, at which clip has a convention",
    ("swiglu", "slope", "far"): "1e20 times 1e20 overflows single precision on the way back",
}


def composed(loss):
    function = get(loss.function)
    spelled = snippet(function.id, ENGINES[loss.engine], **function.defaults | dict(loss.params or {}))
    return not spelled.native or "portable" in loss.engine


def inherited(loss):
    """The function it is built on loses digits in the same engine."""
    base, engine = BUILT_ON.get(loss.function), loss.engine.removesuffix("_portable")
    return any((other.function, other.engine, other.order) == (base, engine, loss.order) for other in losses())


def demoted(loss):
    """`keras.ops` rounds doubles to single precision in `tanh`, `sin` and wherever a Python float joins in."""
    return loss.engine.startswith("keras") and loss.precision == "float64"


def reasons(loss):
    return [key for key in REASONS if key in ((loss.function, loss.order, loss.where), (None, loss.order, loss.where))]


@each_function
@every("framework", FRAMEWORKS)
def test_every_snippet_was_measured_as_it_is_spelled_now(function, framework):
    known = table()["digests"].get(function.id, {}).get(framework)
    assert known == digest(function, framework), "the code has changed: run `make frameworks`"


def test_what_is_composed_here_loses_nothing_without_a_reason():
    unexplained = [
        loss for loss in losses() if composed(loss) and not (reasons(loss) or inherited(loss) or demoted(loss))
    ]
    assert not unexplained


def test_every_reason_is_needed():
    ours = [loss for loss in losses() if composed(loss)]
    assert {key for loss in ours for key in reasons(loss)} == set(REASONS)
    assert {loss.function for loss in ours if not (reasons(loss) or demoted(loss))} == set(BUILT_ON)


@every("engine, precision", LIVE)
def test_what_runs_here_gives_what_was_measured(function, engine, precision):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # overflow, which is what is measured
        now = sorted(str(loss.row()) for loss in measure(function, engine, precision))
    kept = [
        loss for loss in losses() if (loss.function, loss.engine, loss.precision) == (function.id, engine, precision)
    ]
    assert now == sorted(str(loss.row()) for loss in kept)


def test_numpy_loses_nothing():
    assert not [loss for loss in losses() if loss.engine == "numpy"]


def test_the_versions_are_those_that_the_measurement_asks_for():
    root = Path(__file__).parents[2]
    files = [root / "requirements.txt", *root.glob("bench/requirements*.txt")]
    asked = dict(re.findall(r"(?m)^([\w-]+)==(\S+)$", "\n".join(path.read_text("utf-8") for path in files)))
    for name, version in table()["versions"].items():
        assert version.partition("+")[0] == asked[name], name


@every("act", ACTS.values())
def test_every_kink_has_the_slope_of_everybody_who_differentiates(act):
    at = breaks(act, act.defaults)
    assert sorted(slopes(act.id)) == sorted(at)
    differentiable = act.fact("smoothness", **act.defaults) > -1 or act.fact("kinks", **act.defaults)
    for taken in slopes(act.id).values():
        assert set(taken) == SLOPED or (not differentiable and set(taken) < SLOPED)


def test_the_conventions_differ_where_the_page_says_so():
    taken = {"torch": 0.0, "jax": 1.0, "keras_jax": 1.0, "keras_torch": 0.0}
    assert taken.items() <= slopes("hard_tanh")[1.0].items()
    assert slopes("leaky_relu")[0.0]["torch"] == get("leaky_relu").defaults["alpha"]
    assert slopes("leaky_relu")[0.0]["jax"] == 1.0


def test_what_a_runtime_refuses_comes_in_older_operators():
    refused = {row["function"] for row in table()["refused"]}
    assert refused and refused <= set(FRAMEWORKS["onnx"].portable)
    assert not [row for row in table()["refused"] if "portable" in row["engine"]]
    recent = {name for name in CATALOGUE if snippet(name, "onnx").note == "recent_opset"}
    assert recent == {name for name in CATALOGUE if snippet(name, "onnx").portable}


@each_function
@every("framework", FRAMEWORKS)
def test_losses_are_told_beside_the_code_that_has_them_and_nowhere_else(function, framework):
    shown = told(function, framework, function.defaults)
    assert all(loss.function == function.id and ENGINES[loss.engine] == framework for loss in shown)
    mine = [x for x in losses() if (x.function, ENGINES[x.engine]) == (function.id, framework) and not x.params]
    assert {id(x) for x in mine if (x.order, x.where) in TOLD and "portable" not in x.engine} <= {id(x) for x in shown}


def test_a_loss_of_another_spelling_or_setting_is_not_told():
    swish, leaky = get("swish"), get("leaky_relu")
    assert not told(leaky, "torch", {"alpha": 0.01}) and told(leaky, "torch", {"alpha": 0.0})
    assert told(swish, "onnx", {"beta": 1.0}, portable=True) and not told(swish, "onnx", {"beta": 0.0}, portable=True)
    assert told(swish, "torch", {"beta": 1.0}) and not told(swish, "torch", {"beta": 2.0})


def test_every_engine_and_precision_has_a_name():
    words = content.load("measured")
    assert {f"precision_{loss.precision}" for loss in losses()} <= set(words)
    several = [one.engines.items() for one in FRAMEWORKS.values() if len(one.engines) > 1]
    assert {f"engine_{name}" for engines in several for name, engine in engines if not engine.portable} <= set(words)


def test_the_grid_has_slider_ends_nothing_drawn_and_intervals_without_inside():
    assert {"low": 0.0, "high": 0.0} in settings(get("hard_tanh"))
    assert all(values["seed"] == 0 for values in settings(get("rrelu")))
    assert {values["beta"] for values in settings(get("squareplus"))} == {0.0, 1.0, 4.0, 10.0}
    assert len(list(probes(get("softmax"), "float32"))) == len(SCORES) * 3


def test_a_wrong_digit_would_be_noticed():
    """The measure itself: the core passes, half the digits gone do not, nor does a number where NaN belongs."""
    act = get("gelu")
    assert isinstance(act, Activation)
    probe = Probe(act, {}, (np.array([-5.5, 1.0, -np.inf, np.nan]),))
    exact = core(act, {}, probe.arrays)[0][0]
    assert not list(compare(probe, (exact, None), "numpy", "float64"))
    for index, value in enumerate([exact[0] * (1 + 1e-7), np.nan, np.nan, 0.0]):
        got = exact.copy()
        got[index] = value
        assert [loss.got for loss in compare(probe, (got, None), "numpy", "float64")] == [
            pytest.approx(value, nan_ok=True)
        ]
    room = allowed(probe, 0, 0, exact)
    assert not wrong(exact * (1 + 1e-9), exact, room, np.array(["near"] * 4)).any()
