"""The first picture: it stands in the page that is served, until Plotly has drawn the one that moves.

`ui/chart/assets/first.js` puts it where the chart will be, and takes it away once that is drawn.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from activations import CATALOGUE
from activations.spec import Activation, Param
from figures import samples, sketch
from ui.server.sharing import Shared

SIDE = 1000  # units of the drawing each way; it is stretched over the chart's own axes
STRAIGHT = 0.05  # units by which a point may be off the line between its neighbours to be left out
WIDTH = 3  # of a curve, as in the chart


def picture(shared: Shared, query: Mapping[str, str]) -> str:
    """The curves of the function that an address opens, at its parameters; nothing for pages that begin otherwise."""
    function = CATALOGUE.get(shared.fn or "")
    if shared.page != "explore" or not isinstance(function, Activation):
        return ""
    axes = samples.axes(function.id)
    return _drawn(
        function.id, tuple((axis.name, _value(axis, query.get(f"{function.id}.{axis.name}"))) for axis in axes)
    )


def _value(axis: Param, text: str | None) -> float:
    """The stop of a slider that an address names; its default if it names none."""
    try:
        value = float(text or "nan")
    except ValueError:
        value = math.nan
    return axis.stop(value) if axis.low <= value <= axis.high else axis.default


@lru_cache(500)  # about 10 kB each
def _drawn(name: str, params: tuple[tuple[str, float], ...]) -> str:
    drawn = sketch.of(CATALOGUE[name], **dict(params))
    zero = f"{SIDE * drawn.zero:.0f}"
    axes = f'<path class="axis" d="M0 {zero}H{SIDE}M{SIDE // 2} 0V{SIDE}"/>'
    curves = "".join(f'<path class="{one.colour}" d="{_path(SIDE * one.x, SIDE * one.y)}"/>' for one in drawn.strokes)
    box = f'viewBox="0 0 {SIDE} {SIDE}" preserveAspectRatio="none"'
    return (
        f'<div id="first" class="first" data-family="{name}" aria-hidden="true"><svg {box}>{axes}{curves}</svg></div>'
    )


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
