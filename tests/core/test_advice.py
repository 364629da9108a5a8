"""The wizard answers every combination with a reason, and never with something absurd."""

from itertools import combinations, product

import pytest

import content
from activations import CATALOGUE
from activations.advice import DIMENSIONS, MANY, advise
from activations.conflicts import CONFLICTS
from activations.rule import ANSWER_KINDS
from activations.rules import RULES

ONE = {d: [None, *options] for d, options in DIMENSIONS.items() if d not in MANY}
SEVERAL = {d: [(), *[(o,) for o in DIMENSIONS[d]], *combinations(DIMENSIONS[d], 2)] for d in MANY}
WORDS = content.load("advice")


def every_answer():
    return product(ONE["position"], ONE["task"], SEVERAL["engineering"], SEVERAL["symptom"])


def test_every_combination_is_answered_with_a_reason():
    for position, task, engineering, symptom in every_answer():
        first = advise(position, task, engineering, symptom).ranking[0]
        assert first.weight > 0 and first.reasons_for, (position, task, engineering, symptom)


def test_hidden_layers_never_get_softmax_and_outputs_get_what_they_must_say():
    must = {
        "binary": "sigmoid",
        "multiclass": "softmax",
        "multilabel": "sigmoid",
        "regression": "identity",
        "positive": "softplus",
    }
    for position, task, engineering, symptom in every_answer():
        advice = advise(position, task, engineering, symptom)
        chosen = advice.ranking[0].function
        if advice.scope == "hidden":
            assert chosen not in ("softmax", "identity", "step")
        if advice.scope == "output" and task in must:
            assert chosen == must[task]
        if advice.scope == "attention":
            assert chosen == "softmax"


def test_forbidden_exponentials_are_obeyed_or_named_as_a_conflict():
    plain = {"relu", "leaky_relu", "prelu", "softsign", "identity", "step"}
    for position, task in product(ONE["position"], ONE["task"]):
        advice = advise(position, task, ("no_exponentials",))
        assert advice.ranking[0].function in plain or any("exponentials" in c.id for c in advice.conflicts)


def test_an_open_position_is_said_to_be_assumed():
    assert advise(task="regression").assumed and advise(task="regression").scope == "output"
    assert advise().assumed and advise().scope == "hidden"
    assert not advise("hidden").assumed


def test_answers_that_do_not_bear_on_the_layer_are_named():
    for kind in ANSWER_KINDS:
        assert "answer_does_not_shape_hidden" in [c.id for c in advise("hidden", kind).conflicts]


def test_unknown_options_are_a_value_error():
    with pytest.raises(ValueError, match="unknown task"):
        advise(task="nonsense")


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_every_rule_can_fire_names_known_things_and_has_a_text(rule):
    assert set(rule.weights) <= set(CATALOGUE) and set(rule.params) <= set(rule.weights)
    for dimension, options in [*rule.when.items(), *rule.unless.items()]:
        assert set(options) <= set(DIMENSIONS[dimension])
    for name, params in rule.params.items():
        CATALOGUE[name].resolve(params)
    assert f"rule_{rule.id}" in WORDS and f"grade_{rule.grade}" in WORDS
    assert all(f"measure_{m}" in WORDS for m in rule.measures)
    assert rule.source or rule.grade != "paper", "a rule that cites a paper says which"


def test_texts_and_rows_match_one_to_one():
    options = {f"option_{o}" for options in DIMENSIONS.values() for o in options}
    measures = {f"measure_{m}" for rule in RULES for m in rule.measures}
    rows = {f"rule_{r.id}" for r in RULES} | {f"conflict_{c.id}" for c in CONFLICTS}
    grades = {f"grade_{g}" for g in ("paper", "measured", "practice", "opinion")}
    assert set(WORDS) == set(DIMENSIONS) | options | measures | rows | grades
