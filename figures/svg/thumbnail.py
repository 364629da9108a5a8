"""Every function as a small picture: an SVG drawn from the same samples as the large one."""

from collections.abc import Iterable
from html import escape

import numpy as np
from numpy.typing import NDArray

from activations.spec import Activation, Function
from figures import samples, theme
from figures.samples.curves import height
from figures.samples.lists import ends

WIDTH, HEIGHT = 240, 150
SOLID, DASHED, AXIS = theme.EITHER["f"], theme.EITHER["slope"], theme.EITHER["axis"]


def _path(x: NDArray, y: NDArray, colour: str, dash: str = "") -> str:
    """A polyline that lifts the pen where y is missing."""
    points, pen = [], "M"
    for a, b in zip(x, y, strict=True):
        if np.isnan(b):
            pen = "M"
        else:
            points.append(f"{pen}{a:.1f} {b:.1f}")
            pen = "L"
    style = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{"".join(points)}" fill="none" stroke="{colour}" stroke-width="2.5"{style}/>'


def _lines(x: NDArray, curves: Iterable[tuple[NDArray, str, str]], low: float, high: float) -> str:
    """Curves over one x axis, scaled to the picture, over a pair of axes."""
    across = (x - x[0]) / (x[-1] - x[0]) * WIDTH
    zero = HEIGHT * high / (high - low)
    axes = f'<path d="M0 {zero:.1f}H{WIDTH}M{WIDTH / 2} 0V{HEIGHT}" stroke="{AXIS}" stroke-width="1"/>'
    drawn = [_path(across, HEIGHT * (high - np.asarray(y)) / (high - low), colour, dash) for y, colour, dash in curves]
    return axes + "".join(drawn)


def _bars(out: NDArray, low: float, high: float) -> str:
    """One bar for each output, from the zero line."""
    step, zero = WIDTH / len(out), HEIGHT * high / (high - low)
    bars = []
    for i, value in enumerate(out):
        top = HEIGHT * (high - value) / (high - low)
        y, tall = min(top, zero), max(abs(zero - top), 1.0)
        bars.append(f'<rect x="{(i + 0.2) * step:.1f}" y="{y:.1f}" width="{0.6 * step:.1f}" height="{tall:.1f}"/>')
    return f'<g fill="{SOLID}">{"".join(bars)}</g><path d="M0 {zero:.1f}H{WIDTH}" stroke="{AXIS}"/>'


def svg(function: Function) -> str:
    """The small picture of a function at its default parameters: f solid, f' dashed; bars for vectors."""
    family = samples.of(function)
    drawing = family.draw(**{axis.name: axis.default for axis in family.axes})
    if isinstance(function, Activation):
        curves = [(drawing["slope"], DASHED, "6 4"), (drawing["f"], SOLID, "")]
        inside = _lines(drawing["x"], curves, *height(function))
    elif "jacobian" in drawing:
        inside = _bars(drawing["out"], *ends(function))  # type: ignore[arg-type]
    elif "pieces" in drawing:
        thin = [(piece, AXIS, "4 4") for piece in drawing["pieces"]]
        inside = _lines(drawing["x"], [*thin, (drawing["out"], SOLID, "")], -6.0, 10.0)
    else:
        cuts = [(drawing["along_value"], DASHED, "6 4"), (drawing["along_gate"], SOLID, "")]
        inside = _lines(drawing["along"], cuts, -10.0, 10.0)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
    return f"{head}<title>{escape(function.name)}</title>{inside}</svg>"
