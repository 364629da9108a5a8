"""Streamlit's fonts without what the lesson never shows: a quarter of a first visit.

Icons stay if Streamlit's code or ours names them, letters if Chinese or English text or mathematics may need them;
other scripts are left to the reader's own fonts.
"""

import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

ICONS, TEXT = "MaterialSymbols-Rounded", "SourceSans"
NAMED = re.compile(r":material/([a-z0-9_]+):")
LESSON = Path(__file__).parents[2]
LETTERS = [  # Latin, accents, Greek, punctuation, super- and subscripts, arrows, operators, shapes
    *((0x20, 0x17F), (0x2B0, 0x3FF), (0x1E00, 0x1E9F), (0x2000, 0x22FF), (0x25A0, 0x27FF)),
]
SLANTED, LATIN = "Italic", [(0x20, 0x17F), (0x2010, 0x2044)]  # titles of works: one weight of Latin letters will do
FIGURES = ["tnum", "lnum", "pnum"]  # of equal width, for numbers in columns


def ours() -> set[str]:
    """The icons that the lesson's own files name."""
    files = [path for folder in ("ui", "pages", "content") for path in (LESSON / folder).rglob("*.*")]
    return {
        name for path in files if path.suffix in (".py", ".toml") for name in NAMED.findall(path.read_text("utf-8"))
    }


def ligatures(font: "TTFont") -> dict[str, str]:
    """The glyph that each spelled-out name turns into."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    found = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            plain = getattr(table, "ExtSubTable", table)
            for first, those in getattr(plain, "ligatures", {}).items():
                for one in those:
                    name = "".join(letters.get(glyph, "?") for glyph in (first, *one.Component))
                    found[name.lower()] = one.LigGlyph
    return found


def theirs(streamlit: Path) -> set[str]:
    """The icons that Streamlit names, in its scripts and in Python."""
    files = [*(streamlit / "static" / "js").glob("*.js"), *streamlit.parent.rglob("*.py")]
    return {name for path in files for name in NAMED.findall(path.read_text("utf-8"))}


def _icons(font: "TTFont", streamlit: Path) -> "TTFont":
    from fontTools import subset  # slow to import, and only the first start needs it

    wanted = theirs(streamlit) | ours()
    subsetter = subset.Subsetter(subset.Options(layout_closure=False, layout_features=["*"], notdef_outline=True))
    glyphs = [glyph for name, glyph in ligatures(font).items() if name in wanted]
    subsetter.populate(glyphs=glyphs, text="abcdefghijklmnopqrstuvwxyz0123456789_")
    subsetter.subset(font)
    return font


def _letters(font: "TTFont", streamlit: Path, wanted: Sequence[tuple[int, int]] = LETTERS) -> "TTFont":
    from fontTools import subset

    options = subset.Options()
    options.layout_features += FIGURES
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in wanted for code in range(first, last + 1)])
    subsetter.subset(font)
    return font


def _slanted(font: "TTFont", streamlit: Path) -> "TTFont":
    from fontTools.varLib import instancer

    return instancer.instantiateVariableFont(_letters(font, streamlit, LATIN), {"wght": 400})


def smaller(name: str) -> Callable[["TTFont", Path], "TTFont"] | None:
    """How to take from this font what is not needed; None for a font to be left alone."""
    if name.startswith(TEXT):
        return _slanted if SLANTED in name else _letters
    return _icons if name.startswith(ICONS) else None


def shrink(source: Path, streamlit: Path) -> bytes:
    """The same WOFF2 font with what is needed."""
    from fontTools.ttLib import TTFont

    take = smaller(source.name)
    assert take
    font = take(TTFont(source, recalcTimestamp=False), streamlit)  # the same bytes every time
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
