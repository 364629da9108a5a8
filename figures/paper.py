"""Figures of ruled paper: laid through a stack of layers, and folded through the four points of a lamp."""

from typing import Any

import numpy as np

from figures import Figure
from figures.theme import axis, layout
from labs.why import xor

BARE = {"showgrid": False, "zeroline": False, "showticklabels": False, "ticks": "", "fixedrange": True}


def _pair(array: str, **own: Any) -> dict[str, Any]:
    """A trace of the two rows of one array."""
    rows = {"x": f"@{array}:0", "y": f"@{array}:1"}
    return {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False, **rows, **own}


def stack(which: str) -> Figure:
    """The paper after the whole stack, and the line that was drawn on it."""
    frame = f"@collapse/{which}_frame"
    own = {"color": "$f" if which == "bent" else "$sixth", "width": 1.5}
    line = {"color": "$slope", "width": 4, "dash": "solid" if which == "bent" else "dash"}
    data = [
        _pair(f"collapse/{which}", line=own),
        _pair(f"collapse/{which}_line", line=line),
    ]
    return {
        "data": data,
        "layout": layout(
            xaxis=axis(range=[f"{frame}:0", f"{frame}:2"], fixedrange=True, automargin=False, zeroline=False, nticks=5),
            yaxis=axis(
                range=[f"{frame}:1", f"{frame}:3"],
                fixedrange=True,
                automargin=False,
                zeroline=False,
                nticks=5,
                scaleanchor="x",
            ),
            margin={"l": 44, "r": 12, "t": 8, "b": 32},
            uirevision=which,
        ),
    }


def folded(words: dict[str, str]) -> Figure:
    """The sheet in space, the flat one behind it, the four points and how far the sheet misses them."""
    data = [
        _pair("xor/floor", line={"color": "$axis", "width": 1}),
        _pair("xor/flat", line={"color": "$sixth", "width": 2, "dash": "dash"}, name=words["flat"], showlegend=True),
        _pair("xor/near", line={"width": 0}, fill="toself", fillcolor="$band"),
        _pair("xor/far", line={"width": 0}, fill="toself", fillcolor="$flat"),
        _pair("xor/ruled", line={"color": "$f", "width": 1.2}, name=words["folded"], showlegend=True),
        _pair("xor/stems", line={"color": "$slope", "width": 3, "dash": "dot"}, name=words["miss"], showlegend=True),
        _points(_pair("xor/lamp"), xor.LAMP),
    ]
    return {
        "data": data,
        "layout": layout(
            xaxis=axis(range=[-0.35, 2.35], **BARE),
            yaxis=axis(range=[-0.75, 1.95], **BARE),
            annotations=[_corner(at, on) for at, on in zip(xor.SWITCHES, xor.LAMP, strict=True)],
            margin={"l": 4, "r": 4, "t": 56, "b": 4},
            uirevision="folded",
        ),
    }


def _points(trace: dict[str, Any], lamp: Any) -> dict[str, Any]:
    """The four points: a full disc where the lamp is on, an empty ring where it is off."""
    fill = ["$lamp_on" if on else "$paper" for on in lamp]
    return trace | {
        "mode": "markers",
        "marker": {"color": fill, "size": 15, "line": {"color": "$text", "width": 2}},
        "cliponaxis": False,
    }


def _corner(at: Any, on: float) -> dict[str, Any]:
    """The two switches, written above the point behind and below the others, out of the way of the sheet."""
    x, y = xor.project(np.asarray(at), on)
    text, shift = f"({at[0]:.0f}, {at[1]:.0f})", 18 if at[0] > at[1] else -18
    return {"x": float(x), "y": float(y), "text": text, "showarrow": False, "yshift": shift}


def side(words: dict[str, str]) -> Figure:
    """The same seen along the crease: height over x1 + x2."""
    total = xor.SWITCHES.sum(axis=1)
    points = {"x": total.tolist(), "y": xor.LAMP.tolist()}
    sums = {"type": "scatter", "mode": "lines", "x": "@xor/sums"}
    hover = "x₁ + x₂ = %{x:.2f}<br>y = %{y:.2f}<extra></extra>"
    data = [
        sums | {"y": "@xor/level", "name": words["flat"], "line": {"color": "$sixth", "width": 2, "dash": "dash"}},
        sums | {"y": "@xor/side", "name": words["folded"], "line": {"color": "$f", "width": 3, "simplify": False}},
        _pair("xor/side_stems", line={"color": "$slope", "width": 3, "dash": "dot"}, name=words["miss"]),
        _points({"type": "scatter", "showlegend": False, **points}, xor.LAMP),
    ]
    for trace in data:
        trace["hovertemplate"] = hover
    return {
        "data": data,
        "layout": layout(
            xaxis=axis(range=[-0.25, 2.25], title={"text": "x₁ + x₂"}, dtick=1, fixedrange=True),
            yaxis=axis(range=[-0.75, 1.7], title={"text": "y"}, dtick=0.5, fixedrange=True),
            uirevision="side",
        ),
    }
