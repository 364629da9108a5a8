"""Figures of gated functions and of Maxout."""

from typing import Any

from activations.spec import GatedActivation, PoolingActivation
from figures import Figure
from figures.curves import line
from figures.samples.lists import height, span
from figures.samples.window import WINDOW
from figures.theme import DASHES, axis, curve_layout, layout

LINES = 8  # of equal height, on either side of 0


def surface(function: GatedActivation, words: dict[str, str]) -> Figure:
    """The output as a landscape over (gate, value), seen from above, with the two slices marked."""
    name, top = function.id, height(function)
    between = _round(top / LINES)
    last = between * (LINES - 1)
    heights = {
        "type": "contour",
        "x": f"@{name}/g",
        "y": f"@{name}/v",
        "z": f"@{name}/out",
        "zmin": -top,
        "zmax": top,
        "contours": {"start": -last, "end": last, "size": between, "showlabels": True, "labelfont": {"color": "$text"}},
        "colorscale": [[0, "$slope"], [0.5, "$paper"], [1, "$f"]],
        "showscale": False,
        "line": {"color": "$axis", "width": 1},
        "hovertemplate": "g = %{x:.2f}<br>v = %{y:.2f}<br>f = %{z:.2f}<extra></extra>",
    }
    gate, value = f"@{name}/here:0", f"@{name}/here:1"
    across = _across(function)
    return {
        "data": [heights, _cut(across, [value, value], "$f", "solid"), _cut([gate, gate], across, "$slope", "dash")],
        "layout": layout(
            xaxis=axis(range=across, title={"text": words["gate"]}),
            yaxis=axis(range=across, title={"text": words["value"]}),
            uirevision=name,
        ),
    }


def _across(function: GatedActivation) -> list[float]:
    """The ends of the gate's axis, and of the value's."""
    return [-span(function), span(function)]


def _round(step: float) -> float:
    """The even number next to it."""
    return 2.0 * round(step / 2)


def _cut(x: list[Any], y: list[Any], colour: str, dash: str) -> dict[str, Any]:
    stroke = {"color": colour, "width": 3, "dash": dash}
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": stroke,
        "showlegend": False,
        "hoverinfo": "skip",
    }


def slices(function: GatedActivation, words: dict[str, str]) -> Figure:
    """The two slices through the point: along the gate, and along the value."""
    name = function.id
    along_gate = line(name, "along_gate", words["along_gate"], "$f") | {"x": f"@{name}/gates"}
    along_value = line(name, "along_value", words["along_value"], "$slope", "dash") | {"x": f"@{name}/values"}
    point = {
        "type": "scatter",
        "mode": "markers",
        "x": [f"@{name}/here:0", f"@{name}/here:1"],
        "y": [f"@{name}/here:2", f"@{name}/here:2"],
        "marker": {"color": ["$f", "$slope"], "size": 12, "line": {"color": "$paper", "width": 2}},
        "showlegend": False,
        "hoverinfo": "skip",
    }
    room = 17 / 16 * height(function)
    return {
        "data": [along_gate, along_value, point],
        "layout": curve_layout(
            xaxis=axis(range=_across(function)), yaxis=axis(range=[-room, room]), uirevision=f"{name} slices"
        ),
    }


def envelope(function: PoolingActivation, words: dict[str, str]) -> Figure:
    """The pieces as thin lines, the highest of them as a thick one."""
    name, data = function.id, []
    for i, colour in enumerate(("$slope", "$third", "$fourth")):
        thin = {"color": colour, "dash": DASHES[i + 1], "width": 2}
        data.append(line(name, "out", f"{words['piece']} {i + 1}", colour) | {"y": f"@{name}/pieces:{i}", "line": thin})
    data.append(line(name, "out", words["highest"], "$f") | {"line": {"color": "$f", "width": 4}})
    return {
        "data": data,
        "layout": curve_layout(
            xaxis=axis(range=[*WINDOW], title={"text": "x"}), yaxis=axis(range=[-6, 10]), uirevision=name
        ),
    }
