"""The first sight: title and picture stand in the page that is served, until the lesson shows its own.

`ui/chart/assets/first.js` puts the picture where the chart will be, and takes it away once Plotly has drawn;
`document.js` takes the words away when those of the lesson are there.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape

import numpy as np
from numpy.typing import NDArray

import content
from activations import CATALOGUE, elementwise
from activations.spec import Activation, Param
from figures import lamp, overlays, samples, theme
from figures.samples.curves import height, window
from figures.samples.window import WINDOW
from ui import site
from ui.server.sharing import FORMULA, Shared, plain

SIDE = 1000  # units of the drawing each way; it is stretched over the chart's own axes
STRAIGHT = 0.05  # units by which a point may be off the line between its neighbours to be left out
Params = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """One array of a family of samples, at the values of its sliders; its colour in the theme."""

    family: str
    params: Params
    array: str
    colour: str


def words(shared: Shared, lang: str) -> str:
    """The title that an address opens with, and what stands between it and a picture, in one language."""
    if len(content.languages()[lang].shows) > 1 or shared.page == site.WHY:  # its titles are those of experiments
        return ""
    say = content.reader(site.PAGES[shared.page].words, lang)
    lead = ""
    if shared.fn:
        lead = content.reader(f"functions/{shared.fn}", lang)("tagline")
    elif shared.page in OPENINGS and "lead" in say:
        lead = say("lead")
    below = f"<p>{escape(plain(lead))}</p>" if lead and not FORMULA.search(lead) else ""
    title = f"<b>{escape(say('title'))}</b>"
    return f'<div class="first-words" data-page="{shared.page}" aria-hidden="true">{title}{below}</div>'


def picture(shared: Shared, query: Mapping[str, str]) -> str:
    """The curves that an address opens, at its parameters; nothing for pages that begin otherwise."""
    return OPENINGS[shared.page](shared, query) if shared.page in OPENINGS else ""


def _lamp(shared: Shared, query: Mapping[str, str]) -> str:
    curve = Curve(lamp.FAMILY, _params(lamp.FAMILY, query), "f", "f")
    return _drawn(shared.page, (curve,), WINDOW, lamp.RANGE)


def _function(shared: Shared, query: Mapping[str, str]) -> str:
    function = CATALOGUE.get(shared.fn)
    if not isinstance(function, Activation):
        return ""
    params = _params(function.id, query)
    curves = tuple(Curve(function.id, params, array, array) for array in ("slope", "f"))
    return _drawn(shared.page, curves, window(function), height(function))


def _comparison(shared: Shared, query: Mapping[str, str]) -> str:
    """The sight that it opens on by itself; an address that says more has to be understood first."""
    if {*query} - {"lang"}:
        return ""
    names, view = overlays.OPENING
    acts, (array,) = [elementwise(name) for name in names], overlays.VIEWS[view].arrays
    colours = [colour.removeprefix("$") for colour in theme.SERIES[: len(acts)]]
    curves = tuple(Curve(act.id, (), array, colour) for act, colour in zip(acts, colours, strict=True))
    return _drawn(shared.page, curves, WINDOW, overlays.span(acts, overlays.VIEWS[view]))


OPENINGS: dict[str, Callable[[Shared, Mapping[str, str]], str]] = {
    "home": _lamp,
    "explore": _function,
    "compare": _comparison,
}


def _params(family: str, query: Mapping[str, str]) -> Params:
    """The values of its sliders; alone on its page, a family need not be named by the address."""
    axes = samples.axes(family)
    return tuple((p.name, _value(p, query.get(f"{family}.{p.name}", query.get(p.name)))) for p in axes)


def _value(axis: Param, text: str | None) -> float:
    """The stop of a slider that an address names; its default if it names none."""
    try:
        value = float(text or "nan")
    except ValueError:
        value = math.nan
    return axis.stop(value) if axis.low <= value <= axis.high else axis.default


@lru_cache(500)  # about 10 kB each
def _drawn(page: str, curves: tuple[Curve, ...], window: tuple[float, float], height: tuple[float, float]) -> str:
    """The drawing; `first.js` knows by its family which chart it stands for, the style sheet by its page where."""
    (left, right), (low, high) = window, height
    across, down = SIDE * left / (left - right), SIDE * high / (high - low)  # to where x = 0 and y = 0
    lines = [f'<path class="axis" d="M0 {down:.0f}H{SIDE}M{across:.0f} 0V{SIDE}"/>']
    for curve in curves:
        drawing = samples.find(curve.family).draw(**dict(curve.params))
        x, y = (drawing["x"] - left) / (right - left), (high - np.asarray(drawing[curve.array])) / (high - low)
        lines.append(f'<path class="{curve.colour}" d="{_path(SIDE * x, SIDE * y)}"/>')
    box = f'viewBox="0 0 {SIDE} {SIDE}" preserveAspectRatio="none"'
    drawn = f"<svg {box}>{''.join(lines)}</svg>"
    family = curves[0].family
    return f'<div id="first" class="first" data-page="{page}" data-family="{family}" aria-hidden="true">{drawn}</div>'


def _path(x: NDArray, y: NDArray) -> str:
    """A polyline that lifts the pen where y is missing, without the points on straight parts."""
    missing = np.flatnonzero(np.isnan(y))
    parts = (part[~np.isnan(part[:, 1])] for part in np.split(np.column_stack([x, y]), missing))
    return "".join("M" + "L".join(_numbers(_bends(part))) for part in parts if len(part) > 1)


def _bends(points: NDArray) -> NDArray:
    """The ends, and what is off the line between the last point that was kept and the next one."""
    kept = [0]
    for i in range(1, len(points) - 1):
        start, end = points[kept[-1]], points[i + 1]
        between = points[kept[-1] + 1 : i + 1]
        line = end - start
        off = np.abs(line[0] * (between[:, 1] - start[1]) - line[1] * (between[:, 0] - start[0])) / np.hypot(*line)
        if off.max() > STRAIGHT:
            kept.append(i)
    return points[[*kept, len(points) - 1]]


def _numbers(points: Iterable[NDArray]) -> Iterator[str]:
    for x, y in points:
        yield f"{x:.1f} {y:.1f}"
