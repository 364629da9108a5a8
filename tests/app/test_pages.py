"""Every page opens in every language, for every function, and a shared link opens to the same view."""

import re
from functools import lru_cache
from pathlib import Path

import pytest
from failures import every
from google.protobuf.text_format import MessageToString
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import content
from activations import CATALOGUE
from ui import site
from ui.text.function_names import short

ROOT = Path(__file__).parents[2]
PAGES = sorted(str(p.relative_to(ROOT).with_suffix("")) for p in ROOT.glob("pages/*/*.py"))
EXPLORE, CHOOSE = (f"pages/learn/{name}" for name in ("explore", "choose"))
LANGS = list(content.languages())


def open_page(page, opened=(), **query):
    """Open a page by link: the query must be there when the page is entered. `opened` are the folds to find open."""
    at = AppTest.from_file(str(ROOT / "ui/main.py"), default_timeout=30)
    for key in opened:
        at.session_state[key] = True
    turn(at, ROOT / f"{page}.py")
    at.query_params.update(query)
    return at.run()


def turn(at, script):
    """To a page: before its first run `AppTest.switch_page` takes every address for the name of a file."""
    at._page_hash = calc_hash(next(page.address[1:] for page in site.PAGES.values() if page.script == script))


def folds(at):
    """The keys of what is folded away on a page."""
    return [key for key in at.session_state._state.filtered_state if key.startswith("fold_")]


def shown(at):
    """All text the reader sees, as one string."""
    return "\n".join(
        str(e.value) for kind in ("title", "subheader", "markdown", "caption", "info") for e in at.get(kind)
    )


@lru_cache(maxsize=4)
def found(page, lang, **query):
    """A page as readers find it, with all that is folded away still so."""
    return open_page(page, lang=lang, **query)


@pytest.mark.parametrize("page", PAGES)
@every("lang", LANGS)
def test_every_page_opens(page, lang):
    assert not found(page, LANGS[0]).exception
    at = open_page(page, folds(found(page, LANGS[0])), lang=lang)
    assert not at.exception and "<<" not in shown(at)
    assert at.title[0].value == content.reader(page, lang)("title")
    if lang == "both":
        assert not twice(at)


BILINGUAL = {short(name, "both") for name in CATALOGUE} - {short(name, "en") for name in CATALOGUE}


def twice(at):
    """Where both languages call a function by its names in both."""
    texts = [MessageToString(node.proto, as_utf8=True) for node in at._tree if getattr(node, "proto", None)]
    plain = [re.sub(r"\\+u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text) for text in texts]
    parts = [part for text in plain for part in re.split(r'"|\\n|<br>', text)]
    return [part for part in parts if "|" not in part and any(part.count(name) > 1 for name in BILINGUAL)]


@pytest.mark.parametrize("name", CATALOGUE)
@every("lang", LANGS)
def test_every_function_can_be_explored(name, lang):
    """As readers find it, and, with both languages at once, with everything open."""
    both = lang == "both"
    at = found(EXPLORE, LANGS[0] if both else lang, fn=name)
    assert not at.exception and at.selectbox(key="fn").value == name
    for p in CATALOGUE[name].params:
        assert at.slider(key=f"{name}.{p.name}").value == p.default
    assert not at.get("code"), "the source is sent before anybody opens it"
    if both:
        opened = open_page(EXPLORE, folds(at), lang=lang, fn=name, ask="off")
        assert opened.get("code") and "<<" not in shown(opened) and not opened.exception
        assert opened.selectbox(key="fn").value == name


@every("lang", content.LANGS)
def test_a_shared_link_means_the_same_in_both_languages(lang):
    at = open_page(EXPLORE, **{"lang": lang, "fn": "leaky_relu", "leaky_relu.alpha": "0.3", "x0": "2"})
    assert at.selectbox(key="fn").value == "leaky_relu"
    assert at.slider(key="leaky_relu.alpha").value == 0.3 and at.slider(key="x0").value == 2
    assert not at.info


BAD = [
    ({"fn": "nonsense"}, "fn"),
    ({"lang": "xx"}, "lang"),
    ({"fn": "elu", "elu.alpha": "nan"}, "elu.alpha"),
    ({"fn": "elu", "elu.alpha": "1e999"}, "elu.alpha"),
    ({"fn": "elu", "elu.alpha": "-1"}, "elu.alpha"),
    ({"fn": "elu", "elu.alpha": "<script>alert(1)</script>"}, "elu.alpha"),
    ({"x0": "9" * 10_000}, "x0"),
    ({"fn": "x" * 10_000}, "fn"),
]


@every("query, refused", BAD)
def test_rubbish_in_an_address_is_named_and_replaced_by_defaults(query, refused):
    at = open_page(EXPLORE, **query)
    assert not at.exception and len(at.info) == 1
    assert f"`{refused}`" in at.info[0].value
    assert "script" not in at.info[0].value and len(at.info[0].value) < 200
    assert all(s.value == default for s, default in zip(at.slider, expected(at), strict=True))


def expected(at):
    function = CATALOGUE[at.selectbox(key="fn").value]
    return [*(p.default for p in function.params), -1.0]


def test_unknown_entries_are_counted_but_never_echoed():
    at = open_page(EXPLORE, **{"<b>x</b>": "1", "utm": "2"})
    assert len(at.info) == 1 and "2" in at.info[0].value and "<b>" not in at.info[0].value
    assert at.query_params == {}


def test_defaults_leave_no_trace():
    at = open_page(EXPLORE, **{"fn": "elu", "elu.alpha": "1", "x0": "-1"})
    assert at.query_params == {"fn": "elu"} and not at.info


@every("lang", LANGS)
def test_choose_opens_with_an_answer_and_its_reasons(lang):
    at = open_page(CHOOSE, lang=lang, position="output", task="multiclass", symptom="nan")
    assert not at.exception and "Softmax" in at.header[0].value


def test_choose_names_conflicts():
    at = open_page(CHOOSE, position="hidden", task="regression")
    assert at.warning and not at.exception
