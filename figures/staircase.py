"""The figure of a loss that is a staircase or a valley, and of what its slope says."""

from typing import Any

from activations.measure import FLAT
from figures import Figure
from figures.curves import line
from figures.theme import axis, curve_layout
from labs.why.threshold import SPAN


def losses(words: dict[str, str]) -> Figure:
    """Both losses over the threshold with a ball on each; below them the slopes, and the strip that counts as flat."""

    def balls(array: str, colour: str, size: int, name: str, **own: Any) -> dict[str, Any]:
        marker = {"color": colour, "size": size, "line": {"color": "$paper", "width": 1.5}, **own}
        at = {"x": f"@threshold/{array}:0", "y": f"@threshold/{array}:1", "name": name}
        return {"type": "scatter", "mode": "markers", "marker": marker, "hoverinfo": "skip", "showlegend": False, **at}

    stairs = {"x": "@threshold/stairs:0", "y": "@threshold/stairs:1"}
    level = {"x": [*SPAN], "y": [0, 0], "yaxis": "y2", "showlegend": False, "hoverinfo": "skip"}
    strip = {"type": "rect", "xref": "paper", "yref": "y2", "x0": 0, "x1": 1, "y0": -FLAT, "y1": FLAT}
    return {
        "data": [
            line("threshold", "stairs", words["stairs"], "$slope", "solid", **stairs),
            line("threshold", "valley", words["valley"], "$f"),
            balls("trail", "$f", 5, words["valley"], opacity=0.7),
            balls("ball", "$f", 15, words["valley"]),
            balls("stuck", "$slope", 15, words["stairs"], symbol="square"),
            line("threshold", "slope", words["slope"], "$f", showlegend=False, yaxis="y2"),
            line("threshold", "slope", words["slope"], "$slope", "dash", **level),
        ],
        "layout": curve_layout(
            xaxis=axis(range=[*SPAN], title={"text": words["threshold"]}, anchor="y2", fixedrange=True),
            yaxis=axis(range=[0, 0.58], domain=[0.46, 1], title={"text": words["loss"]}, fixedrange=True),
            yaxis2=axis(range=[-0.22, 0.22], domain=[0, 0.36], title={"text": words["slope"]}, fixedrange=True),
            shapes=[strip | {"fillcolor": "$dead", "line": {"width": 0}, "layer": "below"}],
            uirevision="threshold",
        ),
    }
