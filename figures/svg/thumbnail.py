"""Every function as a small picture: an SVG drawn from the same samples as the large one."""

from html import escape

import numpy as np

from activations.spec import Function
from figures import sketch, theme

WIDTH, HEIGHT = 240, 150


def _path(stroke: sketch.Stroke) -> str:
    """A polyline that lifts the pen where y is missing."""
    points, pen = [], "M"
    for a, b in zip(WIDTH * stroke.x, HEIGHT * stroke.y, strict=True):
        if np.isnan(b):
            pen = "M"
        else:
            points.append(f"{pen}{a:.1f} {b:.1f}")
            pen = "L"
    style = f' stroke-dasharray="{stroke.dash[0]} {stroke.dash[1]}"' if stroke.dash else ""
    return f'<path d="{"".join(points)}" fill="none" stroke="{theme.EITHER[stroke.colour]}" stroke-width="2.5"{style}/>'


def _bars(drawn: sketch.Sketch) -> str:
    """One bar for each output, from the zero line; at least one pixel high."""
    bars = "".join(
        f'<rect x="{WIDTH * x:.1f}" y="{HEIGHT * y:.1f}" width="{WIDTH * w:.1f}" height="{max(HEIGHT * h, 1.0):.1f}"/>'
        for x, y, w, h in drawn.bars
    )
    return f'<g fill="{theme.EITHER["f"]}">{bars}</g>' if bars else ""


def svg(function: Function) -> str:
    """The small picture of a function at its default parameters, on light and on dark."""
    drawn = sketch.of(function)
    middle = f"M{WIDTH / 2} 0V{HEIGHT}" if not drawn.bars else ""
    axes = f'<path d="M0 {HEIGHT * drawn.zero:.1f}H{WIDTH}{middle}" stroke="{theme.EITHER["axis"]}" stroke-width="1"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
    lines = "".join(map(_path, drawn.strokes))
    return f"{head}<title>{escape(function.name)}</title>{axes}{_bars(drawn)}{lines}</svg>"
