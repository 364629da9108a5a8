"""One bar for each function that configurations name, made of the ways they spell it."""

from collections.abc import Sequence

from figures import Figure
from figures.theme import SERIES, axis, layout

ROW = 26
AROUND = 56  # pixels above and below the bars


def bars(rows: Sequence[tuple[str, Sequence[tuple[str, int]]]], words: dict[str, str]) -> tuple[Figure, int]:
    """`rows` has each function's name with its spellings and how often each was found; and the height this takes."""
    data = [
        {
            "type": "bar",
            "orientation": "h",
            "y": [name],
            "x": [number],
            "name": spelling,
            "showlegend": False,
            "marker": {"color": SERIES[i % len(SERIES)], "line": {"width": 1, "color": "$paper"}},
            "hovertemplate": f"{spelling}: %{{x}}<extra></extra>",
        }
        for name, spellings in rows
        for i, (spelling, number) in enumerate(spellings)
    ]
    totals = {
        "type": "scatter",
        "mode": "text",
        "x": [sum(number for _, number in spellings) for _, spellings in rows],
        "y": [name for name, _ in rows],
        "text": [f"\N{NO-BREAK SPACE}{sum(number for _, number in spellings)}" for _, spellings in rows],
        "textposition": "middle right",
        "textfont": {"size": 12, "color": "$text"},
        "showlegend": False,
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    order = [name for name, _ in rows]
    names = {"categoryorder": "array", "categoryarray": order, "autorange": "reversed", "dtick": 1}
    figure = {
        "data": [*data, totals],
        "layout": layout(
            barmode="stack",
            bargap=0.25,
            xaxis=axis(title={"text": words["axis"]}, rangemode="tozero", fixedrange=True, zeroline=False),
            yaxis=axis(type="category", fixedrange=True, zeroline=False, showgrid=False, **names),
            margin={"l": 8, "r": 48, "t": 8, "b": 48},
            uirevision="census",
        ),
    }
    return figure, len(rows) * ROW + AROUND
