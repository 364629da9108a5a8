"""A small network as an SVG, in which the part that a question is about lights up."""

from collections.abc import Collection, Iterator
from html import escape
from itertools import pairwise
from unicodedata import east_asian_width

from figures import theme

WIDTH, HEIGHT = 560, 272
LIT, QUIET = theme.EITHER["slope"], theme.EITHER["axis"]
COLUMNS = {"input": (60, 3), "hidden": (200, 4), "second": (330, 4), "output": (480, 2)}
RADIUS, TOP, BOTTOM = 15, 62, 196
SIZE = 15  # of the letters
FONT = "'Source Sans Pro','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"
PARTS = ("hidden", "output", "gate", "attention", "whole", "gradient")


def _places(column: str) -> list[tuple[float, float]]:
    x, count = COLUMNS[column]
    step = (BOTTOM - TOP) / (count - 1)
    return [(x, TOP + i * step) for i in range(count)]


def _wires() -> Iterator[str]:
    names = list(COLUMNS)
    for left, right in pairwise(names):
        for x0, y0 in _places(left):
            for x1, y1 in _places(right):
                yield f"M{x0 + RADIUS} {y0:.0f}L{x1 - RADIUS} {y1:.0f}"


def _units(column: str, lit: bool) -> str:
    style = f'fill="{LIT if lit else "none"}" stroke="{LIT if lit else QUIET}" stroke-width="2"'
    return "".join(f'<circle cx="{x}" cy="{y:.0f}" r="{RADIUS}" {style}/>' for x, y in _places(column))


def _label(x: float, y: float, text: str, lit: bool = False) -> str:
    weight = ' font-weight="600"' if lit else ""
    colour = LIT if lit else QUIET
    return f'<text x="{x}" y="{y}" text-anchor="middle" fill="{colour}"{weight}>{escape(text)}</text>'


def _box(x: float, y: float, text: str, lit: bool) -> str:
    """A part that stands between the layers: a gate, or attention."""
    style = f'fill="{LIT if lit else "none"}" fill-opacity="0.25" stroke="{LIT if lit else QUIET}" stroke-width="2"'
    half = max(36.0, _width(text) / 2 + 10)
    frame = f'<rect x="{x - half}" y="{y - 14}" width="{2 * half}" height="28" rx="8" {style}/>'
    return frame + _label(x, y + 5, text, lit)


def _width(text: str) -> float:
    """About how wide a text is: there is no font here to measure it with. Ambiguous ones, as the dot, may be wide."""
    return SIZE * sum(1.0 if east_asian_width(letter) in "WFA" else 0.52 for letter in text)


def svg(lit: Collection[str], words: dict[str, str]) -> str:
    """The network with the parts `lit` (some of PARTS) in colour; `words` names its parts for the reader."""
    hidden, output = bool({"hidden", "whole"} & set(lit)), bool({"output", "whole"} & set(lit))
    glow = {"input": False, "hidden": hidden, "second": hidden, "output": output}
    names = {"input": words["input"], "output": words["output"]}
    body = [
        f'<path d="{"".join(_wires())}" stroke="{QUIET}" stroke-width="1" opacity="0.35" fill="none"/>',
        *(_units(column, glow[column]) for column in COLUMNS),
        *(_label(COLUMNS[c][0], 34, name, glow[c]) for c, name in names.items()),
        _label(265, 34, words["hidden"], hidden),
        _box(140, 232, words["attention"], "attention" in lit),
        _box(400, 232, words["gate"], "gate" in lit),
    ]
    if "gradient" in lit:
        arrow = f'stroke="{LIT}" stroke-width="3" fill="none" marker-end="url(#tip)" stroke-dasharray="9 6"'
        body.append(f'<path d="M495 {HEIGHT - 10}H60" {arrow}/>')
    tip = f'<path d="M0 0L8 4L0 8z" fill="{LIT}"/>'
    marker = (
        f'<defs><marker id="tip" markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto">{tip}</marker></defs>'
    )
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONT}" font-size="{SIZE}">'
    return f"{head}{marker}{''.join(body)}</svg>"
