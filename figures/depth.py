"""The figure of a gradient that comes back through many layers: a lane of bars for each of two functions."""

from typing import Any

from figures import Figure
from figures.theme import axis, layout
from labs.why.depth import CEILING, DEPTH, FLOOR, LANES

COLOURS = ("$f", "$slope")
DOMAINS = ([0.54, 1.0], [0.0, 0.46])  # of the picture's height, the upper lane first
TICKS = (-12, -8, -4, 0, 4)
ROOM = 1.0  # decades above the highest tick, for the number over a bar


def lanes(names: dict[str, str], words: dict[str, str]) -> Figure:
    """What is left of the gradient after each layer, on a scale of powers of ten; `names` by lane."""
    data = [trace for i, lane in enumerate(LANES) for trace in _lane(lane, i, names[lane])]
    frame = "@depth/frame"
    ticks = {"tickvals": list(TICKS), "ticktext": [f"10<sup>{t}</sup>".replace("-", "−") if t else "1" for t in TICKS]}
    upright = axis(range=[FLOOR, CEILING + ROOM], fixedrange=True, zeroline=False, **ticks)
    across = axis(range=[f"{frame}:0", f"{frame}:1"], fixedrange=True, zeroline=False, showgrid=False, nticks=8)
    return {
        "data": data,
        "layout": layout(
            xaxis=across | {"title": {"text": words["back"]}, "anchor": "y2"},
            yaxis=upright | {"domain": DOMAINS[0]},
            yaxis2=upright | {"domain": DOMAINS[1]},
            shapes=[_whole(ref) for ref in ("y", "y2")],
            annotations=[_name(names[lane], i) for i, lane in enumerate(LANES)],
            margin={"l": 44, "r": 12, "t": 22, "b": 40},
            showlegend=False,
            bargap=0.25,
            uirevision="depth",
        ),
    }


def _lane(lane: str, i: int, name: str) -> list[dict[str, Any]]:
    """Bars from the floor up, the spread over the seeds, and the number over the last one."""
    shared = {"yaxis": ("y", "y2")[i], "name": name, "hoverinfo": "skip"}
    count = [*range(1, int(DEPTH.high) + 1)]
    spread = [x for layer in count for x in (layer, layer, None)]
    return [
        {"type": "bar", "x": count, "y": f"@depth/{lane}", "base": FLOOR, "marker": {"color": COLOURS[i]}, **shared},
        {
            **{"type": "scatter", "mode": "lines", "x": spread, "y": f"@depth/{lane}_ends", "connectgaps": False},
            **{"line": {"color": "$text", "width": 1.5}, **shared},
        },
        {
            **{"type": "scatter", "mode": "text", "x": "@depth/last", "y": f"@depth/{lane}_top"},
            **{"customdata": f"@depth/{lane}_left", "texttemplate": "<b>10<sup>%{customdata:.1~f}</sup></b>"},
            **{"textposition": "top center", "cliponaxis": False, **shared},
        },
    ]


def _whole(ref: str) -> dict[str, Any]:
    """The level of the whole gradient."""
    line = {"color": "$axis", "width": 1.5, "dash": "dot"}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": ref, "y0": 0, "y1": 0, "line": line}


def _name(name: str, i: int) -> dict[str, Any]:
    """The name of a lane, in its upper left corner."""
    font = {"color": COLOURS[i], "size": 17}
    place = {"xref": "paper", "x": 0.01, "yref": "paper", "y": DOMAINS[i][1], "xanchor": "left", "yanchor": "top"}
    return {"text": f"<b>{name}</b>", "showarrow": False, "font": font, **place}
