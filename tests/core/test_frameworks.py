"""The code snippets: they run as they stand and give what the catalogue gives, wherever the sliders are."""

import re
import sys
import types
from pathlib import Path

import numpy as np
import pytest
from conftest import settings
from failures import every

import content
from activations import CATALOGUE, frameworks, get
from activations.frameworks import FRAMEWORKS
from activations.frameworks.framework import ours
from activations.frameworks.measured import stated
from activations.frameworks.snippets import EXAMPLES, INPUTS, script, snippet
from activations.spec import Activation, PoolingActivation, VectorActivation

NARROW = [framework for framework in FRAMEWORKS if framework != "numpy"]  # these compute in single precision
GRID = [*np.linspace(-30, 30, 241), -1e-3, 1e-3]
GATE, VALUE = (side.ravel().tolist() for side in np.meshgrid(np.linspace(-30, 30, 25), [-30.0, -1.5, 0.0, 2.0, 30.0]))
SCORES = [[30.0, -30.0, 0.5, 1.0, 1.0], [-0.3, 0.4, 0.1, 0.45], [-30.0, -30.0, -30.5], [1.0, 1.2, 0.9]]
ROUGH = {"mindspore": 2e-4}  # on a CPU its tanh of -5 is below -1
TINY = np.finfo(np.float64).tiny
each = every("framework", FRAMEWORKS)
each_function = every("function", CATALOGUE.values())


def inputs(function, params):
    """Lists to put in place of the examples: a grid with every kink and jump, or several vectors."""
    names = INPUTS[type(function)]
    if isinstance(function, Activation):
        breaks = (*function.fact("kinks", **params), *function.fact("jumps", **params))
        return [{"x": [float(v) for v in (*GRID, *breaks)]}]
    return [{names[0]: z} for z in SCORES] if len(names) == 1 else [dict(zip(names, (GATE, VALUE), strict=True))]


def run(code, given):
    """Put `given` in place of the examples, run the code and hand back y."""
    for name, values in given.items():
        assert code.count(f"{EXAMPLES[name]}") == 1
        code = code.replace(f"{EXAMPLES[name]}", f"{values}")
    space = {}
    exec(compile(code, "snippet", "exec"), space)
    return np.asarray(getattr(space["y"], "detach", lambda: space["y"])(), dtype=np.float64)


def expected(function, given, params):
    """The least and the greatest value allowed: they differ where a framework draws by itself."""
    if params.get("seed") and isinstance(function, VectorActivation):
        shape = np.shape(given["z"])
        return np.full(shape, function.range.low), np.full(shape, function.range.high)
    if params.get("seed"):
        sides = np.stack([side(np.asarray(given["x"]), **params) for side in function.envelope])
        return sides.min(axis=0), sides.max(axis=0)
    values = function(*(np.asarray(v) for v in given.values()), **params)
    return values, values


def test_numpy_agrees_with_the_catalogue(function):
    for params in settings(function):
        for given in inputs(function, params):
            y = run(snippet(function.id, "numpy", **params).code, given)
            exact = function(*(np.asarray(v) for v in given.values()), **params)
            np.testing.assert_allclose(y, exact, rtol=1e-12, atol=TINY, err_msg=f"{params}")


@pytest.mark.parametrize("framework", NARROW)
@each_function
def test_frameworks_agree_with_the_catalogue(function, framework):
    importable(framework)
    for params in settings(function):
        for given in inputs(function, params):
            with np.errstate(over="ignore", invalid="ignore"):  # ONNX's reference takes exp of anything
                y = run(snippet(function.id, framework, **params).code, given)
            low, high = expected(function, given, params)
            assert y.shape == low.shape
            rough = ROUGH.get(framework, 2e-5)
            np.testing.assert_allclose(y, np.clip(y, low, high), rtol=rough, atol=1e-5, err_msg=f"{params}")


def importable(framework):
    """Skip where the framework is missing, or what it computes with."""
    engines = [engine for engine in FRAMEWORKS[framework].engines.values() if engine.installed]
    if not engines:
        pytest.skip(f"no {framework}")
    if engines[0].prepare:
        engines[0].prepare(engines[0].precisions[0])


@each
def test_every_function_is_spelled_in_every_framework(framework):
    spelled = FRAMEWORKS[framework]
    assert set(spelled.spellings) == set(CATALOGUE) and set(spelled.portable) < set(CATALOGUE)


@each_function
@each
def test_every_snippet_is_python_and_fits_its_frame(function, framework):
    for params in settings(function):
        code = snippet(function.id, framework, **params).code
        compile(code, "snippet", "exec")
        assert "$" not in code and max(map(len, code.splitlines())) <= 100


@each
@every("p", lambda tunable: tunable.params)
def test_every_slider_shows_in_the_code(tunable, p, framework):
    codes = {snippet(tunable.id, framework, **{p.name: value}).code for value in (p.default, p.low, p.high)}
    assert len(codes) == len({p.default, p.low, p.high})


@each_function
@each
def test_notes_have_words_and_what_is_composed_has_a_note(function, framework):
    for params in settings(function):
        told = snippet(function.id, framework, **params)
        assert told.native if told.note is None else told.note in content.load("frameworks")


def test_every_framework_is_listed_in_its_place():
    files = Path(frameworks.__file__).parent.rglob("*.py")
    assert {p.parent.name for p in files if "\nFRAMEWORK = " in p.read_text("utf-8")} == set(FRAMEWORKS)
    places = [framework.place for framework in FRAMEWORKS.values()]
    assert places == sorted(set(places)) and len({framework.name for framework in FRAMEWORKS.values()}) == len(places)


def test_notes_have_no_blanks_to_fill():
    for text in content.load("frameworks").values():
        assert not content.BLANK.search(text.zh + text.en)


def test_numbers_are_written_short():
    assert "negative_slope=0.01)" in snippet("leaky_relu", "keras").code
    assert "F.elu(x, alpha=1.5)" in snippet("elu", "torch", alpha=np.float64(1.5)).code
    assert "default_rng(7)" in snippet("rrelu", "numpy", seed=7.0).code
    assert not re.search(r"\+ -\d", snippet("dynamic_relu", "jax", offset1=-0.5).code)


def test_bad_parameters_are_refused_as_by_the_catalogue():
    with pytest.raises(TypeError, match="no parameter 'gamma'"):
        snippet("elu", "torch", gamma=1.0)
    with pytest.raises(ValueError, match="beta"):
        snippet("softplus", "jax", beta=-1.0)
    with pytest.raises(KeyError, match="did you mean"):
        snippet("rleu", "onnx")


def defaults(framework):
    return [(name, row) for name, rows in FRAMEWORKS[framework].defaults.items() for row in rows]


each_default = every("name, row", lambda framework: defaults(framework))


@each
@each_default
def test_a_default_belongs_to_something(name, row):
    assert name in CATALOGUE and (row.parameter in get(name).defaults if row.parameter else row.ours is not None)


@each
@each_default
def test_a_default_is_what_the_framework_says(framework, name, row):
    said = stated(framework)
    assert (row.owner, row.argument) in said, "a new default: run `make frameworks`"
    value = said[row.owner, row.argument]
    assert value == pytest.approx(row.value, rel=1e-7) if isinstance(row.value, float) else value == row.value


@each
def test_a_note_says_when_a_default_differs(framework):
    for name, rows in FRAMEWORKS[framework].defaults.items():
        note, differs = snippet(name, framework).note, any(row.value != ours(name, row) for row in rows)
        assert note if differs else note != "default_differs", name


def test_pooling_gives_one_value():
    pooled = [name for name, f in CATALOGUE.items() if isinstance(f, PoolingActivation)]
    assert pooled and all(run(snippet(name, "numpy").code, {"z": [1.0, 2.0]}) == 2.0 for name in pooled)


def test_prelu_has_the_slopes_that_the_notes_promise():
    parser, reference = pytest.importorskip("onnx.parser"), pytest.importorskip("onnx.reference")
    text = snippet("prelu", "onnx").code.partition('"""')[2].partition('"""')[0]
    text = text.replace("float[N]", "float[2, 3, 4, 5]")
    model = parser.parse_model(text.replace("float alpha = {0.25}", "float[3, 1, 1] alpha = {0.1, 0.2, 0.3}"))
    (y,) = reference.ReferenceEvaluator(model).run(None, {"x": -np.ones((2, 3, 4, 5), np.float32)})
    np.testing.assert_allclose(y[0, :, 0, 0], [-0.1, -0.2, -0.3], rtol=1e-6)


def test_prelu_of_torch_and_keras_has_the_slopes_that_the_notes_promise():
    importable("keras")
    keras, torch = pytest.importorskip("keras"), pytest.importorskip("torch")
    layers = keras.layers.PReLU(), keras.layers.PReLU(shared_axes=[1, 2])
    for layer, slopes in zip(layers, [(4, 5, 3), (1, 1, 3)], strict=True):
        layer(np.zeros((2, 4, 5, 3), np.float32))
        assert layer.alpha.shape == slopes
    assert torch.nn.PReLU().weight.shape == (1,)
    assert torch.nn.PReLU(num_parameters=3)(torch.zeros(2, 3, 4, 5)).shape == (2, 3, 4, 5)


def test_the_script_that_draws_runs_and_draws_what_the_core_computes(monkeypatch):
    drawn, plt = [], types.ModuleType("matplotlib.pyplot")
    vars(plt)["plot"] = lambda x, y, label: drawn.append((label, x, y))
    vars(plt).update(dict.fromkeys(("grid", "legend", "show"), lambda: None))
    monkeypatch.setitem(sys.modules, "matplotlib", types.ModuleType("matplotlib"))
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", plt)
    acts = [f for f in CATALOGUE.values() if isinstance(f, Activation)]
    ends = {act.id: {p.name: p.high for p in act.params} for act in acts}
    exec(script(ends), {})
    assert [label for label, _, _ in drawn] == [act.name for act in acts]
    for act, (_, x, y) in zip(acts, drawn, strict=True):
        off_breaks = ~np.isin(x, [*act.fact("kinks", **ends[act.id]), *act.fact("jumps", **ends[act.id])])
        np.testing.assert_allclose(y[off_breaks], act(x, **ends[act.id])[off_breaks], rtol=1e-9, atol=1e-12)
