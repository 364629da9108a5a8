"""The page on why networks bend keeps every slider in the address and shows the numbers of the core."""

from pathlib import Path

import pytest
from failures import every
from streamlit.testing.v1 import AppTest

import content
from labs.why import collapse, neuron, ranges, sparsity, threshold, xor
from ui import why

ROOT = Path(__file__).parents[2]
PARAMS = {
    f"{lab.__name__.removeprefix('labs.why.')}.{p.name}": p
    for lab in (collapse, xor, neuron, threshold, ranges, sparsity)
    for p in lab.PARAMS
}


def open_why(**query):
    at = AppTest.from_file(str(ROOT / "ui/main.py"), default_timeout=30)
    at.switch_page(str(ROOT / "pages/learn/why.py"))
    at.query_params.update(query)
    return at.run()


@pytest.mark.parametrize("lang", content.languages())
def test_defaults_leave_no_trace_and_every_scene_is_there(lang):
    at = open_why(lang=lang)
    assert not at.exception and not at.info
    assert {s.key: s.value for s in at.slider} == {key: p.default for key, p in PARAMS.items()}
    assert set(at.query_params) <= {"lang"}
    say = content.reader("pages/learn/why", lang)
    titles = [h.value for h in at.header]
    assert titles[:-1] == [f"{i} · {say(f'title_{name}')}" for i, name in enumerate(why.SCENES, start=1)]


@pytest.mark.parametrize("key", PARAMS)
@every("end", ["low", "high"])
def test_both_ends_of_every_slider_can_be_shared(key, end):
    value = getattr(PARAMS[key], end)
    at = open_why(**{"lang": "en", key: f"{value:g}"})
    assert not at.exception and not at.info and at.slider(key=key).value == value
    assert at.query_params[key] == f"{value:g}"


@every("name", neuron.CHOICES)
def test_every_function_can_be_put_into_the_neuron(name):
    at = open_why(**{"lang": "en", "neuron.fn": name, "neuron.weight": "1.5", "neuron.bias": "-0.5"})
    assert not at.exception and at.selectbox(key="neuron.fn").value == name


@every("fold, error", [("0", "0.2500"), ("1", "0.0625"), ("2", "0.0000")])
def test_the_numbers_shown_are_those_of_the_sliders(fold, error):
    at = open_why(**{"lang": "en", "collapse.depth": "7", "xor.fold": fold, "sparsity.mean": "-1"})
    shown = {m.label: m.value for m in at.metric}
    assert shown["Parameters, whole stack"] == str(7 * collapse.NUMBERS)
    assert shown["Mean squared error"] == error and shown["ReLU outputs at 0"] == "84.1%"
