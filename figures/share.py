"""The picture beside a link in chats and search results: a PNG of 1200 x 630 pixels, as they all want it."""

from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from activations.spec import Function
from figures import sketch, theme

SIZE = (1200, 630)
FINE = 2  # drawn this much larger and made smaller, for soft edges
FRAME = (470, 60, 1140, 570)  # of the curves, pixels of SIZE
NAME, LINE, LEAST = (60, 300), (60, 370), 40  # where the words stand; the smallest letters of a name
COLOURS = theme.PALETTE["light"]
BRAND = "Activation Lab"


def png(function: Function, font: Path) -> bytes:
    """The curves of a function and its name in letters of `font` (a file that FreeType reads); OSError without it."""
    image = Image.new("RGB", (FINE * SIZE[0], FINE * SIZE[1]), COLOURS["paper"])
    draw = ImageDraw.Draw(image)
    _words(draw, function.name, font)
    _curves(draw, sketch.of(function))
    stored = BytesIO()
    image.resize(SIZE, Image.Resampling.LANCZOS).quantize(64).save(stored, "PNG", optimize=True)
    return stored.getvalue()


def _words(draw: ImageDraw.ImageDraw, name: str, font: Path) -> None:
    """The name as large as fits beside the curves, and whose picture it is."""
    room = FRAME[0] - NAME[0] - 40
    size = next(s for s in range(120, LEAST - 1, -4) if s == LEAST or _letters(font, s, 700).getlength(name) <= room)
    draw.text((FINE * NAME[0], FINE * NAME[1]), name, COLOURS["text"], _letters(font, FINE * size, 700), "ls")
    draw.text((FINE * LINE[0], FINE * LINE[1]), BRAND, COLOURS["sixth"], _letters(font, FINE * 44, 400), "ls")


def _letters(font: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    letters = ImageFont.truetype(str(font), size)
    letters.set_variation_by_axes([weight])
    return letters


def _curves(draw: ImageDraw.ImageDraw, drawn: sketch.Sketch) -> None:
    left, top, right, bottom = (FINE * edge for edge in FRAME)
    wide, tall = right - left, bottom - top
    zero = top + tall * drawn.zero
    draw.line([(left, zero), (right, zero)], COLOURS["sixth"], FINE * 2)
    if not drawn.bars:
        draw.line([((left + right) / 2, top), ((left + right) / 2, bottom)], COLOURS["sixth"], FINE * 2)
    for x, y, w, h in drawn.bars:
        box = (left + wide * x, top + tall * y, left + wide * (x + w), top + tall * (y + h) + FINE)
        draw.rectangle(box, COLOURS["f"])
    for stroke in drawn.strokes:
        inside = np.where((stroke.y >= 0) & (stroke.y <= 1), stroke.y, np.nan)
        points = np.column_stack([left + wide * stroke.x, top + tall * inside])
        for piece in _pieces(points, stroke.dash):
            colour = COLOURS["sixth"] if stroke.colour == "axis" else COLOURS[stroke.colour]
            draw.line([tuple(point) for point in piece], colour, FINE * 7, joint="curve")


def _pieces(points: NDArray, dash: tuple[int, int] | None) -> list[NDArray]:
    """The parts of a polyline that are drawn: cut where it is missing and, if dashed, every few pixels."""
    broken = np.flatnonzero(np.isnan(points[:, 1]))
    whole = [part[~np.isnan(part[:, 1])] for part in np.split(points, broken)]
    whole = [part for part in whole if len(part) > 1]
    return [piece for part in whole for piece in _dashes(part, dash)] if dash else whole


def _dashes(line: NDArray, dash: tuple[int, int]) -> list[NDArray]:
    on, off = (FINE * 4 * part for part in dash)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    starts = np.arange(0.0, along[-1], on + off)
    found = []
    for start, end in zip(starts, np.minimum(starts + on, along[-1]), strict=True):
        at = np.concatenate([[start], along[(along > start) & (along < end)], [end]])
        found.append(np.column_stack([np.interp(at, along, line[:, k]) for k in (0, 1)]))
    return found
