"""Choosing functions from a list: families in a fixed order, names in the reader's language."""

import re

import content
from activations import CATALOGUE
from activations.spec import Function
from ui.state import language

FAMILIES = (
    "threshold",
    "sigmoidal",
    "rectifier",
    "exponential",
    "smooth_rectifier",
    "self_gated",
    "periodic",
    "shrinkage",
    "distribution",
    "gated",
)


def by_family(kind: type[Function] = Function) -> list[str]:
    """The ids of all functions of one kind, family by family."""
    chosen = [f for f in CATALOGUE.values() if isinstance(f, kind)]
    return [f.id for f in sorted(chosen, key=lambda f: (FAMILIES.index(f.family), f.id))]


def name(function_id: str) -> str:
    """The display name of a function."""
    return language.reader(f"functions/{function_id}")("name")


def short(function_id: str, lang: str | None = None) -> str:
    """The display name without what follows in brackets, for legends and chips; in the session's language, or another.

    No two functions share it.
    """
    unit = f"functions/{function_id}"
    names = (content.reader(unit, lang) if lang else language.reader(unit)).each("name")
    return " · ".join(dict.fromkeys(re.split("[(\N{FULLWIDTH LEFT PARENTHESIS}]", name)[0].strip() for name in names))


def label(function_id: str) -> str:
    """The display name after its family."""
    family = language.reader("ui")(f"family_{CATALOGUE[function_id].family}")
    return f"{family} / {name(function_id)}"
