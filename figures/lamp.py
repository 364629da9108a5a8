"""The figure of the first page: how brightly a lamp shines, and where it still responds."""

from typing import Any

from figures import Figure
from figures.curves import line, point, tangent
from figures.samples.window import WINDOW
from figures.theme import axis, curve_layout

FAMILY = "dimmer"
RANGE = (-0.06, 1.14)


def dimmer(words: dict[str, str]) -> Figure:
    """Brightness against the wish to switch on, with a point on it; amber where there is a slope to learn from."""
    responds = {
        "type": "rect",
        "xref": "x",
        "yref": "paper",
        "x0": f"@{FAMILY}/responds:0",
        "x1": f"@{FAMILY}/responds:1",
        "y0": 0,
        "y1": 1,
        "fillcolor": "$glow",
        "line": {"width": 0},
        "layer": "below",
    }
    return {
        "data": [
            line(FAMILY, "f", words["brightness"], "$f", showlegend=False),
            tangent(),
            point("y", "$f", size=16),
        ],
        "layout": curve_layout(
            xaxis=axis(range=[*WINDOW], title={"text": words["wish"]}, fixedrange=True, automargin=False),
            yaxis=axis(
                range=[*RANGE],
                title={"text": words["brightness"]},
                fixedrange=True,
                automargin=False,
                tickvals=[0, 0.5, 1],
            ),
            shapes=[responds],
            annotations=[_label(words["responds"])],
            margin={"l": 56, "r": 12, "t": 8, "b": 44},
            uirevision="lamp",
        ),
    }


def _label(text: str) -> dict[str, Any]:
    return {"x": 0, "y": RANGE[1], "yanchor": "top", "text": text, "showarrow": False, "font": {"color": "$text"}}
