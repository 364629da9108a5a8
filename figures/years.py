"""The strip above the gallery: a dot for each function in the year of its source, faded where it is left out.

Its slider lies on its axis: `.st-key-strip` of `document.css` has its margins and the ends of its axis as well.
"""

from figures import Figure, theme
from figures.samples.years import APART, SINCE, UNDATED
from figures.theme import axis

TALL = 8.4  # levels of dots, with the line standing out above them
FLOOR = -1.1  # room between the lowest dots and the handle
COUNT = "%{customdata:.0f}"  # in the words for what remains
TICKS = range(1960, 2021, 10)


def strip(family: str, labels: list[str], words: dict[str, str]) -> Figure:
    """`labels` say who the dots are, `words` what the undated ones and the remaining ones are called."""
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": f"@{family}/x",
        "customdata": labels,
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    line = {
        "type": "scatter",
        "mode": "lines+text",
        "x": f"@{family}/line",
        "y": [FLOOR, TALL],
        "line": {"color": "$slope", "width": 2},
        "customdata": f"@{family}/count",
        "texttemplate": ["", f"\N{NO-BREAK SPACE}{words['left']}"],
        "textposition": "middle right",
        "textfont": {"size": 14, "color": "$text"},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    return {
        "data": [
            line,
            dots | {"y": f"@{family}/gone", "marker": {"color": "$axis", "size": 8, "symbol": "circle-open"}},
            dots
            | {"y": f"@{family}/kept", "marker": {"color": "$f", "size": 9, "line": {"color": "$paper", "width": 1}}},
        ],
        "layout": theme.layout(
            xaxis=axis(
                range=[UNDATED - 2 * APART, SINCE.high + APART],
                tickvals=[UNDATED - APART / 2, *TICKS],
                ticktext=[words["undated"], *map(str, TICKS)],
                tickangle=0,
                ticklabeloverflow="allow",
                tickfont={"size": 12},
                showgrid=False,
                zeroline=False,
                fixedrange=True,
                automargin=False,
            ),
            yaxis=axis(range=[FLOOR, TALL + 1], visible=False, fixedrange=True),
            margin={"l": 16, "r": 72, "t": 4, "b": 36},
            showlegend=False,
            uirevision=family,
        ),
    }
