"""One brick for each language model, stacked by year and coloured by what its feed-forward part uses."""

from collections.abc import Sequence

from figures import Figure
from figures.theme import axis, layout

BRICK, AROUND = 20, 72  # pixels: the height of a brick at least, and what stands above and below them
PIXELS = 860  # narrower, the names no longer fit on the bricks
# fill, edge and letters: each kind in the colour its family has in the picture of history, the square of ReLU as its
# outline; the letters are dark in both themes, as the bricks are light in both
COLOURS = {
    "relu": ("$slope", "$paper", "$lamp_off"),
    "gelu": ("$fourth", "$paper", "$lamp_off"),
    "gated": ("$fifth", "$paper", "$lamp_off"),
    "squared_relu": ("$dead", "$slope", "$text"),
    "learned": ("$third", "$paper", "$lamp_off"),
}


def height(years: Sequence[int]) -> int:
    """Of the whole picture in pixels, so that the names fit on the bricks of the fullest of these years."""
    return max(map(years.count, years)) * BRICK + AROUND


def bricks(found: Sequence[tuple[int, str, str]], kinds: dict[str, str]) -> Figure:
    """`found` has year, name and kind of each model; `kinds` gives kinds their names, in the order of stacking."""
    data = []
    for kind, label in kinds.items():
        fill, edge, letters = COLOURS[kind]
        for i, (year, name) in enumerate((y, n) for y, n, k in found if k == kind):
            data.append(
                {
                    "type": "bar",
                    "x": [year],
                    "y": [1],
                    "text": [name],
                    "name": label,
                    "legendgroup": kind,
                    "showlegend": i == 0,
                    "textposition": "inside",
                    "insidetextanchor": "middle",
                    "textangle": 0,
                    "marker": {"color": fill, "line": {"width": 2, "color": edge}},
                    "insidetextfont": {"color": letters},
                    "hovertemplate": f"{name} ({year})<br>{label}<extra></extra>",
                }
            )
    years = sorted({year for year, _, _ in found})
    return {
        "data": data,
        "layout": layout(
            barmode="stack",
            bargap=0.06,
            xaxis=axis(tickvals=list(range(years[0], years[-1] + 1)), fixedrange=True, showgrid=False, zeroline=False),
            yaxis=axis(showticklabels=False, showgrid=False, fixedrange=True),
            uniformtext={"minsize": 8, "mode": "hide"},
            margin={"l": 8, "r": 8, "t": 40, "b": 32},
            uirevision="waves",
        ),
    }
