"""Addresses as readers type them: functions by any name, and sliders without their owner where only one function is."""

from itertools import pairwise

import pytest
from failures import every

import content
from activations import CATALOGUE
from app.test_compare import COMPARE
from app.test_pages import EXPLORE, open_page, shown
from figures import samples
from labs import dimmer

HOME = "pages/learn/home"
ATTENTION = ("MultiheadAttention", "attention")
WITH_KNOBS = [name for name in CATALOGUE if samples.axes(name)]


@every(
    "typed, id",
    [
        ("gelu_new", "gelu_tanh"),
        ("GELU_PyTorch_Tanh", "gelu_tanh"),
        ("quick gelu", "gelu_sigmoid"),
        ("ＧＥＬＵ", "gelu"),
        ("nn.LeakyReLU", "leaky_relu"),
        ("修正线性单元", "relu"),
    ],
)
def test_a_function_is_found_by_any_of_its_names(typed, id):
    at = open_page(EXPLORE, fn=typed)
    assert not at.exception and not at.info
    assert at.selectbox(key="fn").value == id and at.query_params == {"fn": id}
    at = open_page(COMPARE, fns=f"tanh,{typed}")
    assert not at.info and at.multiselect(key="fns").value == ["tanh", id]


@every("typed", ["gelu_12", "gelu_11", "nan", "relu,elu", "", "x" * 700])
def test_a_stranger_is_refused_in_one_line(typed):
    at = open_page(EXPLORE, fn=typed)
    assert not at.exception and len(at.info) == 1 and "`fn`" in at.info[0].value
    assert at.selectbox(key="fn").value == "sigmoid" and at.query_params == {}


@every("lang", content.LANGS)
@every("typed, name, reason", [("Softmax2d", "Softmax2d", "channels"), ("nn.multihead_attention", *ATTENTION)])
def test_a_name_of_no_function_is_told_what_it_is(typed, name, reason, lang):
    why = content.reader("absent", lang)(f"means_{reason}", name=name)
    for at in (open_page(EXPLORE, fn=typed, lang=lang), open_page(COMPARE, fns=f"relu,{typed}", lang=lang)):
        assert not at.exception and len(at.info) == 1 and at.info[0].value.endswith(f"  \n{why}")
    at = open_page("pages/check/glossary", q=typed, lang=lang)
    assert not at.exception and why in shown(at)
    assert content.reader("pages/check/glossary", lang)("nothing") not in shown(at)


def stop(name):
    """A slider of a function, and a value that is not its default."""
    p = samples.axes(name)[-1]
    return p, p.stop(p.low if p.low != p.default else p.high)


@pytest.mark.parametrize("name", WITH_KNOBS)
def test_a_slider_is_understood_without_its_owner(name):
    p, value = stop(name)
    at = open_page(EXPLORE, **{"fn": name, p.name: f"{value:.10g}"})
    assert not at.exception and not at.info
    assert at.slider(key=f"{name}.{p.name}").value == value
    assert at.query_params == {"fn": name, f"{name}.{p.name}": f"{value:.10g}"}


@every("raw", ["", "nan", "inf", "-inf", "abc", "9" * 400, "1e999", "-1", "9" * 10_000])
def test_rubbish_without_an_owner_is_told_like_any(raw):
    at = open_page(EXPLORE, fn="elu", alpha=raw)
    assert not at.exception and len(at.info) == 1 and "`alpha`" in at.info[0].value
    assert at.slider(key="elu.alpha").value == 1 and at.query_params == {"fn": "elu"}


def test_the_full_form_comes_first():
    for full, value, told in (("2", 2.0, 0), ("abc", 1.0, 1)):
        at = open_page(EXPLORE, **{"fn": "elu", "alpha": "0.5", "elu.alpha": full})
        assert at.slider(key="elu.alpha").value == value and len(at.info) == told
        assert "alpha" not in at.query_params
    assert "`elu.alpha`" in at.info[0].value


def test_of_two_values_for_one_key_the_last_counts():
    at = open_page(EXPLORE, fn="elu", alpha=["0.5", "2"])
    assert at.slider(key="elu.alpha").value == 2 and at.query_params == {"fn": "elu", "elu.alpha": "2"}


def test_what_the_function_has_not_is_unknown():
    at = open_page(EXPLORE, fn="relu", alpha="0.5")
    assert len(at.info) == 1 and "1" in at.info[0].value and "`" not in at.info[0].value
    assert at.query_params == {"fn": "relu"}


def test_in_a_comparison_only_one_function_can_go_without():
    at = open_page(COMPARE, fns="elu", alpha="0.5")
    assert not at.info and at.slider(key="elu.alpha").value == 0.5
    for more in ({"fns": "elu,celu"}, {"fns": "elu", "view": "gap", "ref": "celu"}):
        at = open_page(COMPARE, **more, alpha="0.5")
        assert len(at.info) == 1 and at.slider(key="elu.alpha").value == 1 and "alpha" not in at.query_params


def test_the_slider_of_the_first_page_stands_in_the_middle_of_its_stops():
    (knob,) = dimmer.PARAMS
    steps = [b / a for a, b in pairwise(knob.offered)]
    assert knob.offered[len(knob.offered) // 2] == knob.default and 1.04 < min(steps) < max(steps) < 1.12
    assert (knob.offered[0], knob.offered[-1]) == (knob.low, knob.high) and knob.stop(12.7) == 13


def test_the_slider_of_the_first_page_is_in_its_address():
    for key in ("steepness", "dimmer.steepness"):
        at = open_page(HOME, **{key: "5"})
        slider = at.select_slider(key="dimmer.steepness")
        assert not at.info and slider.value == 5 and at.query_params == {"dimmer.steepness": "5"}
    slider.set_value(1.0).run()
    assert at.query_params == {}, "the default leaves no trace"
    at = open_page(HOME, **{"dimmer.steepness": "nan"})
    assert len(at.info) == 1 and "`dimmer.steepness`" in at.info[0].value
    assert at.select_slider(key="dimmer.steepness").value == 1


def test_one_reader_does_not_change_what_another_finds():
    open_page(COMPARE).session_state["fns"].append("mish")
    at = open_page(COMPARE)
    assert "mish" not in at.multiselect(key="fns").value and at.query_params == {} and shown(at)
