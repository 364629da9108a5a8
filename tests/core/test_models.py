"""The dates, uses and counts of the page about models, held against sources, data read anew and other arithmetic."""

import itertools
import re
import tomllib
from pathlib import Path

import pytest
from failures import every
from mpmath import diff, erfc, exp, findroot, mp, mpf, sqrt

import activations.history.models as data
from activations import CATALOGUE
from activations.sources import bibliography, cite
from activations.spec import GatedActivation

ARXIV = re.compile(r"arxiv\.org/abs/(\d\d)(\d\d)\.")
DATED = [(f"{e.function} {e.key}", e.when, e.source) for e in data.EVENTS]
DATED += [(m.id, m.when, m.sources[0]) for m in data.models()]
RAW = tomllib.loads((Path(data.__file__).parent / "models.toml").read_text("utf-8"))


@every("name, when, source", DATED)
def test_a_date_is_that_of_its_first_source(name, when, source):
    assert re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", when)
    assert int(when[:4]) == source.year
    assert data.time(when) <= data.time(data.AS_OF)


@every("name, when, source", [row for row in DATED if ARXIV.search(row[2].where)])
def test_an_arxiv_number_gives_the_same_month(name, when, source):
    year, month = ARXIV.search(source.where).groups()
    assert when == f"20{year}-{month}"


def test_months_lie_inside_their_year_and_years_in_the_middle():
    assert 2017 < data.time("2017-01") < data.time("2017") == 2017.5 < data.time("2017-12") < 2018


@every("model", data.models())
def test_a_model_uses_known_functions_in_a_known_field(model):
    assert model.uses and model.sources and model.field in data.FIELDS
    for use in model.uses:
        assert use.function in CATALOGUE


def test_nothing_unverified_is_cited():
    cited = [e.source for e in data.EVENTS] + [s for m in data.models() for s in m.sources]
    cited += cite(*(reported.key for reported in data.REPORTED.values()))
    assert {source.grade for source in cited} <= {"A", "B", "C"}


def test_no_model_and_no_paper_is_listed_twice():
    names = [m.name for m in data.models()]
    papers = [(e.function, e.key) for e in data.EVENTS]
    assert len(set(names)) == len(names) and len(set(papers)) == len(papers)


def test_every_function_of_a_model_has_a_lane_or_is_no_activation_at_all():
    for model in data.models():
        for use in model.uses:
            plain = use.function in CATALOGUE and CATALOGUE[use.function].name == "Identity"
            assert plain or data.lane(use.function) in data.lanes()


def test_variants_belong_to_functions_that_are_followed():
    assert set(data.VARIANTS) <= set(CATALOGUE) and set(data.VARIANTS.values()) <= set(data.lanes())


def test_periods_follow_one_another_up_to_today():
    spans = list(data.PERIODS.values())
    assert all(a[1] == b[0] for a, b in itertools.pairwise(spans))
    assert spans[0][0] <= min(data.time(e.when) for e in data.EVENTS) and data.time(data.AS_OF) < spans[-1][1]


def test_models_come_in_order_of_time():
    times = [data.time(m.when) for m in data.models()]
    assert times == sorted(times) and len(times) == len(RAW)


@every("since", [0, 2018, 2022, 2025])
def test_language_models_are_counted_by_the_kind_of_their_feed_forward_part(since):
    entries = [e for e in RAW.values() if e["field"] == "language" and int(e["when"][:4]) >= since]
    used = [e["uses"]["feed_forward"] for e in entries if "feed_forward" in e["uses"]]
    kinds = [kind for _, kind in data.feed_forward(since)]
    assert len(kinds) == len(used)
    assert kinds.count("gated") == sum(isinstance(CATALOGUE.get(f), GatedActivation) for f in used)
    assert kinds.count("squared_relu") == sum(f.startswith("squared") for f in used)
    assert kinds.count("learned") == used.count("xielu")


def test_the_wait_is_the_difference_of_two_years_in_the_bibliography():
    books = bibliography()
    assert data.waited("relu", "alexnet") == books["Krizhevsky2012"].year - books["Fukushima1969"].year


def test_the_gap_between_gelu_and_silu_is_a_maximum_found_otherwise():
    from ui.models.history import numbers

    def gap(x):
        return x * erfc(-x / sqrt(2)) / 2 - x / (1 + exp(-x))

    with mp.workdps(30):
        at = findroot(lambda x: diff(gap, x), mpf(2))
        assert numbers()["gap"] == pytest.approx(float(abs(gap(at))), abs=1e-8)


def test_orders_of_magnitude_are_those_of_the_product():
    from ui.models.history import DEPTH, numbers

    product = mpf(1)
    for _ in range(DEPTH):
        product /= 4
    assert mpf(10) ** -numbers()["orders"] == pytest.approx(float(product), rel=1e-9)
