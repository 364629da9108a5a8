"""Figures of functions of a row: inputs beside outputs, and how each output follows the one input that moves."""

from typing import Any

from activations.spec import VectorActivation
from figures import Figure
from figures.samples.rows import MOVING, PLACES, heights
from figures.theme import axis, layout


def _bars(function: VectorActivation, array: str, name: str, colour: str, said: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": name,
        "x": PLACES,
        "y": f"@{function.id}/{array}",
        "marker": {"color": colour},
        "hovertemplate": f"%{{x}}: {said} = %{{y:.3f}}<extra></extra>",
    }


def _layout(function: VectorActivation, name: str, top: float, **own: Any) -> dict[str, Any]:
    places = axis(type="category", fixedrange=True, tickangle=0)
    return layout(
        xaxis=places,
        yaxis=axis(range=[-top, top], fixedrange=True),
        uirevision=f"{function.id} {name}",
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
        **own,
    )


def bars(function: VectorActivation, words: dict[str, str]) -> Figure:
    """Each input of a row with its output beside it."""
    pairs = [("in", words["before"], "$silent", "z"), ("out", words["after"], "$f", "y")]
    return {
        "data": [_bars(function, *pair) for pair in pairs],
        "layout": _layout(function, "bars", heights(function)[0], barmode="group", bargap=0.25),
    }


def slopes(function: VectorActivation, words: dict[str, str]) -> Figure:
    """How much each output moves when the moving input does."""
    one = _bars(function, "slopes", words["follows"], "$slope", f"∂y/∂{MOVING.symbol}")
    return {"data": [one], "layout": _layout(function, "slopes", heights(function)[1], showlegend=False, bargap=0.4)}
