"""What the browser is told to fetch before Streamlit asks: the parts of a page with a picture, and its numbers."""

from functools import cache

from figures import lamp, samples
from ui import site
from ui.host import page as host
from ui.server import pictures, static
from ui.server.sharing import Shared

WITHOUT = ("choose", "glossary")  # pages that open with no picture
PARTS = ("BidiComponent", "ButtonGroup", "Slider", "Selectbox")  # Streamlit's, for what such a page begins with


def links(shared: Shared) -> str:
    """Hints for the head of the page that an address opens."""
    if shared.page in WITHOUT:
        return ""
    plotly = f'<link rel="preload" as="script" data-plotly fetchpriority="low" href="./{static.plotly_url()}" />'
    return _modules() + plotly + _numbers(lamp.FAMILY if shared.page == site.HOME else shared.fn)


def _numbers(family: str) -> str:
    """Of families with more sliders only a part is asked for."""
    if not family or len(samples.axes(family)) > 1:
        return ""
    return f'<link rel="preload" as="fetch" crossorigin="anonymous" href="./{pictures.family_url(family)}" />'


@cache
def _modules() -> str:
    return "".join(f'<link rel="modulepreload" href="./static/js/{name}" />' for name in host.modules(PARTS))
