"""The page about models: labels that never meet, figures Plotly accepts, filters in the address."""

import csv
import io
import re
from itertools import combinations, groupby, pairwise
from urllib.parse import parse_qsl

import plotly.graph_objects as go
import pytest
from failures import every

import content
from activations import get
from activations.history import models as data
from activations.history.census import census as kept
from activations.sources import cite
from app.test_pages import open_page
from figures import census as figures
from figures import theme, timeline, waves
from ui.models import census, history, table
from ui.models import timeline as page
from ui.text import function_names, spreadsheet

PAGE = "pages/learn/models"
SPANS = [*data.PERIODS.values(), (data.PERIODS["early"][0], page.END)]


def marks(span):
    papers = [("papers", e.when, e.source.by, "sigmoidal") for e in data.EVENTS]
    entries = papers + [("models", m.when, m.name, "rectifier") for m in data.models()]
    dated = [timeline.Mark(lane, data.time(when), label, label, group) for lane, when, label, group in entries]
    return [mark for mark in dated if span[0] <= mark.when < min(span[1], page.END)]


def boxes(figure, lane):
    """The rectangles that signs and labels take, computed from the figure as it is sent."""
    low, high = figure["layout"]["xaxis"]["range"]
    for trace in figure["data"]:
        for x, y, text, place in zip(trace["x"], trace["y"], trace["text"], trace["textposition"], strict=True):
            at = (x - low) / (high - low) * timeline.PIXELS
            reach = sum(12 if ord(c) > 0x2E80 else 6.1 for c in text.strip()) + 6
            yield y, (at - 5, at + reach) if place == "middle right" else (at - reach, at + 5)


@every("span", SPANS)
def test_no_label_meets_another_at_the_least_width(span):
    span = (span[0], min(span[1], page.END))
    lanes, groups = {"papers": "a", "models": "b"}, {"sigmoidal": "s", "rectifier": "r"}
    figure, height = timeline.history(marks(span), lanes, groups, span, {"axis": "x"})
    found = list(boxes(figure, lanes))
    assert len(found) == len(marks(span)) and height > timeline.ROW * max(y for y, _ in found)
    for (y1, (a, b)), (y2, (c, d)) in combinations(found, 2):
        assert y1 != y2 or b < c or d < a
    assert all(a > -15 and b < timeline.PIXELS + 15 for _, (a, b) in found)


@every("span", SPANS)
def test_time_runs_from_left_to_right_and_years_are_where_they_belong(span):
    years = timeline._ticks(span)
    assert len(years) > 2 and years == sorted(years, reverse=True)
    assert all(timeline.position(a) > timeline.position(b) for a, b in pairwise(years))


def coloured(node):
    if isinstance(node, dict):
        return {key: coloured(child) for key, child in node.items()}
    if isinstance(node, list):
        return [coloured(child) for child in node]
    return theme.PALETTE["light"][node[1:]] if isinstance(node, str) and node[:1] == "$" else node


def test_the_figures_are_valid_plotly_and_hold_every_entry():
    span = SPANS[-1]
    groups = {group: group for group in page.GROUPS}
    figure, _ = timeline.history(marks(span), {"papers": "p", "models": "m"}, groups, span, {"axis": "x"})
    drawn = go.Figure(coloured(figure))
    assert sum(len(trace.x) for trace in drawn.data) == len(data.EVENTS) + len(data.models())
    found = [(m.year, m.name, kind) for m, kind in data.feed_forward()]
    bricks = go.Figure(coloured(waves.bricks(found, {kind: kind for kind in history.KINDS})))
    assert len(bricks.data) == len(found) and set(waves.COLOURS) == set(history.KINDS)
    found = [("a", list(kept().defaults.items()))]
    counted, _ = figures.bars(found, {"axis": "x"})
    assert len(go.Figure(coloured(counted)).data) == len(kept().defaults) + 1


@pytest.mark.parametrize("lang", content.LANGS)
def test_the_census_says_what_it_counted_and_draws_every_spelling(lang, monkeypatch):
    drawn = []

    def kept_back(rows, words):
        drawn.append(rows)
        return {}, 100

    monkeypatch.setattr(census.figures, "bars", kept_back)
    at = open_page(PAGE, lang=lang)
    assert not at.exception
    told = next(one.value for one in at.markdown if kept().source in one.value)
    assert all(str(number) in told for number in (kept().files, kept().folders, kept().naming, kept().gated))
    assert dict(one for _, spellings in drawn[-1] for one in spellings) == kept().defaults
    sums = [sum(number for _, number in spellings) for _, spellings in drawn[-1]]
    assert sums == sorted(sums, reverse=True) and len({name for name, _ in drawn[-1]}) == len(sums)


def rows(at):
    """The cells of the table on the page, without its head; none if there is no table."""
    table = next((str(m.value) for m in at.markdown if "\n-|-" in str(m.value)), "")
    return [re.split(r"(?<!\\)\|", line) for line in table.splitlines()[2:]]


@pytest.mark.parametrize("followed", data.lanes())
def test_a_function_can_be_followed_by_link(followed):
    at = open_page(PAGE, follow=followed)
    assert not at.exception and at.selectbox(key="follow").value == followed and not at.info
    assert len(rows(at)) == sum(data.lane(use.function) == followed for m in data.models() for use in m.uses)


@every("variant", ["gelu_new", "quick-gelu", "Swish", *data.VARIANTS])
def test_a_variant_leads_to_the_history_of_its_function(variant):
    at = open_page(PAGE, follow=variant)
    lane = data.lane(get(variant).id)
    assert not at.info and at.selectbox(key="follow").value == lane and at.query_params == {"follow": lane}


@pytest.mark.parametrize("field", data.FIELDS)
@every("period", data.PERIODS)
def test_filters_are_taken_from_the_address_and_kept_there(field, period):
    at = open_page(PAGE, field=field, period=period, lang="en")
    assert not at.exception and at.query_params == {"field": field, "period": period, "lang": "en"}
    low, high = data.PERIODS[period]
    wanted = [m for m in data.models() if m.field == field and low <= data.time(m.when) < high]
    assert len(rows(at)) == sum(len(m.uses) for m in wanted)


def test_filters_that_nothing_passes_say_so():
    at = open_page(PAGE, follow="selu", field="speech")
    assert not at.exception and at.button(key="clear_filters") and not at.info


@every("unit", ["history", "fields", "outlook"])
def test_every_card_is_told_and_every_text_has_a_card(unit):
    cards = {"history": history.STORIES, "fields": history.FIELDS}
    known = cards.get(unit) or {slot for part in history.CARDS.values() for slot in part}
    assert {slot.removeprefix("example_") for slot in content.load(unit)} == set(known)


def test_every_place_and_field_has_a_word():
    words = content.reader("models", "zh")
    assert {f"place_{use.place}" for m in data.models() for use in m.uses} <= set(content.load("models"))
    assert all(f"field_{field}" in words for field in data.FIELDS)
    notes = {slot.removeprefix("note_") for slot in content.load("models") if slot.startswith("note_")}
    assert notes <= {m.id for m in data.models()}


@every(
    "key, shown",
    [
        ("He2015", "He et al."),
        ("Vaswani2017", "Vaswani et al."),
        ("NairHinton2010", "Nair & Hinton"),
        ("McCullochPitts1943", "McCulloch & Pitts"),
        ("JaxRun", "JAX"),
    ],
)
def test_sources_are_shortened_to_family_names(key, shown):
    assert cite(key)[0].by == shown


def test_the_file_has_the_rows_of_the_table_and_sources_in_full(monkeypatch):
    files, as_csv = [], spreadsheet.as_csv

    def kept(lines):
        files.append(as_csv(lines))
        return files[-1]

    monkeypatch.setattr(spreadsheet, "as_csv", kept)
    at = open_page(PAGE, lang="en", follow="relu", field="vision")
    lines = list(csv.DictReader(io.StringIO(files[-1].decode("utf-8-sig"))))
    assert [line["Model"] for line in lines] == [line[0] for line in rows(at)] and len(lines) > 2
    alexnet = next(line for line in lines if line["Model"] == "AlexNet")
    source = next(m for m in data.models() if m.id == "alexnet").sources[0]
    assert alexnet["Activation"] == "ReLU" and alexnet["Grade"] == source.grade
    assert source.whole_title in alexnet["Source"] and alexnet["Address"] == source.where


@every("order", table.ORDERS)
def test_the_table_comes_in_the_order_that_is_wanted(order):
    at = open_page(PAGE, lang="en", order=order, period="tens")
    shown = [[line[0], re.match(r"\[(.+?)\]", line[1])[1], *line[2:5]] for line in rows(at)]
    column = {"oldest": 3, "newest": 3, "model": 0, "field": 4, "place": 2, "function": 1}[order]
    values = [line[column] for line in shown]
    wanted = {
        "oldest": sorted(values),
        "newest": sorted(values, reverse=True),
        "model": sorted(values, key=str.casefold),
    }.get(order)
    assert len(set(values)) > 1
    assert values == wanted if wanted else len([*groupby(values)]) == len(set(values)), "not together"


@pytest.mark.parametrize("lang", content.languages())
def test_every_link_of_the_table_keeps_the_language_and_opens_what_it_names(lang):
    lines = rows(open_page(PAGE, lang=lang))
    used = [use.function for m in data.models() for use in m.uses]
    assert len(lines) == len(used)
    for line, function in zip(lines, used, strict=True):
        shown, address = re.fullmatch(r"\[(.+)\]\((.+)\)", line[1]).groups()
        assert dict(parse_qsl(address.removeprefix("explore?"))) == {"fn": function, "lang": lang}
        assert shown == function_names.short(function, lang)
