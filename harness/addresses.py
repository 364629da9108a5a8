"""Addresses of the lesson, from its own lists."""

from activations import CATALOGUE
from harness.server import ROOT
from ui import families


def with_sliders() -> list[str]:
    """The address of every function that has parameters to move."""
    return [f"/explore?fn={name}" for name in CATALOGUE if families.find(name).axes]


def pages() -> list[str]:
    """The address of every page."""
    names = sorted(path.stem.replace("_", "-") for path in (ROOT / "pages").rglob("*.py"))
    return ["/" if name == "home" else f"/{name}" for name in names]
