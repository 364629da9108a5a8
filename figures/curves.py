"""Figures of element-wise functions."""

from typing import Any

import numpy as np

from activations.spec import Activation
from figures import Figure
from figures.samples.curves import LETTER, extremes, height, named
from figures.samples.sight import window, windows
from figures.samples.window import WINDOW
from figures.theme import axis, curve_layout

MARGIN = {"l": 44, "r": 12, "t": 50, "b": 40}  # two lines of a key fit above


def line(family: str, array: str, name: str, colour: str, dash: str = "solid", **own: Any) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": f"@{family}/x",
        "y": f"@{family}/{array}",
        "name": name,
        "line": {"color": colour, "dash": dash, "width": 3, "simplify": False},
        "hovertemplate": f"x = %{{x:.2f}}<br>{name} ≈ %{{y:.2f}}<extra></extra>",
        **own,
    }


def point(array: str, colour: str, **marker: Any) -> dict[str, Any]:
    """The point that a slider along x moves, at its height in `array`: "y" on the curve, or "slope"."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": "@point/x",
        "y": f"@point/{array}",
        "marker": {"color": colour, "line": {"color": "$paper", "width": 2}, **marker},
        "showlegend": False,
        "hoverinfo": "skip",
    }


def _labels(act: Activation) -> list[dict[str, Any]]:
    """The names of f and f' at the curves themselves, on the far side of each other."""
    f, slope = (float(array[named(act)]) for array in extremes(act, ("f", "slope"))[:2])
    return [
        _label(act.id, place, text, colour, _side(y, other, above, height(act)))
        for place, text, colour, y, other, above in (
            (1, "f", "$f", f, slope, f >= slope),
            (2, "f′", "$slope", slope, f, slope > f),
        )
    ]


def _side(y: float, other: float, above: bool, span: tuple[float, float]) -> str:
    """Where a letter stands: away from the other curve, or towards it if it is far off and the picture ends here."""
    letter = LETTER * (span[1] - span[0])
    room = span[1] - y if above else y - span[0]
    turned = room < 0.8 * letter and abs(y - other) > 2 * letter
    return "top center" if above != turned else "bottom center"


def _label(family: str, place: int, text: str, colour: str, side: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "marker": {"size": 10, "opacity": 0},  # keeps the letter off its line
        "x": [f"@{family}/label:0"],
        "y": [f"@{family}/label:{place}"],
        "text": [f"<b>{text}</b>"],
        "textposition": side,
        "textfont": {"color": colour, "size": 17},
        "showlegend": False,
        "hoverinfo": "skip",
    }


def tangent() -> dict[str, Any]:
    """The tangent at that point."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": "@tangent/x",
        "y": "@tangent/y",
        "line": {"color": "$tangent", "width": 2},
        "showlegend": False,
        "hoverinfo": "skip",
    }


def with_derivative(act: Activation, words: dict[str, str]) -> Figure:
    """f and f', a point with its tangent, and the zones where the derivative is zero or nearly so."""
    name = act.id
    data = [
        *_band(act),
        line(name, "f", "f(x)", "$f", showlegend=False),
        line(name, "slope", "f′(x)", "$slope", "dash", showlegend=False),
        *_labels(act),
        tangent(),
        point("y", "$f", size=12),
        point("slope", "$slope", size=12, symbol="diamond"),
    ]
    return {
        "data": data,
        "layout": curve_layout(
            xaxis=axis(range=[*window(act)], title={"text": "x"}),
            yaxis=axis(range=[*height(act)]),
            shapes=[_rectangle(kind, *ends) for kind, bands in _zones(act).items() for ends in bands],
            margin=MARGIN,
            showlegend=False,
            meta={"key": _key(act, words)},
            uirevision=name,
        ),
    }


def _band(act: Activation) -> list[dict[str, Any]]:
    """The region between the edges of an envelope, for a slope that is drawn by lot."""
    if not act.envelope:
        return []
    edge = {"type": "scatter", "mode": "lines", "x": f"@{act.id}/x", "line": {"width": 0}, "hoverinfo": "skip"}
    fill = {"fill": "tonexty", "fillcolor": "$band"}
    return [edge | {"y": f"@{act.id}/edge0", "showlegend": False}, edge | {"y": f"@{act.id}/edge1"} | fill]


def _key(act: Activation, words: dict[str, str]) -> list[dict[str, str]]:
    """What the shades mean, by colour."""
    kinds = [*(["band"] if act.envelope else []), *_zones(act)]
    return [{"name": words[kind], "colour": kind} for kind in kinds]


def _zones(act: Activation) -> dict[str, list[tuple[str, str]]]:
    """Ends of dead and saturated zones; a kind that the function never has, however far one looks, is left out."""
    low, high = windows(act)[-1]
    edges = np.array(extremes(act, ("zones",), -1))
    at = f"@{act.id}/zones:"
    start, stop = (f"@{act.id}/ends:{i}" for i in (0, 1))
    dead = [(start, f"{at}1"), (f"{at}2", stop), (f"{at}4", f"{at}5")]
    flat = [(f"{at}1", f"{at}0"), (f"{at}3", f"{at}2")]
    has_dead = (edges[:, 1] > low).any() or (edges[:, 2] < high).any() or (edges[:, 5] > edges[:, 4]).any()
    has_flat = (edges[:, 0] > edges[:, 1]).any() or (edges[:, 3] < edges[:, 2]).any()
    return {kind: bands for kind, bands, there in (("dead", dead, has_dead), ("flat", flat, has_flat)) if there}


def _rectangle(kind: str, start: str, end: str) -> dict[str, Any]:
    """A shaded band over the whole height."""
    return {
        "type": "rect",
        "xref": "x",
        "yref": "paper",
        "x0": start,
        "x1": end,
        "y0": 0,
        "y1": 1,
        "fillcolor": f"${kind}",
        "line": {"width": 0},
        "layer": "below",
    }


def sketch(act: Activation) -> Figure:
    """f and f' alone, for a small picture."""
    return {
        "data": [line(act.id, "f", "f(x)", "$f"), line(act.id, "slope", "f′(x)", "$slope", "dash")],
        "layout": curve_layout(
            xaxis=axis(range=[*WINDOW], fixedrange=True),
            yaxis=axis(range=[*height(act)], fixedrange=True),
        ),
    }
