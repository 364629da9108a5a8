"""The figure beside a claim: a few lines over x, or bars."""

from functools import lru_cache
from itertools import product
from typing import Any

import numpy as np

from labs.claim import Claim, Plot
from ui import template
from ui.families.window import AIR
from ui.plots import Figure
from ui.plots.curves import line
from ui.template import axis, curve_layout, layout

DECADES = 7  # labels on a logarithmic axis, about
STOPS = 5  # positions of each slider that decide how high the picture is


def height(plot: Plot) -> tuple[float, float]:
    """A y range that holds what the sliders can show, or the limits of the plot; those need no drawing."""
    low, high = plot.limits or _extent(plot)
    low, high = (min(low, 0.0), max(high, 0.0)) if plot.bars else (low, high)
    air = AIR * (high - low or 1.0)
    return low - air, high + air


@lru_cache(maxsize=512)
def names(plot: Plot) -> tuple[str, ...]:
    """Its lines or bars, in order."""
    return plot.bars or tuple(name for name in plot.draw(**{p.name: p.default for p in plot.knobs}) if name != "x")


@lru_cache(maxsize=512)
def _extent(plot: Plot) -> tuple[float, float]:
    settings = product(*(np.linspace(p.low, p.high, STOPS) for p in plot.knobs))
    knobs = [p.name for p in plot.knobs]
    drawings = [plot.draw(**dict(zip(knobs, map(float, at), strict=True))) for at in settings]
    values = np.concatenate([y for drawing in drawings for name, y in drawing.items() if name != "x"])
    values = values[np.isfinite(values)]
    if plot.log:
        values = values[values > 0]
    return float(values.min()), float(values.max())


def figure(claim: Claim, words: dict[str, str], across: str, up: str) -> Figure:
    """The picture of a claim; `words` names its lines or bars."""
    plot = claim.plot
    assert plot
    return {
        "data": [_bars(claim, plot, words)] if plot.bars else _lines(claim, plot, words),
        "layout": (layout if plot.bars else curve_layout)(
            xaxis=axis(title={"text": across}, zeroline=not plot.bars, hoverformat=".4~g"),
            yaxis=axis(title={"text": up}, **_scale(plot)),
            margin={"l": 56, "r": 12, "t": 24, "b": 44},
            uirevision=claim.id,
        ),
    }


def _scale(plot: Plot) -> dict[str, Any]:
    if not plot.log:
        return {"range": [*height(plot)]}
    low, high = np.log10(plot.limits or _extent(plot))
    step = max(1, round(float(high - low) / DECADES))
    air = AIR * float(high - low)
    return {
        "type": "log",
        "exponentformat": "power",
        "dtick": step,
        "range": [float(low) - air, float(high) + air],
    }


def _lines(claim: Claim, plot: Plot, words: dict[str, str]) -> list[dict[str, Any]]:
    lines = names(plot)
    return [
        line(claim.id, name, words[name], template.SERIES[i % 6], template.DASHES[i % 6])
        | {"hovertemplate": "%{x:.4g}, %{y:.4g}<extra>" + words[name] + "</extra>", "showlegend": len(lines) > 1}
        for i, name in enumerate(lines)
    ]


def _bars(claim: Claim, plot: Plot, words: dict[str, str]) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": [words[name] for name in plot.bars],
        "y": f"@{claim.id}/bars",
        "marker": {"color": "$f"},
        "hovertemplate": "%{x}: %{y:.4g}<extra></extra>",
        "showlegend": False,
    }
