"""What the page in the browser is made of: the files that Streamlit serves, and names by which its parts are found.

Our scripts and style sheets know parts of the page by these names and no others; each is looked for in a browser.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from streamlit import file_util

FILES = Path(file_util.get_static_dir())
HOME, EXPLORE, COMPARE = "/", "/explore?fn=elu&code=torch", "/compare"
PARTS: dict[str, tuple[str, str]] = {  # name: an address where it is, and a selector that finds it there
    "st-key": (EXPLORE, ".st-key-elu-alpha input[type=range][aria-valuetext]"),
    "stSlider": (EXPLORE, ".st-key-elu-alpha .stSlider, .stSlider.st-key-elu-alpha"),
    "stSliderThumbValue": (EXPLORE, '.stSlider [data-testid="stSliderThumbValue"] p'),
    "stSliderTickBar": (EXPLORE, '[class*="st-key-handle_"] > :not(:last-child) [data-testid="stSliderTickBar"]'),
    "stElementContainer": ("/gallery", '[class*="st-key-thumb_"] .stElementContainer .stPageLink a'),
    "touch-action": (EXPLORE, '.stSlider [style*="touch-action"]'),
    "stMain": (EXPLORE, '[data-testid="stMain"]'),
    "stMainBlockContainer": (EXPLORE, ".stMainBlockContainer .stColumn"),
    "stColumn": (EXPLORE, ".stHorizontalBlock > .stColumn"),
    "stVerticalBlock": ("/choose", ".st-key-turning .stVerticalBlock"),
    "stHorizontalBlock": (EXPLORE, '[class*="st-key-pair_"] > * > .stHorizontalBlock'),
    "stLayoutWrapper": ("/choose", '[data-testid="stLayoutWrapper"] > .st-key-onward'),
    "stMarkdownContainer": (EXPLORE, '[data-testid="stMarkdownContainer"] > table'),
    "stMarkdown": (EXPLORE, ".stMarkdown table"),
    "stPageLink": (HOME, ".stMainBlockContainer .stPageLink"),
    "stIconMaterial": (HOME, '.stPageLink [data-testid="stIconMaterial"]'),
    "stMetricValue": ("/why", '[data-testid="stMetricValue"]'),
    "stButtonGroup": (HOME, ".stButtonGroup"),
    "stButton": ("/choose", ".stButton"),
    "stCaptionContainer": ("/facts", '[data-testid="stCaptionContainer"] p'),
    "stMultiSelect": (COMPARE, ".stMultiSelect [data-tag] button"),
    "stHeading": (HOME, '.stHeading a[href^="#"]'),
    "stPagination": ("/facts", '[data-testid="stPagination"] button[aria-current]'),
    "stSkipToContent": (HOME, '[data-testid="stSkipToContent"]'),
    "stSidebarNavItems": (HOME, '[data-testid="stSidebarNavItems"] > div > header'),
    "stSidebarNavLink": (HOME, '[data-testid="stSidebarNavItems"] > div > li [data-testid="stSidebarNavLink"]'),
    "stSidebarCollapseButton": (HOME, '[data-collapsed] [data-testid="stSidebarCollapseButton"] button'),
    "stExpandSidebarButton": ("/glossary?lang=zh", '[data-testid="stExpandSidebarButton"]'),
    "stSidebar": (HOME, '[data-testid="stSidebar"]'),
    "stHeader": (HOME, '[data-testid="stHeader"]'),
    "stApp": (HOME, ".stApp"),
    "stAppViewContainer": (HOME, '[data-testid="stAppViewContainer"]'),
    "data-test-script-state": (HOME, '[data-test-script-state="notRunning"]'),
    "data-test-connection-state": (HOME, '[data-test-connection-state="CONNECTED"]'),
}
COLOURS = ("--st-background-color", "--st-secondary-background-color")  # set for every component


def widget_class(key: str) -> str:
    """What stands for the key of a widget in its class "st-key-...": Streamlit puts a dash for other characters."""
    return re.sub(r"[^a-zA-Z0-9_-]", "-", key)


def index(new: Mapping[str, str]) -> str:
    """The page that is served first, with other texts in the places of `new`: see PLACES; KeyError for another."""
    text = (FILES / "index.html").read_text(encoding="utf-8")
    for place, replacement in new.items():
        found = re.search(PLACES[place], text, re.DOTALL)
        assert found, f"Streamlit's index page has no {place}"
        text = text[: found.start()] + replacement + text[found.end() :]
    return text


def modules(parts: Iterable[str]) -> list[str]:
    """The scripts below /static/js/ that `parts` need and the index does not name; StopIteration for an unknown one."""
    known = set(re.findall(r'static/js/([^"]+\.js)"', (FILES / "index.html").read_text(encoding="utf-8")))
    folder, found = FILES / "static" / "js", {}
    waiting = [next(folder.glob(f"{part}.*.js")).name for part in parts]
    while waiting:
        if (name := waiting.pop(0)) not in known and name not in found:
            found[name] = re.findall(r'(?:from|import)\s*"\./([^"]+\.js)"', (folder / name).read_text(encoding="utf-8"))
            waiting += found[name]
    return list(found)


PLACES = {
    "html": r'<html lang="en">',
    "icon": r'<link rel="shortcut icon"[^>]*>\s*',
    "title": r"<title>.*?</title>",
    "noscript": r"<noscript>\s*<p>.*?</noscript>",
    "root": r'<div id="root"></div>',
}
