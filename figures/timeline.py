"""The figure of history: papers about functions in one lane, models that use them in another."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from activations.history.models import AS_OF, time
from figures import Figure
from figures.theme import FONT, SERIES, axis, layout

NOW = time(AS_OF)
PIXELS = 680  # the least width at which labels do not meet; on narrower screens the picture is swiped
GAP = "\N{NO-BREAK SPACE}"  # between a sign and its label
ROW = 19  # pixels from one line of labels to the next
LETTER, CAPITAL, HAN = 6.2, 7.6, 12.5  # widths of characters at 12 pixels, rather too wide than too narrow
TICKS = (1943, 1958, 1969, 1980, 1990, 2000, 2005, 2010, 2013, *range(2015, 2027))
SYMBOLS = ("circle-open", "diamond", "circle", "triangle-up", "square", "star", "x")
COLOURS = ("$text", *SERIES)

Line = list[tuple[float, float]]
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry: its lane, its date, its label, what hovering shows, and its group in the legend."""

    lane: str
    when: float
    label: str
    hover: str
    group: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark on its line, with the label on the left or on the right."""

    mark: Mark
    row: int
    side: str


def position(when: float) -> float:
    """Where a date lies: equal ratios of years before next year take equal room, so that recent years are wide."""
    return -math.log2(NOW + 1 - when)


def width(label: str) -> float:
    """About how many pixels a label takes."""
    return sum(HAN if ord(c) > 0x2E80 else CAPITAL if c.isupper() or c in "mwMW&" else LETTER for c in label)


def arrange(marks: Iterable[Mark], span: Span) -> list[Placed]:
    """Each mark on the first line where neither its sign nor its label meets another."""
    low, high = (position(end) for end in span)
    lines: list[Line] = []
    placed = []
    for mark in sorted(marks, key=lambda mark: mark.when):
        at = (position(mark.when) - low) / (high - low) * PIXELS
        reach = width(mark.label) + 16
        rooms = {"right": (at - 7, at + reach), "left": (at - reach, at + 7)}
        row, side = _free(lines, {side: r for side, r in rooms.items() if r[0] >= -8 and r[1] <= PIXELS + 8})
        lines[row].append(rooms[side])
        placed.append(Placed(mark, row, side))
    return placed


def _free(lines: list[Line], rooms: dict[str, tuple[float, float]]) -> tuple[int, str]:
    """The first line, a new one at worst, with room on one of the sides."""
    for row, line in enumerate(lines):
        for side, (start, end) in rooms.items():
            if all(end < a or b < start for a, b in line):
                return row, side
    lines.append([])
    return len(lines) - 1, next(iter(rooms))


def history(
    marks: Sequence[Mark], lanes: dict[str, str], groups: dict[str, str], span: Span, words: dict[str, str]
) -> tuple[Figure, int]:
    """The lanes with their marks, and the height in pixels this takes; `lanes` and `groups` give ids their names."""
    tops, placed, top = {}, [], 0
    for lane in lanes:
        inside = arrange([m for m in marks if m.lane == lane], span)
        tops[lane] = top
        placed += inside
        top += 1 + max((p.row + 1 for p in inside), default=0)
    used = {p.mark.group for p in placed}
    data = [_trace(i, g, name, placed, tops) for i, (g, name) in enumerate(groups.items()) if g in used]
    head = 56 if len(used) > 1 else 16  # room for the legend, which one group does not need
    return {"data": data, "layout": _layout(lanes, tops, top, span, words) | _margin(head)}, top * ROW + head + 48


def _trace(i: int, group: str, name: str, placed: list[Placed], tops: dict[str, int]) -> dict[str, Any]:
    """All marks of one group; a line of its lane is left to the name of the lane."""
    mine = [p for p in placed if p.mark.group == group]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": name,
        "x": [position(p.mark.when) for p in mine],
        "y": [tops[p.mark.lane] + p.row + 1.5 for p in mine],
        "text": [f"{GAP}{p.mark.label}{GAP}" for p in mine],
        "textposition": [f"middle {p.side}" for p in mine],
        "textfont": {"size": 12, "color": "$text"},
        "customdata": [p.mark.hover for p in mine],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"symbol": SYMBOLS[i], "size": 9, "color": COLOURS[i], "line": {"width": 1.5, "color": COLOURS[i]}},
        "cliponaxis": False,
    }


def _layout(lanes: dict[str, str], tops: dict[str, int], rows: int, span: Span, words: dict[str, str]) -> Figure:
    ends = [*list(tops.values())[1:], rows]
    bands = [
        {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": a, "y1": b, "layer": "below"}
        | {"fillcolor": "$flat" if i % 2 == 0 else "$band", "opacity": 0.6, "line": {"width": 0}}
        for i, (a, b) in enumerate(zip(tops.values(), ends, strict=True))
    ]
    names = [
        {"xref": "paper", "x": 0, "xanchor": "left", "y": tops[lane] + 0.55, "text": f"<b>{name}</b>"}
        | {"showarrow": False, "font": {"size": 13}}
        for lane, name in lanes.items()
    ]
    years = _ticks(span)
    return layout(
        xaxis=axis(
            range=[position(end) for end in span],
            title={"text": words["axis"], "standoff": 4},
            zeroline=False,
            tickvals=[position(year) for year in years],
            ticktext=[str(year) for year in years],
            tickangle=0,
        ),
        yaxis=axis(range=[rows, 0], fixedrange=True, showgrid=False, zeroline=False, showticklabels=False),
        annotations=names,
        shapes=bands,
        hoverlabel={"align": "left", "bgcolor": "$paper", "font": {"family": FONT, "size": 13, "color": "$text"}},
        uirevision=f"{span} {rows}",
    )


def _margin(head: int) -> Figure:
    return {"margin": {"l": 20, "r": 8, "t": head, "b": 48}}


def _ticks(span: Span) -> list[int]:
    """As many years as fit beside one another, the latest ones first."""
    low, high = (position(end) for end in span)
    chosen: list[int] = []
    for year in sorted((y for y in TICKS if span[0] <= y < span[1]), reverse=True):
        if not chosen or (position(chosen[-1]) - position(year)) / (high - low) * PIXELS > 31:
            chosen.append(year)
    return chosen
