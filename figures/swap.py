"""The figure of a network that is served with another function: its map, and how far off each of its layers is."""

from typing import Any

from figures import Figure
from figures.samples import swaps
from figures.theme import axis, layout
from labs.swap.nets import HIGHEST, REACH, SIDE, WIDTHS

HIDDEN = len(WIDTHS) - 1
ALONG = [REACH * (2 * i / (SIDE - 1) - 1) for i in range(SIDE)]
MAP, BARS = [0.0, 0.52], [0.63, 1.0]  # of the picture's width
BARE = {"showgrid": False, "zeroline": False, "showticklabels": False, "ticks": "", "fixedrange": True}
ROOM = 0.14  # above the highest bar, for its number
LINE = 16  # pixels of a line of words
NAME = {"showarrow": False, "xref": "paper", "yref": "paper"}
LINES = {
    "was": ("- -", "$f", "left"),
    "now": ("—", "$slope", "center"),
    "flipped": ("○", "$slope", "right"),
}  # and where


def swapped(trained: str, served: str, words: dict[str, str]) -> Figure:
    """On the left the answers of one network, on the right the layers of all; words may have several lines."""
    family = swaps.name(trained, served)
    more = LINE * max(word.count("<br>") for word in words.values())
    ticks = [*map(str, range(1, HIDDEN + 1)), words["output"], words["flips"]]
    percent = {"tickformat": ".0%", "dtick": 0.25, "fixedrange": True, "zeroline": False}
    return {
        "data": [*_map(family, words), *_bars(family, words)],
        "layout": layout(
            xaxis=axis(range=[-REACH, REACH], domain=MAP, constrain="domain", constraintoward="left", **BARE),
            yaxis=axis(range=[-REACH, REACH], scaleanchor="x", constrain="domain", **BARE),
            xaxis2=axis(
                domain=BARS,
                anchor="y2",
                range=[0.4, HIDDEN + 2.6],
                tickvals=[*range(1, HIDDEN + 3)],
                ticktext=ticks,
                tickangle=0,
                tickfont={"size": 13},
                **{"fixedrange": True, "zeroline": False, "showgrid": False},
            ),
            yaxis2=axis(range=[0, HIGHEST + ROOM], anchor="x2", **percent),
            annotations=[*_names(words, more), *_key(words, more)],
            margin={"l": 4, "r": 8, "t": 26 + more, "b": 44 + 2 * more},
            bargap=0.25,
            showlegend=False,
            uirevision=family,
        ),
    }


def _names(words: dict[str, str], more: int) -> list[dict[str, Any]]:
    """What stands on either side, and below the bars of hidden layers what these are."""
    above = NAME | {"y": 1.0, "yanchor": "bottom", "xanchor": "center"}
    below = NAME | {"xref": "x2", "x": (1 + HIDDEN) / 2, "y": 0.0, "yanchor": "top", "yshift": -22 - more}
    return [
        above | {"text": words["map"], "x": sum(MAP) / 2},
        above | {"text": words["off"], "x": sum(BARS) / 2},
        below | {"text": words["layer"], "font": {"size": 13}},
    ]


def _key(words: dict[str, str], more: int) -> list[dict[str, Any]]:
    """The lines of the map and its rings, named below it in their colours."""
    places = zip((MAP[0], sum(MAP) / 2, MAP[1]), LINES.items(), strict=True)
    return [
        NAME
        | {"text": f"<b>{sign}</b> {words[name]}", "font": {"color": colour, "size": 13}}
        | {"x": x, "xanchor": anchor, "y": 0.0, "yanchor": "top", "yshift": -22 - more}
        for x, (name, (sign, colour, anchor)) in places
    ]


def _map(family: str, words: dict[str, str]) -> list[dict[str, Any]]:
    """Where the border was and where it is now, the points of both kinds, and rings round those told otherwise."""
    level = {"type": "contour", "x": ALONG, "y": ALONG, "zmin": -1, "zmax": 1, "showscale": False, "hoverinfo": "skip"}
    once = {"start": 0, "end": 0, "size": 2}
    return [
        level
        | {"z": f"@{family}/field", "name": words["now"], "line": {"color": "$slope", "width": 3}}
        | {"colorscale": [[0, "$paper"], [1, "$glow"]], "contours": once},
        level
        | {"z": f"@{family}/border", "name": words["was"], "line": {"color": "$f", "width": 2.5, "dash": "dash"}}
        | {"contours": once | {"coloring": "none"}},
        _points(family, "outer", words, {"color": "$panel", "line": {"color": "$text", "width": 1.5}}),
        _points(family, "inner", words, {"color": "$text"}),
        _points(
            family, "flipped", words, {"symbol": "circle-open", "color": "$slope", "size": 13, "line": {"width": 3}}
        ),
    ]


def _points(family: str, array: str, words: dict[str, str], marker: dict[str, Any]) -> dict[str, Any]:
    rows = {"x": f"@{family}/{array}:0", "y": f"@{family}/{array}:1"}
    own = {"marker": {"size": 6, **marker}, "name": words[array], "showlegend": False}
    return {"type": "scatter", "mode": "markers", "hoverinfo": "skip", **rows, **own}


def _bars(family: str, words: dict[str, str]) -> list[dict[str, Any]]:
    """The median of each layer over all networks, and of the answers, with the smallest and the largest."""
    at = {"xaxis": "x2", "yaxis": "y2", "hoverinfo": "skip"}
    places = [*range(1, HIDDEN + 3)]
    spread = [x for place in places for x in (place, place, None)]
    colours = ["$sixth"] * (HIDDEN + 1) + ["$slope"]
    return [
        {"type": "bar", "x": places, "y": f"@{family}/bars", "marker": {"color": colours}, "name": words["off"], **at},
        {
            **{"type": "scatter", "mode": "lines", "x": spread, "y": f"@{family}/ends", "connectgaps": False},
            **{"line": {"color": "$text", "width": 1.5}, **at},
        },
        {
            **{"type": "scatter", "mode": "text", "x": places, "y": f"@{family}/tops", "cliponaxis": False},
            **{"customdata": f"@{family}/exact", "texttemplate": "<b>%{customdata:.2~r}</b>"},
            **{"textposition": "top center", **at},
        },
    ]
