"""A small network as an SVG: the four things that a choice depends on in one picture, the one in question lit up."""

from collections.abc import Collection, Iterator, Mapping
from html import escape
from itertools import pairwise
from unicodedata import east_asian_width

from figures import theme

WIDTH, HEIGHT = 630, 272
QUIET, LIT = "currentColor", "var(--lit)"  # set for either background below
FONT = "'Source Sans Pro','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"
COLUMNS = {"input": (64, 3), "hidden": (176, 4), "second": (290, 4), "output": (404, 2)}
RADIUS, TOP, BOTTOM = 12, 78, 166
SIZE = 15  # of the letters
PARTS = ("hidden", "output", "gate", "attention", "whole", "gradient")
DIMENSIONS = ("position", "task", "engineering", "symptom")
WORDS = (*(f"step_{d}" for d in DIMENSIONS), *(f"part_{p}" for p in ("input", "hidden", "output", "gate", "attention")))


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


def _stroke(lit: bool) -> str:
    return f'stroke="{LIT}" stroke-width="3"' if lit else f'stroke="{QUIET}" stroke-width="1.5" stroke-opacity="0.65"'


def _units(column: str, lit: bool) -> str:
    style = f'fill="{LIT if lit else "none"}" {_stroke(lit)}'
    return "".join(f'<circle cx="{x}" cy="{y:.0f}" r="{RADIUS}" {style}/>' for x, y in _places(column))


def _label(x: float, y: float, text: str, lit: bool = False, anchor: str = "middle") -> str:
    weight = ' font-weight="700"' if lit else ""
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}"{weight}>{escape(text)}</text>'


def _box(x: float, y: float, text: str, lit: bool) -> str:
    """A part that stands between the layers: a gate, or attention."""
    half = max(34.0, _width(text) / 2 + 9)
    fill = f'fill="{LIT if lit else "none"}" fill-opacity="0.25" {_stroke(lit)}'
    frame = f'<rect x="{x - half}" y="{y - 13}" width="{2 * half}" height="25" rx="8" {fill}/>'
    return frame + _label(x, y + 5, text, lit)


def _width(text: str) -> float:
    """About how wide a text is: there is no font here to measure it with. Ambiguous ones, as the dot, may be wide."""
    return SIZE * sum(1.0 if east_asian_width(letter) in "WFA" else 0.52 for letter in text)


def _arrow(path: str, lit: bool, dashed: bool) -> str:
    dash = ' stroke-dasharray="9 6"' if dashed else ""
    return f'<path d="{path}" fill="none" {_stroke(lit)}{dash} marker-end="url(#{"tip_lit" if lit else "tip"})"/>'


def _tips() -> str:
    shape = 'markerWidth="12" markerHeight="12" markerUnits="userSpaceOnUse" refX="10" refY="6" orient="auto"'
    marks = ((name, colour) for name, colour in (("tip", QUIET), ("tip_lit", LIT)))
    tips = (f'<marker id="{n}" {shape}><path d="M0 0L12 6L0 12z" fill="{c}"/></marker>' for n, c in marks)
    return f"<defs>{''.join(tips)}</defs>"


def _network(lit: Collection[str], words: Mapping[str, str]) -> Iterator[str]:
    hidden, output = bool({"hidden", "whole"} & set(lit)), bool({"output", "whole"} & set(lit))
    glow = {"input": False, "hidden": hidden, "second": hidden, "output": output}
    yield f'<path d="{"".join(_wires())}" stroke="{QUIET}" stroke-width="1" opacity="0.25" fill="none"/>'
    yield from (_units(column, glow[column]) for column in COLUMNS)
    yield from (_label(COLUMNS[c][0], 60, words[f"part_{c}"], glow[c]) for c in ("input", "output"))
    yield _label(233, 60, words["part_hidden"], hidden)
    yield _box(120, 195, words["part_attention"], "attention" in lit)
    yield _box(347, 195, words["part_gate"], "gate" in lit)


def _questions(at: str, words: Mapping[str, str]) -> Iterator[str]:
    """Where each of the four is: in which layer, what comes out, what it runs on, and the way that errors take back."""
    asked = {dimension: dimension == at for dimension in DIMENSIONS}
    edge = '<rect x="3" y="14" width="464" height="224" rx="14" fill="none" stroke-dasharray="3 5" '
    yield edge + _stroke(asked["engineering"]) + "/>"
    yield _label(233, 36, words["step_position"], asked["position"])
    yield _label(233, 229, words["step_engineering"], asked["engineering"])
    yield _arrow(f"M424 {(TOP + BOTTOM) / 2}H508", asked["task"], dashed=False)
    yield _label(548, (TOP + BOTTOM) / 2 - 14, words["step_task"], asked["task"])
    yield _arrow(f"M467 {HEIGHT - 14}H40", asked["symptom"], dashed=True)
    yield _label(548, HEIGHT - 9, words["step_symptom"], asked["symptom"])


def _colours() -> str:
    """Those of the theme that the page around has."""

    def rule(name: str) -> str:
        return f"svg{{color:{theme.PALETTE[name]['text']};--lit:{theme.PALETTE[name]['f']}}}"

    return f"<style>{rule('light')}@media (prefers-color-scheme:dark){{{rule('dark')}}}</style>"


def svg(lit: Collection[str], at: str, words: Mapping[str, str]) -> str:
    """The network with the parts `lit` (some of PARTS) and the dimension `at` (one of DIMENSIONS, or none) in colour;
    `words` (WORDS) names everything for the reader."""
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    look = f'font-family="{FONT}" font-size="{SIZE}" fill="{QUIET}"'
    inside = "".join([_colours(), _tips(), *_questions(at, words), *_network(lit, words)])
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {look}>{inside}</svg>'
