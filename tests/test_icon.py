"""The icon of the page: one drawing, seen on light and on dark, named by the page that is served and by every run."""

from base64 import b64decode
from pathlib import Path
from xml.etree import ElementTree

from streamlit.commands import page_config

from figures import theme
from figures.svg import icon
from ui.server import index

ROOT = Path(__file__).parents[1]
TABS = ("#ffffff", "#202124")  # of browsers, light and dark
TINY, PIXEL = 16, 2.0  # pixels that a tab has for an icon, and how many of them its finest line takes at least


def light(colour):
    """Relative luminance by WCAG."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return sum(share * v for share, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(a, b):
    low, high = sorted(light(colour) + 0.05 for colour in (a, b))
    return high / low


def test_it_is_seen_in_tabs_of_either_kind_at_their_size():
    ground, curve, lamp = ElementTree.fromstring(icon.svg())
    assert all(contrast(ground.get("fill"), tab) >= 3 for tab in TABS)
    assert contrast(curve.get("stroke"), ground.get("fill")) >= 3 <= contrast(lamp.get("fill"), ground.get("fill"))
    assert float(curve.get("stroke-width")) * TINY / icon.SIDE >= PIXEL
    assert {ground.get("fill"), curve.get("stroke"), lamp.get("fill")} <= {
        *theme.EITHER.values(),
        *theme.PALETTE["light"].values(),
    }


def test_the_served_page_and_every_run_name_the_same():
    address = icon.address()
    assert b64decode(address.partition(",")[2]).decode() == icon.svg()
    assert index.page("en").count(f'<link rel="shortcut icon" href="{address}" />'.encode()) == 1
    assert page_config._get_favicon_string(address) == address, "Streamlit hands it on as it is"
    assert "page_icon=icon.address()" in (ROOT / "ui/main.py").read_text("utf-8")
