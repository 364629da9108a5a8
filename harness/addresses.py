"""Addresses of the lesson, from its own lists."""

from activations import CATALOGUE
from figures import samples
from ui import site


def with_sliders() -> list[str]:
    """The address of every function that has parameters to move."""
    return [f"/explore?fn={name}" for name in CATALOGUE if samples.find(name).axes]


def pages() -> list[str]:
    """The address of every page."""
    return [page.address for page in site.PAGES.values()]
