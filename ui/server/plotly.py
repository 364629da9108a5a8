"""Plotly's script: its bundle of what the lesson draws, a third of the whole one, which comes with its Python package.

`make plotly` fetches the bundle of the version that is pinned; with another version installed the whole one is served.
"""

import logging
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

BUNDLE = Path(__file__).parent / "vendor" / "plotly-cartesian.min.js"
LOG = logging.getLogger(__name__)
OTHER = "Plotly %s is installed and its bundle in %s is of %s, so the whole script is served; `make plotly` fetches it."


def whole() -> Path:
    """Plotly's whole script, found without importing plotly, which would cost a second and 40 MB."""
    spec = find_spec("plotly")
    assert spec and spec.origin, "plotly is not installed"
    return Path(spec.origin).parent / "package_data" / "plotly.min.js"


def version(script: Path) -> str:
    """What the head of a script says; empty if the file is not there."""
    if not script.exists():
        return ""
    with script.open(encoding="utf-8") as lines:
        found = re.search(r"plotly\.js .*?v(\S+)", lines.read(200))
    return found[1] if found else ""


@cache
def script() -> Path:
    """The script to serve: the bundle, or the whole one where the installed Plotly is of another version."""
    wanted, bundled = version(whole()), version(BUNDLE)
    if wanted == bundled:
        return BUNDLE
    LOG.warning(OTHER, wanted, BUNDLE.name, bundled or "-")
    return whole()
