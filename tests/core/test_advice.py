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
from activations.choosing.rule import ANSWER_KINDS, ATTENTIVE, GRADES, NOT_PLAIN, RECURRENT
from activations.choosing.rules import RULES
from activations.choosing.shown import SHOWN
from activations.spec import Activation, VectorActivation
from labs import exponentials
from labs.claims import CLAIMS

ONE = {d: [None, *options] for d, options in DIMENSIONS.items() if d not in MANY}
SEVERAL = {d: [(), *[(o,) for o in DIMENSIONS[d]], *combinations(DIMENSIONS[d], 2)] for d in MANY}
WORDS = content.load("advice")
INIT = {"he_init", "xavier_init", "lecun_init", "small_init"}
BOUNDS = {  # what an answer of each kind may be
    **dict.fromkeys(("binary", "multilabel", "unit_interval"), (0, 1)),
    "bounded": (-1, 1),
    **dict.fromkeys(("positive", "counts"), (0, float("inf"))),
    "regression": (-float("inf"), float("inf")),
}
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


def offered(advice):
    """The first choice and the runners-up, by name."""
    return [advice.ranking[0].function, *(other.function for other in advice.runners_up)]


def test_an_output_can_say_every_answer_and_no_other():
    for (_, task, engineering, _), advice in every_answer():
        if advice.scope == "output" and task in BOUNDS:
            act, (low, high) = elementwise(advice.ranking[0].function), BOUNDS[task]
            assert (act.fact("range").low, act.fact("range").high) == (low, high), (task, engineering, act.id)
            # the logarithm of a positive number may be anything
            others = [elementwise(name) for name in offered(advice)[1:] if (task, name) != ("positive", "identity")]
            assert all(low <= other.fact("range").low and other.fact("range").high <= high for other in others)
        if advice.scope == "attention" or (advice.scope, task) == ("output", "multiclass"):
            assert all(isinstance(CATALOGUE[name], VectorActivation) for name in offered(advice))


def test_the_usual_functions_are_first_where_nothing_speaks_against_them():
    first = {
        ("output", "binary"): "sigmoid",
        ("output", "multiclass"): "softmax",
        ("output", "multilabel"): "sigmoid",
        ("output", "unit_interval"): "sigmoid",
        ("output", "bounded"): "tanh",
        ("output", "positive"): "softplus",
        ("output", "off_policy"): "identity",
        ("gate", "transformer"): "silu",
        ("gate", "encoder"): "gelu",
        **{("gate", task): "sigmoid" for task in RECURRENT},
        **{("attention", task): "softmax" for task in DIMENSIONS["task"]},
        ("hidden", "transformer"): "swiglu",
        ("hidden", "encoder"): "gelu",
        **{("hidden", task): "tanh" for task in RECURRENT},
    }
    for (_, task, engineering, symptom), advice in every_answer():
        if (advice.scope, task) in first and "no_exponentials" not in engineering:
            assert advice.ranking[0].function == first[advice.scope, task], (advice.scope, task, engineering, symptom)


def test_hidden_layers_are_neither_linear_nor_flat():
    for answer, advice in hidden_answers():
        assert not {"softmax", "hardmax", "sparsemax", "identity", "step", "sigmoid"} & {*offered(advice)}, answer
        act = CATALOGUE[advice.ranking[0].function]
        if isinstance(act, Activation) and answer[1] not in RECURRENT:
            assert "dead_units" not in answer[3] or act.derivative(-0.5) != 0, answer
            assert "vanishing" not in answer[3] or act.derivative(5.0) > 0.9, answer


def test_forbidden_exponentials_are_never_offered():
    for (position, task, engineering, symptom), advice in every_answer():
        if "no_exponentials" in engineering:
            at = (position, task, engineering, symptom)
            assert not any(exponentials.needed(CATALOGUE[name]) for name in offered(advice)), at
            named = any("exponentials" in c.id for c in advice.conflicts)
            assert named == (advice.scope != "hidden" and advice.ranking[0].function != "identity"), at


def test_speed_memory_and_precision_do_not_change_the_function_between_wide_products():
    limits = {"training_speed", "memory", "mobile", "int8", "half_precision"}
    for (position, task, engineering, symptom), advice in every_answer():
        if task in ATTENTIVE and limits & {*engineering}:
            others = tuple(limit for limit in engineering if limit not in limits)
            as_if = advise(position, task, others, symptom)
            assert advice.ranking[0].function == as_if.ranking[0].function, (position, task, engineering, symptom)


def test_a_recurrent_layer_stays_bounded_on_both_sides():
    for (_, task, engineering, symptom), advice in hidden_answers():
        if task in RECURRENT:
            reach = elementwise(advice.ranking[0].function).fact("range")
            assert reach.low >= -1 and reach.high <= 1, (engineering, symptom)
        vanishing = "vanishing" in symptom
        assert ("gated_rnn" in advice.measures) == (task == "rnn" and vanishing)  # nobody is sent where he is
        assert ("forget_bias" in advice.measures) == (task == "lstm" and vanishing)


def test_kinds_of_reinforcement_learning_are_told_apart():
    assert advise("hidden", "reinforcement").ranking[0].function == "tanh"
    assert advise("hidden", "off_policy").ranking[0].function == "relu"
    for _, advice in [one for one in hidden_answers() if one[0][1] == "off_policy"]:
        assert "tanh" not in offered(advice)


def test_a_detector_has_silu_and_in_integers_what_stands_in_for_it():
    for (_, task, engineering, symptom), advice in hidden_answers():
        if task == "detection":
            light = {"mobile", "int8", "no_exponentials"} & {*engineering}
            if not light and "memory" not in engineering:
                assert advice.ranking[0].function == "silu", (engineering, symptom)
            if light and "dead_units" not in symptom:
                assert advice.ranking[0].function in ("relu6", "hard_swish"), (engineering, symptom)
    assert offered(advise("hidden", "detection", ("int8",)))[:2] == ["relu6", "hard_swish"]


def test_slow_convergence_does_not_change_the_function():
    for (position, task, engineering, symptom), advice in hidden_answers():
        if "slow_convergence" in symptom:
            others = tuple(one for one in symptom if one != "slow_convergence")
            as_if = advise(position, task, engineering, others)
            assert advice.ranking[0].function == as_if.ranking[0].function, (task, engineering, symptom)
            assert {"adaptive", "standardise"} <= {*advice.measures}


def test_a_positive_answer_has_the_exponential_and_the_logarithm_as_well():
    assert offered(advise("output", "positive")) == ["softplus", "exponential", "identity", "squareplus"]
    assert offered(advise("output", "counts")) == ["softplus", "exponential"]


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
            assert "norm" not in measures and ("residual" in measures) == (chosen != "selu")
        assert chosen != "selu" or not {"residual", "norm", "norm_after_all"} & measures
        assert not {"raise_rate", "lower_rate"} <= measures


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


@each_rule
def test_every_rule_rests_on_a_work_or_on_a_claim(rule):
    assert rule.sources or rule.id in SHOWN
    assert {source.grade for source in rule.sources} <= {"A", "B", "C"}


def test_experiments_behind_the_rules_exist_and_compute_something():
    assert set(SHOWN) <= {rule.id for rule in RULES}
    for claims in SHOWN.values():
        assert all(CLAIMS[claim].evidence or CLAIMS[claim].trial for claim in claims), claims
    assert {rule.id for rule in RULES if rule.grade == "measured"} <= set(SHOWN)


def test_limits_name_measures_and_functions_that_exist():
    assert set(LIMITS) <= {m for rule in RULES for m in rule.measures}
    for limit in LIMITS.values():
        assert {*limit.functions, *limit.never} <= set(CATALOGUE)
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
