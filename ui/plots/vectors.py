"""Figures of functions of a whole vector."""

from activations.spec import VectorActivation
from ui import families
from ui.plots import Figure
from ui.template import axis, layout


def shares(function: VectorActivation, words: dict[str, str]) -> Figure:
    """One bar for each output of a vector function."""
    labels = [p.symbol for p in families.logits()]
    bars = {
        "type": "bar",
        "x": labels,
        "y": f"@{function.id}/out",
        "marker": {"color": "$f"},
        "texttemplate": "%{y:.3f}",
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": "%{x}: %{y:.4f}<extra></extra>",
    }
    return {
        "data": [bars],
        "layout": layout(
            xaxis=axis(type="category", fixedrange=True),
            yaxis=axis(range=[0, 1.08], title={"text": words["share"]}, fixedrange=True),
        ),
    }


def jacobian(function: VectorActivation, words: dict[str, str]) -> Figure:
    """How much each output (row) moves when each score (column) does."""
    labels = [p.symbol for p in families.logits()]
    heat = {
        "type": "heatmap",
        "x": labels,
        "y": [s.replace("z", "p") for s in labels],
        "z": f"@{function.id}/jacobian",
        "zmin": -0.25,
        "zmax": 0.25,
        "colorscale": [[0, "$slope"], [0.5, "$paper"], [1, "$f"]],
        "texttemplate": "%{z:.3f}",
        "showscale": False,
        "hovertemplate": "∂%{y}/∂%{x} = %{z:.4f}<extra></extra>",
    }
    return {
        "data": [heat],
        "layout": layout(
            xaxis=axis(type="category", title={"text": words["input"]}, fixedrange=True),
            yaxis=axis(type="category", title={"text": words["output"]}, autorange="reversed", fixedrange=True),
        ),
    }
