"""The figure of one neuron: the straight line z over the input, and below it the bent output y."""

from typing import Any

from activations.spec import Activation
from figures import Figure
from figures.samples.curves import height
from figures.theme import axis, curve_layout
from labs.why.neuron import SPAN

LINE_REACH = 6.0


def neuron(act: Activation, words: dict[str, str]) -> Figure:
    """z = w x + b above, y = f(z) below, f alone for comparison, and one input on its way through both."""
    name = f"@neuron_{act.id}"
    zero = {"type": "line", "xref": "x", "yref": "paper", "x0": f"{name}/zero:0", "x1": f"{name}/zero:0"}
    return {
        "data": [
            _curve(f"{name}/ends", f"{name}/z", "z = wx + b", color="$slope", dash="dash") | {"yaxis": "y"},
            _curve(f"{name}/plain_x", f"{name}/plain", "f(x)", color="$sixth", dash="dot", width=2),
            _curve(f"{name}/x", f"{name}/f", "y = f(wx + b)", color="$f"),
            _way(f"{name}/here", 1, "$slope") | {"yaxis": "y"},
            _way(f"{name}/here", 2, "$f"),
        ],
        "layout": curve_layout(
            xaxis=axis(range=[*SPAN], title={"text": words["input"]}, anchor="y2", fixedrange=True),
            yaxis=axis(range=[-LINE_REACH, LINE_REACH], domain=[0.57, 1], title={"text": "z"}, fixedrange=True),
            yaxis2=axis(range=[*height(act, ("f",))], domain=[0, 0.5], title={"text": "y"}, fixedrange=True),
            shapes=[zero | {"y0": 0, "y1": 1, "layer": "below", "line": {"color": "$axis", "width": 2, "dash": "dot"}}],
            uirevision=act.id,
        ),
    }


def _curve(x: str, y: str, label: str, **line: Any) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "yaxis": "y2",
        "name": label,
        "line": {"width": 3, "simplify": False} | line,
        "hovertemplate": f"x = %{{x:.2f}}<br>{label} ≈ %{{y:.2f}}<extra></extra>",
    }


def _way(array: str, which: int, colour: str) -> dict[str, Any]:
    """From the axis up to the point."""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": f"{array}:0",
        "y": f"{array}:{which}",
        "yaxis": "y2",
        "marker": {"color": colour, "size": [1, 12]},
        "line": {"color": colour, "width": 2, "dash": "dot"},
        "showlegend": False,
        "hoverinfo": "skip",
    }
