"""The figure beside a claim: a few lines over x, or bars."""

from functools import lru_cache
from typing import Any

import numpy as np

from figures import Figure, theme
from figures.curves import line
from figures.heights import aired, extent, of_plot
from figures.theme import axis, curve_layout, layout
from labs.claim import Claim, Plot

DECADES = 7  # labels on a logarithmic axis, about


@lru_cache(maxsize=512)
def names(plot: Plot) -> tuple[str, ...]:
    """Its lines or bars, in order."""
    return plot.bars or tuple(name for name in plot.draw(**{p.name: p.default for p in plot.knobs}) if name != "x")


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
        return {"range": [*of_plot(plot)]}
    low, high = np.log10(extent(plot))
    step = max(1, round(float(high - low) / DECADES))
    return {
        "type": "log",
        "exponentformat": "power",
        "dtick": step,
        "range": [*aired(float(low), float(high))],
    }


def _lines(claim: Claim, plot: Plot, words: dict[str, str]) -> list[dict[str, Any]]:
    lines = names(plot)
    return [
        line(claim.id, name, words[name], theme.SERIES[i % 6], theme.DASHES[i % 6])
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
