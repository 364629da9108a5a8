"""One look for every picture: a colour-blind-safe palette in light and dark, dashes, fonts, axes."""

from typing import Any

# Okabe and Ito's palette, which people with any colour vision can tell apart; dark backgrounds take
# its lighter members.
PALETTE: dict[str, dict[str, str]] = {
    "light": {
        "f": "#0072B2",
        "slope": "#D55E00",
        "tangent": "#111111",
        "third": "#009E73",
        "fourth": "#CC79A7",
        "fifth": "#B8860B",
        "sixth": "#555555",
        "text": "#262730",
        "grid": "rgba(38,39,48,0.12)",
        "axis": "rgba(38,39,48,0.45)",
        "paper": "#ffffff",
        "panel": "#f3f6f9",
        "dead": "rgba(213,94,0,0.16)",
        "flat": "rgba(120,120,120,0.14)",
        "band": "rgba(0,114,178,0.18)",
        "glow": "rgba(245,179,1,0.16)",
        "no": "#35978f",
        "yes": "#bf812d",
        "silent": "#b9bdc4",
        "lamp_off": "#2b2b33",
        "lamp_on": "#ffd84d",
    },
    "dark": {
        "f": "#56B4E9",
        "slope": "#E69F00",
        "tangent": "#f5f5f5",
        "third": "#2fd3a5",
        "fourth": "#e79bc5",
        "fifth": "#F0E442",
        "sixth": "#bbbbbb",
        "text": "#e8e8ee",
        "grid": "rgba(250,250,250,0.13)",
        "axis": "rgba(250,250,250,0.5)",
        "paper": "#14171f",
        "panel": "#1f2430",
        "dead": "rgba(230,159,0,0.22)",
        "flat": "rgba(200,200,200,0.13)",
        "band": "rgba(86,180,233,0.22)",
        "glow": "rgba(255,216,77,0.13)",
        "no": "#5ab4ac",
        "yes": "#d8b365",
        "silent": "#4a505c",
        "lamp_off": "#050507",
        "lamp_on": "#ffd84d",
    },
}
EITHER = {"f": "#2a7cb4", "slope": "#c9770f", "axis": "#858a93"}  # for pictures that lie on light and on dark
CLEAR = "rgba(0,0,0,0)"
SERIES = ("$f", "$slope", "$third", "$fourth", "$fifth", "$sixth")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
FONT = '"Source Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'


def axis(**own: Any) -> dict[str, Any]:
    """An axis in the house style."""
    return {
        "gridcolor": "$grid",
        "zeroline": True,
        "zerolinecolor": "$axis",
        "zerolinewidth": 1.5,
        "fixedrange": False,
        "automargin": True,
        **own,
    }


def layout(**own: Any) -> dict[str, Any]:
    """A layout in the house style; `own` overrides."""
    return {
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONT, "size": 14, "color": "$text"},
        "margin": {"l": 44, "r": 12, "t": 36, "b": 40},
        "legend": {"orientation": "h", "traceorder": "normal", "x": 0, "y": 1.02, "yanchor": "bottom"},
        "hovermode": "closest",
        "hoverlabel": {"font": {"family": FONT}},
        "uirevision": "keep",
        **own,
    }


def curve_layout(*, xaxis: dict[str, Any], **own: Any) -> dict[str, Any]:
    """The layout of curves over x, of which the pointer reads every one at its own x.

    Otherwise the point named is the one nearest on the screen, which on a slope lies to one side of the pointer.
    """
    return layout(hovermode="x", xaxis={"hoverformat": ".3~g"} | xaxis, **own)
