"""Streamlit's icon font without the icons that neither it nor the lesson ever shows: a fifth of a first visit."""

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FONT = "MaterialSymbols-Rounded"
WORD = re.compile(r"[a-z0-9_]{2,40}")
OURS = re.compile(r":material/([a-z0-9_]+):")
LESSON = Path(__file__).parents[2]


def ours() -> set[str]:
    """The icons that the lesson's own files name."""
    files = [path for folder in ("ui", "pages", "content") for path in (LESSON / folder).rglob("*.*")]
    return {name for path in files if path.suffix in (".py", ".toml") for name in OURS.findall(path.read_text())}


def ligatures(font: "TTFont") -> dict[str, str]:
    """The glyph that each spelled-out name turns into."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    found = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            plain = getattr(table, "ExtSubTable", table)
            for first, ligatures in getattr(plain, "ligatures", {}).items():
                for one in ligatures:
                    name = "".join(letters.get(glyph, "?") for glyph in (first, *one.Component))
                    found[name.lower()] = one.LigGlyph
    return found


def _mentioned(streamlit: Path) -> set[str]:
    """Every word in Streamlit's scripts: more than the icons among them, never fewer."""
    scripts = (streamlit / "static" / "js").glob("*.js")
    return {word for path in scripts for word in WORD.findall(path.read_text())}


def only_used(data: bytes, streamlit: Path) -> bytes:
    """The same WOFF2 font with the icons mentioned anywhere."""
    from fontTools import subset  # takes longer to import than a start may, and only the first start needs it
    from fontTools.ttLib import TTFont

    font, mentioned = TTFont(io.BytesIO(data)), _mentioned(streamlit) | ours()
    glyphs = [glyph for name, glyph in ligatures(font).items() if name in mentioned]
    options = subset.Options(layout_closure=False, layout_features=["*"], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(glyphs=glyphs, text="abcdefghijklmnopqrstuvwxyz0123456789_")
    subsetter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
