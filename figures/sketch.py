"""What a small picture of a function holds, as shares of its width and height: lines, bars and axes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from activations.spec import Activation, Function
from figures import samples
from figures.samples.curves import height
from figures.samples.lists import ends
from figures.samples.sampling import Drawing

CUTS, ROOM = 10.0, 1.1  # how high cuts through a gate are shown at least, and how much more than they need
PIECES = (-6.0, 10.0)  # of the largest of several lines


@dataclass(frozen=True, slots=True)
class Stroke:
    """A polyline: shares of the width and height (downwards), NaN where the pen is lifted; its colour in the theme."""

    x: NDArray
    y: NDArray
    colour: str
    dash: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Sketch:
    """Lines over axes; or bars (left, top, width, height) from the zero line at `zero`."""

    zero: float
    strokes: tuple[Stroke, ...] = ()
    bars: tuple[tuple[float, float, float, float], ...] = ()


def of(function: Function) -> Sketch:
    """A function at its default parameters: f solid, f' dashed; bars for vectors."""
    family = samples.of(function)
    drawing = family.draw(**{axis.name: axis.default for axis in family.axes})
    if isinstance(function, Activation):
        curves = [(drawing["slope"], "slope", (6, 4)), (drawing["f"], "f", None)]
        return _lines(drawing["x"], curves, *height(function))
    if "jacobian" in drawing:
        return _bars(drawing["out"], *ends(function))  # type: ignore[arg-type]
    if "slopes" in drawing:
        return _row(drawing["in"], drawing["out"])
    if "pieces" in drawing:
        thin = [(piece, "axis", (4, 4)) for piece in drawing["pieces"]]
        return _lines(drawing["x"], [*thin, (drawing["out"], "f", None)], *PIECES)
    return _cuts(drawing)


def _cuts(drawing: Drawing) -> Sketch:
    """Along the gate and along the value."""
    over, along = drawing["along_gate"], drawing["along_value"]
    top = max(CUTS, ROOM * float(np.abs(np.concatenate([over, along])).max()))
    by_value = _lines(drawing["values"], [(along, "slope", (6, 4))], -top, top)
    by_gate = _lines(drawing["gates"], [(over, "f", None)], -top, top)
    return Sketch(by_gate.zero, by_value.strokes + by_gate.strokes)


def _row(before: NDArray, after: NDArray) -> Sketch:
    """Outputs as bars, each within the outline of its input: three sides, which stand on the zero line."""
    top = ROOM * float(np.abs(np.concatenate([before, after])).max())
    filled = _bars(after, -top, top)
    across = [x + w * np.array([0, 0, 1, 1, 1]) for x, _, w, _ in filled.bars]
    down = [filled.zero - value / (2 * top) * np.array([0, 1, 1, 0, np.nan]) for value in before]
    return Sketch(filled.zero, (Stroke(np.concatenate(across), np.concatenate(down), "axis"),), filled.bars)


def _lines(x: NDArray, curves: list[tuple[NDArray, str, tuple[int, int] | None]], low: float, high: float) -> Sketch:
    across = (x - x[0]) / (x[-1] - x[0])
    strokes = (Stroke(across, (high - np.asarray(y)) / (high - low), colour, dash) for y, colour, dash in curves)
    return Sketch(high / (high - low), tuple(strokes))


def _bars(out: NDArray, low: float, high: float) -> Sketch:
    step, zero = 1 / len(out), high / (high - low)
    tops = [(high - value) / (high - low) for value in out]
    bars = (((i + 0.2) * step, min(top, zero), 0.6 * step, abs(zero - top)) for i, top in enumerate(tops))
    return Sketch(zero, bars=tuple(bars))
