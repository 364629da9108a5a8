"""The gallery stands in teaching order, and so does every list of functions."""

import re

from activations import CATALOGUE
from activations.spec import GatedActivation
from app.test_pages import open_page
from ui.text import function_names

PAGE = "pages/learn/gallery"


def test_the_order_knows_each_function_in_its_own_family_and_once():
    listed = [(name, family) for family, names in function_names.TAUGHT.items() for name in names]
    assert len(dict(listed)) == len(listed)
    assert all(CATALOGUE[name].family == family for name, family in listed)
    assert {function.family for function in CATALOGUE.values()} == set(function_names.FAMILIES)


def test_a_function_without_a_place_ends_its_family(monkeypatch):
    before = function_names.by_family()
    monkeypatch.setitem(function_names.TAUGHT, "sigmoidal", ("sigmoid", "tanh"))
    after = function_names.by_family()
    members = [name for name in after if CATALOGUE[name].family == "sigmoidal"]
    assert members[:2] == ["sigmoid", "tanh"] and members[2:] == sorted(members[2:])
    assert set(after) == set(before) and [CATALOGUE[n].family for n in after] == [CATALOGUE[n].family for n in before]


def test_what_follows_from_another_comes_after_it():
    order = function_names.by_family()
    for earlier, later in (("step", "sigmoid"), ("relu", "elu"), ("silu", "swiglu"), ("gelu", "gelu_tanh")):
        assert order.index(earlier) < order.index(later)
    assert order[0] == "step" and function_names.by_family(GatedActivation)[0] == "glu"


def test_the_page_keeps_to_it_with_and_without_a_filter():
    for state in ({}, {"with": "bounded"}, {"since": "2015"}):
        at = open_page(PAGE, lang="en", **state)
        assert not at.exception
        shown = re.findall(r"thumbnail/(\w+)\.svg", " ".join(str(m.value) for m in at.markdown))
        assert len(shown) > 5 and shown == [name for name in function_names.by_family() if name in shown]
