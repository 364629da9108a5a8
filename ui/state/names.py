"""What readers call a function: by any name that the core knows, or by its name in any language."""

import re
from functools import cache

import activations
import content
from activations.names import readings

PARTS = re.compile("[()\N{FULLWIDTH LEFT PARENTHESIS}\N{FULLWIDTH RIGHT PARENTHESIS}]")


def find(name: str) -> str | None:
    """The id of the function that is meant; None for a stranger."""
    return activations.find(name) or next((_shown()[way] for way in readings(name) if way in _shown()), None)


@cache
def _shown() -> dict[str, str]:
    """Display names, whole and in their parts, as they are read; without those that would mean several functions."""
    owners: dict[str, set[str]] = {}
    for id in activations.CATALOGUE:
        for name in content.in_every_language(f"functions/{id}", "name"):
            for part in (name, *PARTS.split(name)):
                owners.setdefault(next(readings(part)), set()).add(id)
    return {way: min(ids) for way, ids in owners.items() if way and len(ids) == 1}
