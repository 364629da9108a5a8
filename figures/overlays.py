"""Several functions on one pair of axes, seen in one of several ways: values, slopes, differences, tails."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from unicodedata import east_asian_width

from activations.spec import Activation
from figures import Figure, samples, theme
from figures.curves import line
from figures.heights import holding
from figures.samples.derived import DECADES, FAR
from figures.samples.window import WINDOW
from figures.theme import axis, curve_layout

MARGIN = {"l": 44, "r": 12, "t": 8, "b": 40}  # no room for a legend: the names stand over the picture
BRIEF = 14  # letters of a name over a small picture, a Chinese one as two
SMALL = {"l": 30, "r": 4, "t": 20, "b": 18}  # one of many: its name, and numbers at its axes


@dataclass(frozen=True, slots=True)
class View:
    """What is drawn of each function: the kind of derived family, none for the curves themselves, and its arrays."""

    kind: str
    arrays: tuple[str, ...]

    def family(self, act: Activation, reference: Activation) -> str:
        return "-".join([*filter(None, [self.kind]), act.id, *([reference.id] if self.kind == "gap" else [])])


VIEWS = {
    "f": View("", ("f",)),
    "slope": View("", ("slope",)),
    "both": View("", ("f", "slope")),
    "second": View("second", ("f",)),
    "gap": View("gap", ("f",)),
    "tails": View("tails", ("f",)),
    "slope_tails": View("tails", ("slope",)),
}
OPENING = (("sigmoid", "relu"), "slope")  # the sight that a comparison opens on


@lru_cache(maxsize=512)
def height(name: str, arrays: tuple[str, ...]) -> tuple[float, float]:
    """The y range of a family at its defaults and at both ends of every slider."""
    family = samples.find(name)
    start = {axis.name: axis.default for axis in family.axes}
    settings = [start, *(start | {a.name: end} for a in family.axes for end in (a.low, a.high))]
    return holding(family.draw(**at)[array] for at in settings for array in arrays)


def span(acts: Sequence[Activation], view: View, reference: Activation | None = None) -> tuple[float, float]:
    """The y range that holds all of them."""
    ranges = [height(view.family(act, reference or act), view.arrays) for act in acts]
    return min(low for low, _ in ranges), max(high for _, high in ranges)


def overlay(
    acts: Sequence[Activation],
    names: dict[str, str],
    view: View,
    reference: Activation,
    beside: Sequence[Activation] = (),
) -> Figure:
    """The functions on one pair of axes; where f and f' are drawn together, f' is dotted. What stands `beside` them in
    pictures of their own shares their scale, and then each bears its name."""
    data = []
    for i, act in enumerate(acts):
        family = view.family(act, reference)
        for array in view.arrays:
            alone = len(view.arrays) == 1
            dash = theme.DASHES[i % 6] if alone else "dot" if array == "slope" else "solid"
            label = names[act.id] + ("′" if array == "slope" else "″" if view.kind == "second" else "")
            data.append(line(family, array, label, theme.SERIES[i % 6], dash, legendgroup=act.id))
    layout = curve_layout(
        **_axes(view, span((*acts, *beside), view, reference)), uirevision=f"overlay-{view.kind}", showlegend=False
    )
    own = _small(layout, ", ".join(names.values())) if beside else {"margin": MARGIN, "meta": {"names": len(acts) > 1}}
    return {"data": data, "layout": layout | own}


def _small(layout: Figure, name: str) -> Figure:
    """What is different in one of many pictures: no titles at axes, fewer numbers, its name above."""
    named = {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "borderpad": 0,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
    }
    axes = {one: layout[one] | {"title": {"text": ""}, "nticks": 4, "automargin": False} for one in ("xaxis", "yaxis")}
    for one in axes.values():
        one |= {told: one[told][::3] for told in ("tickvals", "ticktext") if told in one} | {"tickfont": {"size": 11}}
    name_above = named | {"xshift": -SMALL["l"], "text": _brief(name), "font": {"size": 12, "color": "$text"}}
    return axes | {"margin": SMALL, "annotations": [name_above]}


def _axes(view: View, span: tuple[float, float]) -> dict:
    if view.kind != "tails":
        return {
            "xaxis": axis(range=[*WINDOW], title={"text": "x"}),
            "yaxis": axis(range=[*span]),
        }
    powers = list(range(int(DECADES[0]), int(DECADES[1]) + 1, 2))
    texts = [f"10<sup>{power}</sup>".replace("-", "\N{MINUS SIGN}") for power in powers]
    return {
        "xaxis": axis(range=[-FAR, FAR], title={"text": "x"}),
        "yaxis": axis(range=[*DECADES], tickvals=powers, ticktext=texts, zeroline=False),
    }


def _brief(name: str) -> str:
    """As much of a name as there is room for."""
    widths = accumulate(2 if east_asian_width(letter) in "WF" else 1 for letter in name)
    fitting = sum(width <= BRIEF for width in widths)
    return name if fitting == len(name) else name[: fitting - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
