"""The picture: a Plotly figure in the browser that follows Streamlit sliders while they are dragged.

A figure is a plain dict in which "@family/array" stands for sampled numbers and "$name" for a
colour of the theme; `assets/chart.js` fills both in.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from figures import theme
from ui.server import pictures, static
from ui.state import language
from ui.state.controls import Slider

WORDS = ("missing", "stale", "failed", "values", "point", "line", "curve", "bars", "field")  # what a picture says
FACTS = ("name", "items", "low", "high", *(f"{axis}{point}" for axis in "xy" for point in ("", 0, 1, 2, 3)))
BLANKS = {fact: f"{{{fact}}}" for fact in FACTS}  # filled in the browser
ASSETS = Path(__file__).parent / "assets"
Limits = Mapping[str, tuple[float | None, float | None]]


@cache
def component(name: str) -> Callable[..., Any]:
    """One of the package, registered on first use: Streamlit finds packaged assets only once its runtime is up."""
    style = f"{name}.css" if (ASSETS / f"{name}.css").exists() else None
    return st.components.v2.component(f"activation-lab-chart.{name}", js=f"{name}.js", css=style, isolate_styles=False)


@dataclass(frozen=True, slots=True)
class Live:
    """Sampled numbers: which family, and the slider of each of its axes."""

    family: str
    sliders: Mapping[str, Slider] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence beside a picture, once for each language shown, for when each number named lies within its limits.

    The lower limit counts, the upper one does not; None is no limit. "{point/slope:2}" stands for a number drawn.
    """

    texts: Sequence[str]
    when: Limits = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sign:
    """An SVG behind the picture in which `--shown` is one of the numbers drawn."""

    svg: str
    shows: str


@dataclass(frozen=True, slots=True)
class Zoom:
    """Buttons that step through windows of x: the `usual` one and nearer ones show samples of the first family, those
    after it samples of the family `far`, which are fetched when they are looked at."""

    far: str
    windows: Sequence[tuple[float, float]]
    usual: int


def document(lang: str, others: Sequence[str], words: Mapping[str, str]) -> None:
    """Tell the browser the language of the page and of the rest, and our words for what Streamlit says."""
    data = {"lang": lang, "others": list(others), "words": dict(words)}
    component("document")(key="document", data=[data], height=1)


def arrive(at: str, heading: str) -> None:
    """At the end of a page: whoever has gone on to another place begins at its top, with the focus on `heading`."""
    component("arrive")(key="arrive", data={"at": at, "heading": heading}, height=1)


def show(
    figure: dict[str, Any],
    *,
    key: str,
    alt: str,
    live: Sequence[Live] = (),
    probe: Slider | None = None,
    stretch: float = 1.0,
    sentence: Sequence[Case] = (),
    sign: Sign | None = None,
    zoom: Zoom | None = None,
    height: int = 420,
    width: int = 0,
) -> None:
    """Mount a figure. `probe` is a slider along x that moves a point and its tangent on the first family; `stretch`
    is how many times as long a unit of y is drawn as one of x. Of the `sentence` the first case that holds is shown.
    With `zoom`, {low} and {high} in `alt` are the ends of what is shown.

    It is `height` pixels high, less on a phone or a stage, unless it needs a `width`: then narrower screens swipe it.

    Mount it outside the fragment that holds its sliders, or every release sends it again.
    """
    say = language.reader("ui")
    sliders = {f"{one.family}.{name}": s for one in live for name, s in one.sliders.items()}
    if probe:
        sliders["probe"] = probe
    data = {
        "figure": figure,
        "families": {one.family: _source(one) for one in live},
        "sliders": {name: s.as_data() for name, s in sliders.items()},
        "probe": {"family": live[0].family, "slider": "probe", "stretch": stretch} if probe else None,
        "sentence": [asdict(case) for case in sentence],
        "sign": asdict(sign) if sign else None,
        "zoom": _zoom(zoom, live[0]) if zoom else None,
        "palette": theme.PALETTE,
        "plotly": static.plotly_url(),
        "alt": alt,
        "words": {what: say(f"chart_{what}", **BLANKS) for what in WORDS},
        "height": height,
        "width": width,
    }
    # in a list, because Streamlit imports pandas (70 MB) to see whether the values of a dict are data frames
    component("chart")(key=key, data=[data])


def _source(live: Live, family: str = "") -> dict[str, Any]:
    names = list(live.sliders)
    return {"url": pictures.family_url(family or live.family), "names": names, "prefix": f"{live.family}."}


def _zoom(zoom: Zoom, live: Live) -> dict[str, Any]:
    say = language.reader("ui")
    words = {what: say(f"chart_{what}", **BLANKS) for what in ("nearer", "farther", "window")}
    return asdict(zoom) | {"family": live.family, "far": _source(live, zoom.far), "words": words}
