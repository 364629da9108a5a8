"""Figures of functions of a whole vector: bars, the Jacobian, the simplex."""

from typing import Any

from activations.spec import VectorActivation
from figures import Figure, theme
from figures.samples.lists import LOGITS, ends
from figures.theme import axis, layout

SCORES = [p.symbol for p in LOGITS]


def outputs(function: VectorActivation) -> list[str]:
    """Names of the outputs: p for shares, y for anything else."""
    return [symbol.replace("z", "p" if function.simplex else "y") for symbol in SCORES]


def bars(function: VectorActivation) -> Figure:
    """One bar for each output."""
    trace = {
        "type": "bar",
        "x": outputs(function),
        "y": f"@{function.id}/out",
        "marker": {"color": "$f"},
        "texttemplate": "%{y:.2f}",
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": "%{x} = %{y:.3f}<extra></extra>",
    }
    return {
        "data": [trace],
        "layout": layout(
            xaxis=axis(type="category", fixedrange=True), yaxis=axis(range=[*ends(function)], fixedrange=True)
        ),
    }


def jacobian(function: VectorActivation, words: dict[str, str]) -> Figure:
    """How much each output (row) moves when each score (column) does."""
    heat = {
        "type": "heatmap",
        "x": SCORES,
        "y": outputs(function),
        "z": f"@{function.id}/jacobian",
        "zmin": f"@{function.id}/scale:0",
        "zmax": f"@{function.id}/scale:1",
        "colorscale": [[0, "$slope"], [0.5, "$paper"], [1, "$f"]],
        "texttemplate": "%{z:.2f}",
        "showscale": False,
        "hovertemplate": "∂%{y}/∂%{x} = %{z:.3f}<extra></extra>",
    }
    return {
        "data": [heat],
        "layout": layout(
            xaxis=axis(type="category", title={"text": words["input"]}, fixedrange=True),
            yaxis=axis(type="category", title={"text": words["output"]}, autorange="reversed", fixedrange=True),
        ),
    }


def simplex(function: VectorActivation, words: dict[str, str]) -> Figure:
    """Three shares as one point of a triangle, and the path it takes as the temperature changes."""

    def trace(array: str, **own: Any) -> dict[str, Any]:
        corners = {corner: f"@{function.id}/{array}:{i}" for i, corner in enumerate("abc")}
        return {"type": "scatterternary", "hoverinfo": "skip", **corners, **own}

    def side(name: str) -> dict[str, Any]:
        return {"title": {"text": name}, "gridcolor": "$grid", "linecolor": "$axis", "min": 0, "tickformat": ".1f"}

    path = trace("path", mode="lines", name=words["path"], line={"color": "$slope", "dash": "dash", "width": 3})
    here = trace("here", mode="markers", name=words["here"], marker={"color": "$f", "size": 14})
    sides = {f"{corner}axis": side(name) for corner, name in zip("abc", outputs(function), strict=False)}
    return {
        "data": [path, here],
        "layout": layout(
            ternary={"sum": 1, "bgcolor": theme.CLEAR, **sides},
            margin={"l": 50, "r": 50, "t": 40, "b": 70},
            legend={"orientation": "h", "x": 0, "y": -0.12, "yanchor": "top"},
        ),
    }
