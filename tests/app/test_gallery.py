"""The gallery stands in teaching order, and so does every list of functions."""

import re

import numpy as np
from failures import every

from activations import CATALOGUE
from activations.spec import GatedActivation
from app.test_pages import open_page
from figures import sketch
from figures.svg import thumbnail
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


@every("name", CATALOGUE)
def test_a_small_picture_leaves_points_out_and_stays_where_they_were(name):
    """No sample is further from the line than can be seen: distances to segments, not the rule that chose them."""
    lines = re.findall(r'<path d="([^"]*)" fill="none"', thumbnail.svg(CATALOGUE[name]))
    strokes = sketch.of(CATALOGUE[name]).strokes
    assert len(lines) == len(strokes)
    for line, stroke in zip(lines, strokes, strict=True):
        pieces = [np.array([p.split() for p in piece.split("L")], float) for piece in line.split("M")[1:]]
        starts, ends = (np.concatenate([piece[cut] for piece in pieces]) for cut in (slice(-1), slice(1, None)))
        ways = ends - starts
        for x, y in zip(thumbnail.WIDTH * stroke.x, thumbnail.HEIGHT * stroke.y, strict=True):
            if not np.isnan(y):
                along = np.clip(((np.array([x, y]) - starts) * ways).sum(1) / (ways**2).sum(1), 0, 1)
                assert np.hypot(*(starts + along[:, None] * ways - [x, y]).T).min() < 0.2
        assert len(starts) < 0.7 * len(stroke.x)
