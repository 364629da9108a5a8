"""Whoever is considered is judged by name, with a reason that is about it; the numbers beside it are right."""

import numpy as np
from failures import every

from activations import CATALOGUE, elementwise
from activations.choosing.advice import advise
from activations.choosing.candidates import candidates
from activations.choosing.cases import CASES
from activations.choosing.opinions import RULES_OF_THUMB
from activations.choosing.rules import RULES
from activations.frameworks import FRAMEWORKS, layers, snippets
from activations.spec import Activation
from labs import eight_bits, exponentials

WEIGHED = sorted({name for rule in RULES for name in rule.weights})


@every("case", CASES)
def test_each_loses_by_a_rule_that_speaks_against_it_or_for_the_first(case):
    first, *others = candidates(advise(**CASES[case]))
    assert first.verdict == "chosen" and first.lost is None
    assert len({one.choice.function for one in others}) == len(others)
    for one in others:
        weights = one.lost.weights if one.lost else {}
        mine = weights.get(one.choice.function, 0)
        assert (weights.get(first.choice.function, 0) > mine) if one.beaten else (one.lost is None or mine < 0), one


def test_what_people_arrive_with_is_turned_down_by_name():
    considered = {one.choice.function: one for one in candidates(advise("hidden", "detection", ["mobile", "int8"]))}
    assert considered["relu6"].verdict == "chosen" and considered["silu"].verdict != "chosen"
    assert considered["silu"].lost.weights["silu"] < 0 and not considered["silu"].beaten


@every("rule", RULES_OF_THUMB)
def test_a_rule_of_thumb_finds_its_functions_among_the_candidates(rule):
    """Each by its own name, or by that of a function with the same numbers."""
    x = np.arange(-3.0, 4.0)
    found = [CATALOGUE[one.choice.function] for one in candidates(rule.answer)]
    alike = [one for one in found if isinstance(one, Activation)]
    for act in map(CATALOGUE.__getitem__, rule.functions):
        assert act in found or any(np.allclose(act(x), one(x)) for one in alike)


@every("name", ["relu", "tanh", "silu", "selu", "softplus"])
def test_digits_in_8_bits_are_those_of_random_inputs_kept_as_integers(name):
    act = elementwise(name)
    x = np.random.default_rng(1).normal(size=400_000)
    x = x[np.abs(x) <= 4.0]
    codes = np.clip(np.round(x / 4.0 * 127), -127, 127).astype(np.int8)
    kept, (low, high) = act(codes.astype(float) * 4.0 / 127), (min(act(-4.0), 0.0), max(act(4.0), 0.0))
    low = min(low, float(act(np.linspace(-4, 4, 2001)).min()))
    scale = (high - low) / 254
    shift = np.round(-low / scale)
    out = (np.clip(np.round(kept / scale + shift), 0, 254).astype(np.uint8) - shift) * scale
    error = np.sqrt(np.mean((out - act(x)) ** 2) / np.mean(act(x) ** 2))
    assert abs(-np.log10(error) - eight_bits.digits(act)) < 0.01


def test_a_rounded_identity_loses_what_its_grid_must_lose():
    step, normal = 8 / 254, 0.5 * np.log10(12)
    assert abs(eight_bits.digits(elementwise("identity")) - (normal - np.log10(step))) < 0.005


@every(
    "name, kinds",
    [
        *(("relu", ()), ("hard_swish", ()), ("softsign", ()), ("silu", ("exp",)), ("gelu", ("erf",))),
        *(("tanh", ("tanh",)), ("softplus", ("exp", "log")), ("softmax", ("exp",)), ("geglu", ("erf",))),
    ],
)
def test_exponentials_are_seen_in_the_formula(name, kinds):
    assert set(exponentials.needed(CATALOGUE[name])) == set(kinds)


def test_who_cannot_have_exponentials_is_never_sent_to_one():
    for rule in RULES:
        if "no_exponentials" in rule.when.get("engineering", ()):
            for name, weight in rule.weights.items():
                assert bool(exponentials.needed(CATALOGUE[name])) == (weight < 0), (rule.id, name)


@every("name", WEIGHED)
def test_a_layer_runs_and_ends_in_its_function(name):
    for init, gain in {"he": 2.0, "xavier": 1.0, "lecun": 1.0}.items():
        ran: dict = {}
        exec(layers.layer(name, "numpy", init), ran)
        assert ran["y"].shape == (32, 256) and np.isfinite(ran["y"]).all()
        assert abs(ran["weight"].var() * 256 / gain - 1) < 0.05
    layered = [framework for framework, one in FRAMEWORKS.items() if one.layer]
    for framework in layered:
        code = layers.layer(name, framework)
        compile(code, name, "exec")
        for one in snippets.body(CATALOGUE[name], framework, {}).splitlines():
            assert one in code
    assert layers.layer(name, next(iter(FRAMEWORKS.keys() - set(layered)))) is None
