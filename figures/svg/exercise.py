"""The small pictures of exercises: curves over x between two heights, with the lines of 0 and 1 named."""

import numpy as np

from figures import theme
from labs.practice.exercise import GRID, Picture

WIDTH, HEIGHT = 240, 150
READ_AT = (-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0)  # where those who do not see it are told its height


def svg(picture: Picture) -> str:
    """The picture, on light and on dark."""
    behind, front = picture.lines[:-1], picture.lines[-1]
    lines = [_line(picture, y, "slope", ' stroke-dasharray="6 4"') for y in behind] + [_line(picture, front, "f")]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
    return f"{head}{_axes(picture)}{''.join(lines)}</svg>"


def readings(y: np.ndarray) -> str:
    """The heights of a curve from left to right, as one would read them off."""
    return ", ".join(f"{value:.1f}" for value in np.interp(READ_AT, GRID, y) + 0.0).replace("-", "\N{MINUS SIGN}")


def _down(picture: Picture, y: np.ndarray | float) -> np.ndarray:
    return HEIGHT * (picture.high - np.asarray(y)) / (picture.high - picture.low)


def _line(picture: Picture, y: np.ndarray, colour: str, style: str = "") -> str:
    across = WIDTH * (GRID - GRID[0]) / (GRID[-1] - GRID[0])
    down = _down(picture, np.clip(y, picture.low - 1, picture.high + 1))
    points = "L".join(f"{a:.1f} {b:.1f}" for a, b in zip(across, down, strict=True))
    return f'<path d="M{points}" fill="none" stroke="{theme.EITHER[colour]}" stroke-width="2.5"{style}/>'


def _axes(picture: Picture) -> str:
    zero, one = (float(_down(picture, y)) for y in (0.0, 1.0))
    drawn = f"M0 {zero:.1f}H{WIDTH}M{WIDTH / 2} 0V{HEIGHT}"
    style = f'fill="none" stroke="{theme.EITHER["axis"]}"'
    words = f'font-size="11" fill="{theme.EITHER["axis"]}"'
    places = ((name, y - 3 if y > 12 else y + 12) for name, y in ((0, zero), (1, one)))
    names = "".join(f'<text x="3" y="{y:.1f}" {words}>{name}</text>' for name, y in places)
    return f'<path d="{drawn}" {style}/><path d="M0 {one:.1f}H{WIDTH}" {style} stroke-dasharray="2 4"/>{names}'
