"""Every claim has a text, a verdict, sources, and evidence whose every number is known from elsewhere."""

import re
from importlib import import_module

import numpy as np
import pytest
from failures import every

import content
from activations import CATALOGUE
from activations.sources import cite
from labs.claim import MET, VERDICTS
from labs.claims import CLAIMS, TOPICS, about, evidence
from labs.studies import exponential_units, left_tail, naive

OF = {topic: [claim for claim in CLAIMS.values() if claim.topic == topic] for topic in TOPICS}
WITH = {
    kind: pytest.mark.parametrize("claim", [c for c in CLAIMS.values() if getattr(c, kind)], ids=lambda c: c.id)
    for kind in ("evidence", "plot", "trial")
}
ONE_EACH = ("said", "right", "shown", "table", "alt", "axis", "ran")
TYPED = re.compile(r"\d[.,]\d|\d\s?%|\d×10")
NOT_PROSE = re.compile(r"\$[^$]+\$|`[^`]+`|<<[^>]+>>|\]\([^)]+\)")


def text(claim):
    return content.load(f"facts/{claim.topic}")


def expected(claim):
    return import_module(f"core.expected.{claim.topic}").EXPECTED[claim.id]


def blanks(*texts):
    return {name for t in texts for name, _ in content.BLANK.findall(t.zh + t.en)}


def close(value, wanted):
    """`wanted` may bring a tolerance of its own (pytest.approx)."""
    return value == (pytest.approx(wanted, rel=1e-6, abs=1e-15) if isinstance(wanted, (int, float)) else wanted)


def test_all_claims_are_there():
    """Links name claims by their number, so none is left out and none is given twice."""
    assert list(CLAIMS) == [f"C{i:03d}" for i in range(1, len(CLAIMS) + 1)] and len(CLAIMS) >= 145
    assert sum(len(import_module(f"labs.claims.{topic}").CLAIMS) for topic in TOPICS) == len(CLAIMS)
    assert {c.verdict for c in CLAIMS.values()} == set(VERDICTS)


@pytest.mark.parametrize("topic", TOPICS)
@every("claim", lambda topic: OF[topic])
def test_functions_and_sources_exist(claim):
    assert set(claim.functions) <= set(CATALOGUE)
    assert all(source.grade in "ABC" for source in cite(*claim.sources))
    assert claim.sources or not claim.reported, "a reported number needs a source"


@pytest.mark.parametrize("topic", TOPICS)
@every("claim", lambda topic: OF[topic])
def test_it_has_the_texts_it_needs_and_no_others(claim):
    found = evidence(claim.id)
    needed = {"said", "right"}
    needed |= {"shown"} if claim.evidence else set()
    needed |= {"table"} if found.table or (claim.trial and "table_" + claim.id in text(claim)) else set()
    needed |= {"alt"} if claim.plot else set()
    needed |= {"ran"} if claim.trial else set()
    has = {kind for kind in ONE_EACH if f"{kind}_{claim.id}" in text(claim)}
    assert needed - {"table"} <= has - {"axis"} <= needed | {"shown"}
    assert not found.table or "table" in has


@pytest.mark.parametrize("topic", TOPICS)
@every("claim", lambda topic: OF[topic])
def test_every_number_in_prose_is_computed_or_reported(claim):
    slots = [text(claim)[f"{kind}_{claim.id}"] for kind in ("right", "shown") if f"{kind}_{claim.id}" in text(claim)]
    used, known = blanks(*slots), {*evidence(claim.id).numbers, *claim.reported}
    assert used == known
    for slot in slots:
        assert not TYPED.search(NOT_PROSE.sub("", slot.zh)) and not TYPED.search(NOT_PROSE.sub("", slot.en))


@WITH["evidence"]
def test_the_evidence_agrees_with_an_independent_computation(claim):
    found, wanted = evidence(claim.id), dict(expected(claim))
    table = wanted.pop("table", [])
    assert set(found.numbers) == set(wanted)
    cells = [[cell for cell in row if not isinstance(cell, str)] for row in found.table]
    assert list(map(len, cells)) == list(map(len, table))
    pairs = [(name, found.numbers[name], value) for name, value in wanted.items()]
    pairs += [
        (row[0], *pair)
        for row, *both in zip(found.table, cells, table, strict=True)
        for pair in zip(*both, strict=True)
    ]
    assert not [pair for pair in pairs if not close(*pair[1:])]


@pytest.mark.parametrize("topic", TOPICS)
@every("claim", lambda topic: OF[topic])
def test_tables_are_rectangular(claim):
    rows = evidence(claim.id).table
    if rows:
        for lang in content.LANGS:
            head = content.reader(f"facts/{claim.topic}", lang).cells(f"table_{claim.id}")
            assert {len(row) for row in rows} == {len(head)}


@WITH["plot"]
def test_lines_keep_their_shape_while_a_slider_moves(claim):
    plot = claim.plot
    shapes = set()
    for end in ("low", "default", "high"):
        drawn = plot.draw(**{p.name: getattr(p, end) for p in plot.knobs})
        assert all(np.isfinite(y).any() for y in drawn.values())
        shapes.add(tuple((name, y.shape) for name, y in drawn.items()))
        names = plot.bars or [name for name in drawn if name != "x"]
        assert all(name in CATALOGUE or f"line_{name}" in text(claim) for name in names)
        assert not plot.bars or drawn["bars"].shape == (len(plot.bars),)
    assert len(shapes) == 1


@WITH["trial"]
def test_an_experiment_gives_what_its_text_tells(claim):
    found = claim.trial()
    assert blanks(text(claim)[f"ran_{claim.id}"]) == set(found.numbers)
    assert all(np.isfinite(v) for v in found.numbers.values())
    assert all(isinstance(cell, str) or np.isfinite(cell) for row in found.table for cell in row)


CODES = {  # what a claim hands out as code, in each way it names
    "C035": [naive.sigmoid_slope],
    "C042": [naive.tanh_doubled],
    "C043": [naive.tanh],
    "C073": [lambda x: np.where(x < 0, exponential_units.typed(x), x)],
    "C087": [left_tail.three_terms, left_tail.one_fraction],
    "C096": [left_tail.gelu_by_erf],
    "C111": [lambda x: naive.softmax(np.stack([x, x + 1], axis=-1))],
    "C119": [naive.softplus],
}


@every("claim, codes", CODES.items())
def test_code_is_judged_by_what_it_gives_for_the_inputs_of_a_learner(claim, codes):
    x = np.linspace(-MET, MET, 20_001, dtype=np.float32)
    with np.errstate(all="ignore"):
        breaks = [not np.isfinite(code(x)).all() for code in codes]
    assert CLAIMS[claim].verdict == ("wrong" if all(breaks) else "conditions")


def test_texts_belong_to_claims():
    for topic in TOPICS:
        ids = {c.id for c in CLAIMS.values() if c.topic == topic}
        for slot in content.load(f"facts/{topic}"):
            kind, _, rest = slot.partition("_")
            assert kind == "line" or (kind in ONE_EACH and rest in ids), slot


def test_claims_are_found_by_function():
    named = {name: [] for name in CATALOGUE}
    for claim in CLAIMS.values():
        for name in claim.functions:
            named[name].append(claim)
    assert {name: list(about(name)) for name in CATALOGUE} == named and any(named.values())
