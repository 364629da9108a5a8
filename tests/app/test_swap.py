"""The page of swapped activations: pairs by address, a guess that is answered, and a box that reads configurations."""

import json
import re

import numpy as np
import plotly.graph_objects as go
import pytest
from failures import every

import content
from activations import CATALOGUE
from activations.configs import LONGEST
from activations.names import libraries
from app.test_pages import open_page, shown
from app.test_why_pictures import bound
from figures import samples
from figures.samples import swaps
from figures.swap import swapped
from labs.swap import nets
from labs.swap.forms import SERVED, TRAINED
from ui.swap import config, guess
from ui.swap.experiment import TRIES, WORDS

PAGE = "pages/lab/swap"
TABLE = libraries()["transformers"]


def say(slot, lang="en", **facts):
    return content.reader(PAGE, lang)(slot, **facts)


def put(at, text):
    """As a reader pastes a text into the box."""
    return at.text_area(key=config.KEY).set_value(text).run()


def test_defaults_leave_no_trace_and_any_pair_has_an_address():
    at = open_page(PAGE, lang="en")
    assert not at.exception and not at.info and set(at.query_params) <= {"lang"}
    at = open_page(PAGE, lang="zh", trained="hard_sigmoid_keras2", served="identity", t="1", net="7")
    assert at.selectbox(key="trained").value == "hard_sigmoid_keras2" and at.selectbox(key="served").value == "identity"
    assert at.slider(key="swap.t").value == 1 and at.slider(key="swap.net").value == 7 and not at.info
    assert "trained" in [*open_page(PAGE, trained="identity").session_state["_refused"]]


@every("name", TRIES)
def test_a_press_puts_a_pair_on_the_stage_wholly_swapped(name):
    at = open_page(PAGE, lang="en").button(key=f"try_{name}").click().run()
    assert (at.selectbox(key="trained").value, at.selectbox(key="served").value) == TRIES[name]
    assert at.slider(key="swap.t").value == nets.MORPH.high and at.query_params["swap.t"] == "1"


@every("lang", content.LANGS)
def test_each_guess_gets_the_reply_that_it_deserves(lang):
    median = nets.spread(nets.changed(*guess.PAIR).answers)[1]
    for name, (low, high) in guess.SHARES.items():
        text = shown(open_page(PAGE, lang=lang, guess=name))
        kind = "right" if low <= median < high else "low" if median >= high else "high"
        assert say(f"reply_{kind}", lang, **dict.fromkeys(BLANKS, "")).split("*")[0][:2] in text
        assert f"{median:.1%}" in text
    assert f"{median:.1%}" in shown(open_page(PAGE, lang=lang, guess=guess.TOLD))


BLANKS = ("nets", "median", "least", "most")


@pytest.mark.parametrize("lang", content.LANGS)
def test_every_key_of_the_table_says_in_the_box_what_it_is(lang):
    at = open_page(PAGE, lang=lang)
    for key in TABLE.names:
        text = shown(put(at, json.dumps({"model_type": "bert", "hidden_act": key})))
        assert f"explore?fn={TABLE.names[key]}&lang={lang})" in text, key
        if key in config.TRAPS:
            assert say(f"trap_{config.TRAPS[key]}", lang) in text, key
        assert not at.exception


@every("lang", content.LANGS)
def test_what_is_no_function_says_in_the_box_what_it_is(lang):
    at = put(open_page(PAGE, lang=lang), '{"hidden_act": "Softmax2d"}')
    assert content.reader("absent", lang)("means_channels", name="Softmax2d") in shown(at) and not at.exception


def test_every_trap_is_about_a_key_of_the_table():
    assert set(config.TRAPS) <= set(TABLE.names)


@every("lang", content.LANGS)
def test_a_function_of_the_box_comes_with_its_code(lang):
    at = put(open_page(PAGE, lang=lang, code="torch"), '"hidden_act": "gelu_new"')
    assert 'approximate="tanh"' in at.get("code")[0].value
    at = put(at, '{"a": {"hidden_act": "relu"}, "b": {"hidden_act": "silu"}}')
    assert at.selectbox(key="_which").options == [
        content.reader(f"functions/{name}", lang)("name") for name in ("relu", "silu")
    ]


HOSTILE = {
    "long": "x" * (LONGEST + 1000),
    "deep": "[" * 15_000,
    "number": '{"hidden_act": NaN}',
    "broken": "<script>alert(1)</script>",
    "nothing": '{"hidden_act": 1e999}',
    "empty": "",
}


@every("reason", HOSTILE)
@every("lang", content.LANGS)
def test_a_bad_text_gets_a_clear_sentence_and_stays_where_it_is(reason, lang):
    at = put(open_page(PAGE, lang=lang), HOSTILE[reason])
    assert not at.exception and [info.value for info in at.info] == [
        say(f"unread_{reason}", lang, limit=str(LONGEST // 1000))
    ]
    assert at.text_area(key=config.KEY).value == HOSTILE[reason] and set(at.query_params) <= {"lang"}


@every(
    "name",
    [
        *("<img src=x onerror=alert(1)>", "`</code><b>x</b>", "$\\alpha$ :red[x] **x**", "[x](javascript:alert(1))"),
        *("a\nb\n# c", "x" * 5000, "|a|b|", "\u202egelu"),
    ],
)
def test_no_sign_of_a_pasted_name_is_taken_for_one_of_the_page(name):
    at = put(open_page(PAGE, lang="en"), json.dumps({"hidden_act": name}))
    lines = [e.value for e in at.markdown if e.value.startswith("`hidden_act: ")]
    assert not at.exception and len(lines) == 1
    assert re.match(r"`[^`\n]{1,61}`: no function goes by this name", lines[0])
    assert set(at.query_params) <= {"lang"}


def test_a_stranger_gets_the_nearest_names():
    text = shown(put(open_page(PAGE, lang="en"), "gelu_neww"))
    assert "explore?fn=gelu_tanh" in text and say("found_near", said="", near="")[:20] in text


def test_the_text_outlives_a_change_of_the_language():
    at = put(open_page(PAGE, lang="en"), '"hidden_act": "mish"')
    at.session_state["lang"] = "zh"
    at = at.run()
    assert at.title[0].value == say("title", "zh")
    assert at.text_area(key=config.KEY).value == '"hidden_act": "mish"'


@every("t", [0.0, 0.5, 1.0])
@every("pair", [("gelu", "silu"), ("tanh", "sigmoid"), ("relu", "relu")])
def test_the_figure_is_one_that_plotly_accepts_and_draws_all_that_is_computed(t, pair):
    family = samples.find(name := swaps.name(*pair))
    drawing = family.draw(t=t, net=1.0)
    figure = swapped(pair[0], pair[1], dict.fromkeys(WORDS, "word"))
    filled = go.Figure(bound(figure, {f"{name}/{key}": array for key, array in drawing.items()}))
    for trace in filled.data:
        assert len({len(values) for values in (trace["x"], trace["y"]) if values is not None}) == 1
    asked = set(re.findall(rf'"@{name}/(\w+)', json.dumps(figure)))
    assert asked | {"count", "least", "median", "most"} == set(drawing)


@every("name", ["swap-identity-relu", "swap-relu", "swap-relu-nothing", "swap-a-b-c"])
def test_no_other_pair_has_a_picture(name):
    with pytest.raises(KeyError):
        samples.find(name)


def test_every_pair_has_a_picture_with_numbers_only():
    for trained in TRAINED:
        for served in SERVED:
            drawing = samples.find(swaps.name(trained, served)).draw(t=1.0, net=2.0)
            assert all(np.isfinite(array).all() for name, array in drawing.items() if name != "ends")


def test_functions_on_the_page_are_called_what_the_catalogue_calls_them():
    assert {name for name in SERVED if name not in CATALOGUE} <= {
        slot.removeprefix("form_") for slot in content.load(PAGE) if slot.startswith("form_")
    }
