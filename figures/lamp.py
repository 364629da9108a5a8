"""The figure of the first page: a dimmer and its light."""

from figures import Figure
from figures.curves import line
from figures.samples.window import WINDOW
from figures.theme import axis, curve_layout


def dimmer(words: dict[str, str]) -> Figure:
    """Brightness against the wish to switch on, and below it the same numbers as light."""
    strip = {
        "type": "heatmap",
        "x": "@dimmer/x",
        "y": [0],
        "z": ["@dimmer/f"],
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, "$lamp_off"], [1, "$lamp_on"]],
        "showscale": False,
        "yaxis": "y2",
        "hoverinfo": "skip",
    }
    return {
        "data": [line("dimmer", "f", words["brightness"], "$f", showlegend=False), strip],
        "layout": curve_layout(
            xaxis=axis(range=[*WINDOW], title={"text": words["wish"]}, anchor="y2"),
            yaxis=axis(range=[-0.05, 1.08], domain=[0.3, 1], title={"text": words["brightness"]}),
            yaxis2=axis(
                domain=[0, 0.2], showticklabels=False, ticks="", showgrid=False, zeroline=False, fixedrange=True
            ),
            margin={"l": 56, "r": 12, "t": 12, "b": 44},
            uirevision="lamp",
        ),
    }
