"""What the browser is told to fetch before Streamlit asks: the parts of a page with a picture, and its numbers."""

from functools import cache

from activations import CATALOGUE
from figures import samples
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
    numbers = ""
    if shared.fn in CATALOGUE and len(samples.axes(shared.fn)) < 2:  # of others only a part is asked for
        numbers = f'<link rel="preload" as="fetch" crossorigin="anonymous" href="./{pictures.family_url(shared.fn)}" />'
    return _modules() + plotly + numbers


@cache
def _modules() -> str:
    return "".join(f'<link rel="modulepreload" href="./static/js/{name}" />' for name in host.modules(PARTS))
