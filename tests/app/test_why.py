"""The page on why networks bend shows one experiment at a time, keeps all in the address, shows the core's numbers."""

from pathlib import Path

import pytest
from failures import every
from streamlit.testing.v1 import AppTest

import content
from labs.why import LABS, collapse, depth, neuron
from ui.site import EXPERIMENTS, SUM
from ui.text import numbers

ROOT = Path(__file__).parents[2]
PARAMS = {f"{name}.{p.name}": p for name, lab in LABS.items() for p in lab.PARAMS}


def open_why(**query):
    at = AppTest.from_file(str(ROOT / "ui/main.py"), default_timeout=30)
    at.switch_page(str(ROOT / "pages/learn/why.py"))
    at.query_params.update(query)
    return at.run()


def question(at):
    return at.header[0].value


def asked(name, lang="en"):
    say = content.reader("pages/learn/why", lang)
    return say("title_sum" if name == SUM else f"ask_{name}")


@pytest.mark.parametrize("lang", content.languages())
@every("name", EXPERIMENTS)
def test_every_experiment_has_an_address_and_defaults_leave_no_trace(lang, name):
    at = open_why(lang=lang, experiment=name)
    assert not at.exception and not at.info
    own = {key: p.default for key, p in PARAMS.items() if key.startswith(f"{name}.")}
    assert {s.key: s.value for s in at.slider} == own and bool(own) == (name in LABS)
    assert {key: at.query_params[key] for key in at.query_params if key != "lang"} == (
        {} if name == EXPERIMENTS[0] else {"experiment": name}
    )
    assert question(at) == asked(name, lang)


@pytest.mark.parametrize("key", PARAMS)
@every("end", ["low", "high"])
def test_both_ends_of_every_slider_can_be_shared_without_naming_the_experiment(key, end):
    value = getattr(PARAMS[key], end)
    at = open_why(**{"lang": "en", key: f"{value:g}"})
    assert not at.exception and not at.info and at.slider(key=key).value == value
    assert at.query_params[key] == f"{value:g}"


def test_experiments_are_numbered_from_one():
    options = next(group.options for group in open_why(lang="en").get("button_group") if group.key == "experiment")
    assert options == [*map(str, range(1, len(LABS) + 1)), "∑"]


def test_what_was_moved_stays_in_the_address_and_is_found_again():
    at = open_why(**{"lang": "en", "ranges.size": "4", "sparsity.mean": "-1"})
    assert question(at) == asked("ranges")
    at.button(key="go_next").click().run()
    assert question(at) == asked("sparsity") and at.slider(key="sparsity.mean").value == -1
    address = {"lang": "en", "experiment": "sparsity", "ranges.size": "4", "sparsity.mean": "-1"}
    assert {key: at.query_params[key] for key in at.query_params} == address
    at.slider(key="sparsity.mean").set_value(0.0).run()
    at.button(key="go_back").click().run()
    at.button(key="go_back").click().run()
    assert question(at) == asked("depth") and at.query_params["experiment"] == "depth"
    at.button(key="go_next").click().run()
    assert at.slider(key="ranges.size").value == 4 and "experiment" not in at.query_params
    at.slider(key="ranges.size").set_value(3.0).run()
    assert question(at) == asked("ranges") and at.query_params["experiment"] == "ranges", "bare, it means the first"


@every("name", neuron.CHOICES)
def test_every_function_can_be_put_into_the_neuron(name):
    at = open_why(**{"lang": "en", "neuron.fn": name, "neuron.weight": "1.5", "neuron.bias": "-0.5"})
    assert not at.exception and at.selectbox(key="neuron.fn").value == name


def metrics(**query):
    return {m.label: m.value for m in open_why(lang="en", **query).metric}


@every("fold, error", [("0", "0.2500"), ("1", "0.0625"), ("2", "0.0000")])
def test_the_numbers_shown_are_those_of_the_sliders(fold, error):
    assert metrics(**{"collapse.depth": "7"})["Parameters, whole stack"] == str(7 * collapse.NUMBERS)
    assert metrics(**{"experiment": "xor", "xor.fold": fold})["Mean squared error"] == error
    assert metrics(**{"sparsity.mean": "-1"})["ReLU outputs at 0"] == "84.1%"


@every("layers, size", [(1, 1.0), (10, 1.0), (50, 1.0), (20, 0.5), (20, 2.0)])
def test_what_is_left_of_the_gradient_is_shown(layers, size):
    shown = metrics(**{"experiment": "depth", "depth.layers": f"{layers}", "depth.weights": f"{size}"})
    assert shown["Left by Sigmoid"] == numbers.signed(depth.left(depth.SIGMOID, layers, size)[1], 2)
    assert shown["Left by ReLU"] == numbers.signed(depth.left(depth.RELU, layers, size)[1], 2)


def test_no_experiment_has_been_forgotten():
    """All that is computed in one room and shown in the other takes part, by one name."""
    computed, shown = ({p.stem for p in (ROOT / room / "why").glob("[a-z]*.py")} for room in ("labs", "ui"))
    assert computed == set(LABS) and shown - {"experiments"} == set(EXPERIMENTS)
