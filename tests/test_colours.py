"""Colours come from one table, and styles from style sheets."""

import re
import tomllib
from pathlib import Path

from figures import theme
from ui.server import index, plotly

ROOT = Path(__file__).parents[1]
COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b(?!;)|\brgba?\(")
SHADOW = "rgba(0, 0, 0, 0.18)"  # of the box over a page that does not come: on any ground
OURS = [p for d in ("ui", "figures", "pages", "labs") for e in ("py", "js", "css") for p in (ROOT / d).rglob(f"*.{e}")]
FILES = [path for path in OURS if path != plotly.BUNDLE]


def test_colours_stand_in_the_table_only():
    elsewhere = [
        f"{path.relative_to(ROOT)}: {found}"
        for path in FILES
        if path != ROOT / "figures/theme.py"
        for found in COLOUR.findall(path.read_text("utf-8").replace(SHADOW, ""))
    ]
    assert not elsewhere


def test_styles_stand_in_style_sheets_only():
    """But for the page that is served first and a picture, which are documents with everything in themselves."""
    written = {path.relative_to(ROOT).as_posix() for path in FILES if "<style" in path.read_text("utf-8")}
    assert written == {"ui/server/index.py", "figures/svg/network.py"}


def test_streamlit_is_told_the_same_colours():
    told = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["theme"]
    for scheme, palette in theme.PALETTE.items():
        names = {"backgroundColor": "paper", "secondaryBackgroundColor": "panel", "textColor": "text"}
        assert {ours: told[scheme][theirs] for theirs, ours in names.items()} == {n: palette[n] for n in names.values()}
        assert told[scheme]["primaryColor"] in (palette["f"], theme.EITHER["f"])


def test_both_schemes_have_the_same_names_and_the_first_page_knows_them():
    light, dark = theme.PALETTE.values()
    assert light.keys() == dark.keys()
    style = index._style()
    own = set(re.findall(r"--(\w+): [^#r]", style))  # lengths, which it sets itself
    assert set(re.findall(r"var\(--(\w+)\)", style)) - own == set(index.COLOURS) <= light.keys()
    assert all(f"--{name}: {palette[name]};" in style for palette in (light, dark) for name in index.COLOURS)
