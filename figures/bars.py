"""Figures of many functions at once: how far their outputs reach, and how many of them are zero."""

from typing import Any

from figures import Figure
from figures.theme import axis, layout
from labs.why import ranges, sparsity

LOOKS = {"bounded": ("$f", ""), "half": ("$slope", "/"), "unbounded": ("$third", "x")}
REACH = 10.6


def reaches(labels: dict[str, list[str]], words: dict[str, str]) -> Figure:
    """A bar from the smallest to the largest output of each function; `labels` by kind of range."""

    def bars(kind: str) -> dict[str, Any]:
        colour, pattern = LOOKS[kind]
        return {
            "type": "bar",
            "orientation": "h",
            "y": labels[kind],
            "base": f"@ranges/{kind}_low",
            "x": f"@ranges/{kind}_long",
            "name": words[kind],
            "marker": {
                "color": colour,
                "pattern": {"shape": pattern, "fillmode": "overlay", "fgcolor": "$paper", "size": 7},
            },
            "hovertemplate": "%{y}<extra></extra>",
        }

    order = [label for kind in ranges.KINDS for label in labels[kind]]
    return {
        "data": [bars(kind) for kind in ranges.KINDS],
        "layout": layout(
            xaxis=axis(range=[-REACH, REACH], title={"text": words["output"]}, fixedrange=True),
            yaxis=_names(order),
            legend={"orientation": "h", "x": 1, "xanchor": "right", "y": 1.02, "yanchor": "bottom"},
            barmode="overlay",
            bargap=0.3,
            uirevision="ranges",
        ),
    }


def _names(order: list[str]) -> dict[str, Any]:
    """An axis of names from top to bottom."""
    own = {
        "categoryorder": "array",
        "categoryarray": order,
        "autorange": "reversed",
        "dtick": 1,
        "tickfont": {"size": 12},
    }
    return axis(type="category", fixedrange=True, zeroline=False, showgrid=False, **own)


def lamps() -> Figure:
    """A hundred neurons as lamps: dark where the output is exactly zero."""
    heat = {
        "type": "heatmap",
        "z": "@sparsity/lamps",
        "zmin": 0,
        "zmax": 3,
        # the least output above zero is visibly not dark
        "colorscale": [[0, "$lamp_off"], [0.0001, "$slope"], [1, "$lamp_on"]],
        "showscale": False,
        "xgap": 4,
        "ygap": 4,
        "hovertemplate": "y = %{z:.2f}<extra></extra>",
    }
    bare = {"showgrid": False, "zeroline": False, "showticklabels": False, "ticks": "", "fixedrange": True}
    return {
        "data": [heat],
        "layout": layout(
            xaxis=axis(**bare, constrain="domain"),
            yaxis=axis(**bare, scaleanchor="x", constrain="domain"),
            margin={"l": 4, "r": 4, "t": 8, "b": 8},
            uirevision="lamps",
        ),
    }


def zeros(names: list[str], words: dict[str, str]) -> Figure:
    """The share of outputs that are exactly zero."""
    trace = {
        "type": "bar",
        "orientation": "h",
        "y": names,
        "x": "@sparsity/share",
        "marker": {"color": ["$f" if name == names[_relu()] else "$sixth" for name in names]},
        "texttemplate": "%{x:.1%}",
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": "%{y}: %{x:.2%}<extra></extra>",
    }
    return {
        "data": [trace],
        "layout": layout(
            xaxis=axis(range=[0, 1.12], tickformat=".0%", title={"text": words["share"]}, fixedrange=True),
            yaxis=_names(names),
            bargap=0.25,
            uirevision="zeros",
        ),
    }


def _relu() -> int:
    """Where the function of the lamps stands among the bars."""
    return next(i for i, act in enumerate(sparsity.shown()) if act.fn is sparsity.RELU.fn)
