"""The wizard answers every combination with a reason, and never with something absurd."""

import gc
from functools import cache
from itertools import combinations, product
from typing import Any

import pytest
from failures import every

import content
from activations import CATALOGUE, elementwise
from activations.choosing.advice import DIMENSIONS, MANY, advise, turns
from activations.choosing.conflicts import CONFLICTS, LIMITS
from activations.choosing.rule import ANSWER_KINDS, GRADES, NOT_PLAIN
from activations.choosing.rules import RULES
from activations.choosing.shown import SHOWN
from labs.claims import CLAIMS

ONE = {d: [None, *options] for d, options in DIMENSIONS.items() if d not in MANY}
SEVERAL = {d: [(), *[(o,) for o in DIMENSIONS[d]], *combinations(DIMENSIONS[d], 2)] for d in MANY}
WORDS = content.load("advice")
INIT = {"he_init", "xavier_init", "lecun_init"}
NEEDS_NO_EXP = {"relu", "leaky_relu", "relu6", "hard_swish", "softsign", "hard_tanh", "hard_sigmoid"}
each_rule = every("rule", RULES)


@cache
def every_answer():
    """Worked out once, and kept from the garbage collector, which would look through all of them again and again."""
    gc.disable()
    answers = list(product(ONE["position"], ONE["task"], SEVERAL["engineering"], SEVERAL["symptom"]))
    advised = [(answer, advise(*answer)) for answer in answers]
    gc.freeze()
    gc.enable()
    return advised


def hidden_answers():
    return [(answer, advice) for answer, advice in every_answer() if advice.scope == "hidden"]


def test_every_combination_is_answered_with_a_reason_and_without_a_tie():
    for answer, advice in every_answer():
        first, *others = advice.ranking
        assert first.weight > 0 and first.reasons_for, answer
        assert all(first.weight - other.weight > 0.05 for other in others), answer


def test_hidden_layers_never_get_softmax_and_outputs_get_what_they_must_say():
    must = {
        "binary": "sigmoid",
        "multiclass": "softmax",
        "multilabel": "sigmoid",
        "regression": "identity",
        "positive": "softplus",
        "counts": "softplus",
    }
    for (_, task, _, _), advice in every_answer():
        chosen = advice.ranking[0].function
        if advice.scope == "hidden":
            assert chosen not in ("softmax", "identity", "step")
        if advice.scope == "output" and task in must:
            assert chosen == must[task]
        if advice.scope == "attention":
            assert chosen == "softmax"


def test_forbidden_exponentials_are_obeyed_in_hidden_layers_and_gates_and_named_elsewhere():
    for (position, task, engineering, symptom), advice in every_answer():
        if "no_exponentials" in engineering:
            chosen, at = advice.ranking[0].function, (position, task, engineering, symptom)
            if advice.scope in ("hidden", "gate"):
                assert chosen in NEEDS_NO_EXP, at
            else:
                named = any("exponentials" in c.id for c in advice.conflicts)
                assert named != (chosen == "identity"), at


def test_a_recurrent_layer_stays_bounded_on_both_sides():
    for (_, task, engineering, symptom), advice in hidden_answers():
        if task == "rnn":
            reach = elementwise(advice.ranking[0].function).fact("range")
            assert reach.low >= -1 and reach.high <= 1, (engineering, symptom)
            assert ("gated_rnn" in advice.measures) == ("vanishing" in symptom)


def test_selu_is_for_plain_deep_layers_only():
    for (_, task, engineering, symptom), advice in hidden_answers():
        chosen = advice.ranking[0].function
        if "very_deep" not in engineering or task in NOT_PLAIN:
            assert chosen != "selu", (task, engineering, symptom)
        elif "no_exponentials" not in engineering:
            assert chosen == "selu", (task, engineering, symptom)
        warned = any(c.id == "selu_wants_plain_layers" for c in advice.conflicts)
        assert warned == ("very_deep" in engineering and task in NOT_PLAIN)


def test_measures_suit_the_answer():
    for answer, advice in hidden_answers():
        chosen, measures = advice.ranking[0].function, set(advice.measures)
        assert len(INIT & measures) == 1, f"{answer}: {chosen} needs one initialisation"
        assert ("alpha_dropout" in measures) <= (chosen == "selu")
        if "very_deep" in answer[2]:
            assert "norm" not in measures and "residual" in measures
        assert not {"raise_rate", "lower_rate"} <= measures


def test_a_gate_of_a_transformer_is_silu():
    assert advise("gate", "transformer").ranking[0].function == "silu"
    assert advise("gate", "rnn").ranking[0].function == "sigmoid"


def test_every_symptom_is_spoken_about_whatever_function_wins():
    for symptom in DIMENSIONS["symptom"]:
        for task in ONE["task"]:
            assert advise("hidden", task, (), (symptom,)).symptoms, (task, symptom)


def test_attention_with_nan_is_told_of_the_masked_row_and_of_nothing_else():
    for task in ONE["task"]:
        advice = advise("attention", task, (), ("nan",))
        assert [rule.id for rule in advice.symptoms] == ["masked_row"]
        assert {"open_position", "replace_twice"} <= set(advice.measures) and "logits" not in advice.measures
    assert [rule.id for rule in advise("output", "multiclass", (), ("nan",)).symptoms] == ["nan"]


def test_an_open_position_is_said_to_be_assumed():
    assert advise(task="regression").assumed and advise(task="regression").scope == "output"
    assert advise().assumed and advise().scope == "hidden" and advise().blank
    assert not advise("hidden").assumed and not advise(symptom=("nan",)).blank


def test_answers_that_do_not_bear_on_the_layer_are_named():
    for kind in ANSWER_KINDS:
        assert "answer_does_not_shape_hidden" in [c.id for c in advise("hidden", kind).conflicts]


def test_unknown_options_are_a_value_error():
    with pytest.raises(ValueError, match="unknown task"):
        advise(task="nonsense")


@each_rule
def test_every_rule_names_known_things_and_has_a_text(rule):
    assert set(rule.weights) <= set(CATALOGUE) and set(rule.params) <= set(rule.weights)
    for dimension, options in [*rule.when.items(), *rule.unless.items()]:
        assert set(options) <= set(DIMENSIONS[dimension])
    for name, params in rule.params.items():
        CATALOGUE[name].resolve(params)
    assert f"rule_{rule.id}" in WORDS and f"grade_{rule.grade}" in WORDS
    assert all(f"measure_{m}" in WORDS for m in rule.measures)


@each_rule
def test_every_rule_is_shown_to_someone(rule):
    """On its own ground, it is among the symptoms, the remarks, or the reasons that are laid out."""
    options = [[(o,) for o in rule.when.get(d, ())] or [()] for d in DIMENSIONS]
    shown = []
    for position, task, engineering, symptom in product(*options):
        first, second = (chosen[0] if chosen else None for chosen in (position, task))
        advice = advise(first, second, engineering, symptom)
        laid_out = [*advice.ranking[:1], *advice.runners_up]
        shown += [*advice.symptoms, *advice.remarks, *(c.reasons_against[0] for c in advice.rejected)]
        shown += [r for choice in laid_out for r in (*choice.reasons_for, *choice.reasons_against)]
    assert rule in shown


def named_in(text):
    """The functions a text names; longer names first, so that GELU does not count as ELU."""
    names = {}
    for name in CATALOGUE:
        title = content.load(f"functions/{name}")["name"]
        for said in (title.zh, title.en):
            names.setdefault(said.split("（")[0].split(" (")[0].lower(), set()).add(name)
    found, text = set(), text.lower()
    for said in sorted(names, key=len, reverse=True):
        if said in text:
            found |= names[said]
            text = text.replace(said, " ")
    return found


# rules that speak for a kind of function instead of naming each: what the kind is
KINDS = {"dead": lambda function: function.derivative(-0.5) != 0}


@each_rule
@every("lang", content.LANGS)
def test_a_rule_counts_for_functions_its_text_supports(rule, lang):
    favoured = {name for name, weight in rule.weights.items() if weight > 0}
    if rule.id in KINDS:
        assert all(KINDS[rule.id](CATALOGUE[name]) == (weight > 0) for name, weight in rule.weights.items())
    else:
        assert favoured <= named_in(getattr(WORDS[f"rule_{rule.id}"], lang))


def test_experiments_behind_the_rules_exist_and_compute_something():
    assert set(SHOWN) <= {rule.id for rule in RULES}
    for claims in SHOWN.values():
        assert all(CLAIMS[claim].evidence or CLAIMS[claim].trial for claim in claims), claims
    assert {rule.id for rule in RULES if rule.grade == "measured"} <= set(SHOWN)


def test_limits_name_measures_and_functions_that_exist():
    assert set(LIMITS) <= {m for rule in RULES for m in rule.measures}
    for limit in LIMITS.values():
        assert set(limit.functions) <= set(CATALOGUE)
        assert all(set(options) <= set(DIMENSIONS[d]) for d, options in limit.unless.items())


def test_texts_and_rows_match_one_to_one():
    options = {f"option_{o}" for options in DIMENSIONS.values() for o in options}
    measures = {f"measure_{m}" for rule in RULES for m in rule.measures}
    rows = {f"rule_{r.id}" for r in RULES} | {f"conflict_{c.id}" for c in CONFLICTS}
    grades = {f"grade_{g}" for g in GRADES}
    assert set(WORDS) == set(DIMENSIONS) | options | measures | rows | grades


def test_turns_are_single_changes_that_put_another_function_first():
    answers = list(product(ONE["position"], ONE["task"], SEVERAL["engineering"], SEVERAL["symptom"]))
    for position, task, engineering, symptom in answers[::211]:
        advice = advise(position, task, engineering, symptom)
        for turn in turns(advice):
            given: dict[str, Any] = dict(zip(DIMENSIONS, (position, task, engineering, symptom), strict=True))
            if turn.dimension in MANY:
                held = set(given[turn.dimension])
                given[turn.dimension] = held - {turn.option} if turn.dropped else held | {turn.option}
            else:
                given[turn.dimension] = None if turn.dropped else turn.option
            other = advise(**given)
            assert other.ranking[0].function == turn.function != advice.ranking[0].function
            assert other.scope == advice.scope
