"""Every function as a small picture: an SVG drawn from the same samples as the large one."""

from html import escape

import numpy as np

from activations.spec import Function
from figures import sketch, theme

WIDTH, HEIGHT = 240, 150
TRUE = 0.1  # px that a line may be off what it was sampled at


def _needed(points: np.ndarray) -> np.ndarray:
    """Which of these points a polyline needs to stay within `TRUE` of all of them: (N, 2) to (N,), after Ramer 1972."""
    keep = np.zeros(len(points), bool)
    keep[[0, -1]] = True
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        (along, up), between = points[last] - points[first], points[first + 1 : last] - points[first]
        off = np.abs(along * between[:, 1] - up * between[:, 0]) / max(np.hypot(along, up), TRUE)
        if off.size and off.max() > TRUE:
            far = first + 1 + int(off.argmax())
            keep[far] = True
            spans += [(first, far), (far, last)]
    return keep


def _path(stroke: sketch.Stroke) -> str:
    """A polyline that lifts the pen where y is missing."""
    points = np.column_stack([WIDTH * stroke.x, HEIGHT * stroke.y])
    gaps = np.isnan(points[:, 1])
    pieces = np.split(points, np.flatnonzero(np.diff(gaps)) + 1)
    whole = [piece[_needed(piece)] for piece in pieces if not np.isnan(piece).any()]
    drawn = "".join("M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in piece) for piece in whole)
    style = f' stroke-dasharray="{stroke.dash[0]} {stroke.dash[1]}"' if stroke.dash else ""
    return f'<path d="{drawn}" fill="none" stroke="{theme.EITHER[stroke.colour]}" stroke-width="2.5"{style}/>'


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
