"""Exercises: exactly one answer is right, computed by another route, and no wrong one could be taken for it."""

import itertools
from functools import cache
from math import isinf, nan

import numpy as np
import pytest
from failures import every

import content
from activations.choosing.rules import RULES
from harness import oracle
from labs import practice
from labs.practice import number
from labs.practice.exercise import GRID, LEVELS, Phrase, Setting, near

SEEDS = range(400)  # at each of five levels
VISIBLE = 0.03  # of a picture's height
FINE = GRID[::2]


@cache
def drawn(kind):
    return [practice.draw(kind, level, seed) for level in LEVELS for seed in SEEDS]


@cache
def truth(one, what):
    """The curve of f or of its slope, with 50 digits."""
    return np.array([at(one, what, x) for x in FINE])


@cache
def at(one, what, x):
    params = one.act.resolve(dict(one.params)).values()
    return float(getattr(oracle, what)(one.id, float(np.sign(x) * 1e4) if isinf(x) else float(x), *params))


def gap(a, b, picture):
    """The greatest distance of two curves, as a share of the picture's height."""
    low, high = picture.low, picture.high
    return float(np.abs(np.clip(a, low, high) - np.clip(b, low, high)).max() / (high - low))


def fits_match(e):
    wanted = truth(e.why.facts["f"], "slope")
    return [gap(option.picture.lines[0][::2], wanted, option.picture) for option in e.options]


def fits_which(e):
    if e.given:
        return [farthest(option.words.facts["f"], e.given) for option in e.options]
    what = "value" if e.ask.slot == "which_curve" else "slope"
    shown = e.picture.lines[0][::2]
    return [gap(truth(option.words.facts["f"], what), shown, e.picture) for option in e.options]


def farthest(one, given):
    """How far off a function is from the clue that it misses most."""
    routes = [(p.facts["x"], p.facts["y"], "value" if p.slot == "told_value" else "slope") for p in given]
    return max(abs(at(one, what, x) - y) for x, y, what in routes)


def fits_wrong_fact(e):
    """Zero for the statement that is false, one for each that is true."""
    one = e.ask.facts["f"]
    return [float(holds(one, option.words)) for option in e.options]


def holds(one, said):
    """Is a statement true? Shapes are looked for in the curve itself."""
    if said.slot.startswith("fact_"):
        what = said.slot.removeprefix("fact_")
        return abs(at(one, what, said.facts["x"]) - said.facts["y"]) < 1e-9
    negated, shape = said.slot.startswith("not_"), said.slot.partition("_")[2]
    return looks(one, shape) != negated


@cache
def looks(one, shape):
    f = truth(one, "value")
    far = [at(one, "value", x) for x in (-90.0, -45.0, 45.0, 90.0)]
    if shape == "odd":
        xs = FINE[FINE > 0.1][::9]
        return all(abs(at(one, "value", x) + at(one, "value", -x)) < 1e-12 for x in xs)
    if shape == "bounded":
        return (abs(far[0] - far[1]) < 1 and abs(far[3] - far[2]) < 1) or one.act.oscillates == ("f", "slope")
    return bool((truth(one, "slope") >= -1e-15).all() and (np.diff(f) >= -1e-15).all())


def fits_parameter(e):
    wanted = truth(e.why.facts["f"], "value")
    assert all(gap(o.picture.lines[0][::2], truth(e.ask.facts["f"], "value"), o.picture) < 1e-6 for o in e.options)
    return [gap(option.picture.lines[1][::2], wanted, option.picture) for option in e.options]


BORN = {  # as papers and textbooks have it, apart from what the catalogue cites
    **{"step": 1958, "relu": 1969, "leaky_relu": 2013, "swish": 2017, "softmax": 1990, "gelu": 2016, "elu": 2015},
    **{"mish": 2019, "swiglu": 2020, "softplus": 2001, "selu": 2017, "hard_swish": 2019, "squared_relu": 2021},
    **{"maxout": 2013, "softsign": 1993, "relu6": 2010, "snake": 2020, "glu": 2016, "sparsemax": 2016, "celu": 2017},
    **{"acon_c": 2020, "entmax15": 2019, "squareplus": 2021, "star_relu": 2022, "telu": 2024, "xielu": 2024},
    **{"dyt": 2025, "b_silu": 2025},
}


def fits_years(e):
    """How many neighbours stand the wrong way round."""
    orders = [[BORN[option.words.facts[f"n{i}"]] for i in range(len(option.words.facts))] for option in e.options]
    assert all(len(set(order)) == len(order) for order in orders)
    return [sum(a > b for a, b in itertools.pairwise(order)) for order in orders]


def fits_output_layer(e):
    """By the rules of the wizard: zero for the one they speak for most."""
    held = {"position": {"output"}, "task": {e.why.slot.removeprefix("layer_")}, "engineering": set(), "symptom": set()}
    rules = [rule for rule in RULES if rule.holds(held)]
    scores = [sum(rule.weights.get(o.words.facts["f"], 0) for rule in rules) for o in e.options]
    return [max(scores) - score for score in scores]


def fits_remedy(e):
    """By the rules of the wizard: zero for what they advise against the symptom, one for what they do not."""
    held = {"position": {"hidden"}, "task": set(), "engineering": set(), "symptom": {e.why.facts["symptom"]}}
    about = [rule for rule in RULES if "symptom" in rule.when and rule.holds(held)]
    advised = {measure for rule in about for measure in rule.measures}
    advised |= {name for rule in about for name, weight in rule.weights.items() if weight > 1}
    return [float(option.words.facts["remedy"] not in advised) for option in e.options]


CHOSEN = {  # how far each option is from what is asked
    "match": fits_match,
    "which": fits_which,
    "wrong_fact": fits_wrong_fact,
    "parameter": fits_parameter,
    "years": fits_years,
    "output_layer": fits_output_layer,
    "remedy": fits_remedy,
}


def value_slope(e):
    return at(e.ask.facts["f"], "slope", e.ask.facts["x"])


def value_neuron(e):
    x, w = (
        [float(v) for v in e.ask.facts[name].strip("()").replace("\N{MINUS SIGN}", "-").split(",")] for name in "xw"
    )
    return at(e.ask.facts["f"], "value", float(np.dot(x, w)) + e.ask.facts["b"])


def value_chain(e):
    """By central differences of the two layers in 50 digits."""
    f, g, x, u, v = (e.ask.facts[name] for name in "fgxuv")
    with oracle.mp.workdps(50):
        step = oracle.mpf(10) ** -20
        by = (step, 0) if e.ask.slot == "chain_by_input" else (0, step)

        def out(side):
            inside = exact(f, (u + side * by[1]) * (x + side * by[0]))
            return exact(g, v * inside)

        return float((out(1) - out(-1)) / (2 * step))


def exact(one, x):
    return oracle.ORACLE[one.id](oracle.mpf(x), *map(oracle.mpf, one.act.resolve(dict(one.params)).values()))


TYPED = {"slope": value_slope, "neuron": value_neuron, "chain": value_chain}  # the number, by another route


def test_every_kind_is_recomputed():
    assert {*CHOSEN, *TYPED} == {*practice.KINDS}


@pytest.mark.parametrize("kind", CHOSEN)
def test_one_option_is_right_and_all_others_are_visibly_wrong(kind):
    for e in drawn(kind):
        off = CHOSEN[kind](e)
        assert len(e.options) == 4 and sum(option.error is None for option in e.options) == 1
        assert off[e.right] < 1e-6, e
        assert all(far > VISIBLE for i, far in enumerate(off) if i != e.right), (off, e)


@pytest.mark.parametrize("kind", TYPED)
def test_a_number_is_right_and_no_slip_could_be_taken_for_it(kind):
    for e in drawn(kind):
        assert e.value == pytest.approx(TYPED[kind](e), rel=1e-9, abs=1e-12), e
        assert e.error(round(e.value, 2)) is None
        for slip in e.slips:
            assert not near(slip.value, e.value) and e.error(slip.value) == slip.error


@pytest.mark.parametrize("kind", practice.KINDS)
def test_an_exercise_follows_from_its_seed_and_there_are_many(kind):
    again = practice.draw(kind, 3, 7)
    assert repr(again) == repr(practice.draw(kind, 3, 7))
    assert len({repr(e) for e in drawn(kind)}) > 40


@pytest.mark.parametrize("kind", practice.KINDS)
@every("lang", content.LANGS)
def test_all_that_is_said_has_words(kind, lang):
    said = content.reader("practice", lang)
    for phrase in {p.slot: p for e in drawn(kind) for p in phrases(e)}.values():
        facts = {k: "f" if isinstance(v, Setting) else v for k, v in phrase.facts.items()}
        text = said(phrase.slot, **facts)
        assert "nan" not in text and "inf" not in text.replace("infin", "")


def phrases(e):
    errors = [option.error for option in e.options if option.error] + [slip.error for slip in e.slips]
    words = [option.words for option in e.options if option.words and option.words.slot]
    return [e.ask, e.why, *e.given, *errors, *words]


def test_a_series_has_every_kind_once_before_one_comes_again():
    count = len(practice.KINDS)
    kinds = [practice.of_series([], 2, 5, n).kind for n in range(1, 2 * count + 1)]
    assert set(kinds[:count]) == set(kinds[count:]) == set(practice.KINDS)


@every(
    "typed, meant",
    [
        *(("0.25", 0.25), ("1/4", 0.25), (".25", 0.25), ("0,25", 0.25), (" 0 . 25 ", 0.25), ("25%", 0.25)),
        *(("-0,25", -0.25), ("\u22120.25", -0.25), ("\u2212 1 / 4", -0.25), ("+2", 2.0), ("3.", 3.0), ("1e-3", 1e-3)),
        *(("\uff10\uff0e\uff12\uff15", 0.25), ("\uff11\uff0f\uff14", 0.25), ("\uff0d\uff11", -1.0)),
        *(("\uff10\uff0c\uff12\uff15", 0.25), ("\u30000.25\u00a0", 0.25), ("1\u20444", 0.25), ("1/-4", -0.25)),
        *(("\u00bd", 0.5), ("1\u00f74", 0.25), ("0\u30025", 0.5), ("\u20131", -1.0)),
    ],
)
def test_numbers_are_read_as_people_type_them(typed, meant):
    assert number.read(typed) == meant


@every(
    "typed",
    [
        *("", " ", "a", "1/0", "1/2/3", "1,000.5", "1,2,3", "--1", "0x10", "nan", "inf", "1e999", "1e9999", "1_0"),
        *("2 apples", "9" * 41, "\u0661", "1/0.0", "__import__('os')", ".", "-", "%"),
    ],
)
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(ValueError):
        number.read(typed)


@every("wrong", [nan, 1e9])
def test_an_answer_that_fits_no_slip_gets_the_common_reply(wrong):
    assert practice.draw("slope", 2, 1).error(wrong) == Phrase("error_other")
