"""The wizard without a browser: worked cases beside the reader's own answers, everybody by name, and the layer."""

import re

import pytest
from failures import every

import content
from activations.choosing.advice import advise
from activations.choosing.cases import CASES
from app.test_pages import CHOOSE, open_page
from content import LANGS
from ui.text import function_names


def told(at):
    return "\n".join(element.value for element in (*at.header, *at.markdown))


@every("case", CASES)
def test_a_worked_case_opens_from_its_address_as_from_its_answers(case):
    shown = open_page(CHOOSE, lang="en", case=case)
    answers = {k: v if isinstance(v, str) else ",".join(v) for k, v in CASES[case].items()}
    same = open_page(CHOOSE, lang="en", **answers)
    assert not shown.exception and shown.header[0].value == same.header[0].value
    assert shown.query_params["case"] == case and "position" not in shown.query_params


@pytest.fixture
def looking():
    return open_page(CHOOSE, lang="en", position="hidden", task="rnn", step="engineering", case="gan")


def test_own_answers_come_back_where_they_were_left(looking):
    assert "Leaky ReLU" in looking.header[0].value
    at = looking.button(key="leave_case").click().run()
    assert not at.exception and at.session_state.step == "engineering" and "Engineering" in at.header[0].value
    assert at.query_params == {"lang": "en", "position": "hidden", "task": "rnn", "step": "engineering"}


def test_a_case_can_be_taken_over_and_changed(looking):
    at = looking.button(key="adopt_case").click().run()
    assert not at.exception and at.session_state.step == "position"
    assert (at.session_state.position, at.session_state.task, at.session_state.case) == (
        "hidden",
        "gan_discriminator",
        None,
    )


@every("lang", LANGS)
def test_everybody_considered_is_named_and_judged(lang):
    at = open_page(CHOOSE, lang=lang, position="hidden", task="detection", engineering="mobile,int8")
    table = next(one.value for one in at.markdown if "int8" in one.value and "|" in one.value)
    for one in advise("hidden", "detection", ["mobile", "int8"]).ranking:
        assert f"{function_names.short(one.function, lang)}" in table
    rows = [row for row in table.splitlines() if row.startswith("SiLU|")]
    assert len(rows) == 1 and "exp" in rows[0]


@every("lang", LANGS)
def test_no_reason_stands_twice(lang):
    answers = {"position": "hidden", "task": "cnn"}
    many = {"engineering": ("mobile", "int8", "no_exponentials"), "symptom": ("dead_units", "nan")}
    text = told(open_page(CHOOSE, lang=lang, **answers, **{name: ",".join(ticked) for name, ticked in many.items()}))
    first = (advice := advise(**answers, **many)).ranking[0]
    argued = {rule.id for rule in (*advice.symptoms, *first.reasons_for, *first.reasons_against)}
    assert {text.count(content.reader("advice", lang)(f"rule_{rule}")) for rule in argued} == {1}


@every("case", CASES)
def test_every_reason_names_the_works_and_claims_it_rests_on(case):
    lines = [line for line in told(open_page(CHOOSE, lang="en", case=case)).splitlines() if "(evidence: " in line]
    assert lines and all(re.search(r"\(evidence: [a-z ]+, (\[.+?\]\(|[A-Z])", line) for line in lines)
    assert any("facts?claim=C" in line and "&lang=en" in line for line in lines)


def test_the_layer_has_the_initialisation_that_is_advised():
    at = open_page(CHOOSE, lang="en", position="hidden", task="mlp", engineering="very_deep", code="keras")
    assert "lecun_normal" in at.code[0].value and "selu" in at.code[0].value
