"""All functions along the years of their sources: which remain when earlier ones are left out."""

from collections import Counter
from functools import lru_cache

import numpy as np

from activations import CATALOGUE
from activations.spec import Function, Param
from activations.traits import TRAITS, has, year
from figures.samples.sampling import Drawing, SampledPicture

SINCE = Param("since", "since", default=1950.0, low=1950.0, high=2026.0, step=1.0)
UNDATED = 1947.0  # where functions without a dated source stand, in columns to the left of it
APART = 2.0  # years between these columns


def name(traits: list[str]) -> str:
    """The name of the family of functions that have all these traits."""
    return "-".join(["years", *sorted(traits)])


def remains(function: Function, since: float) -> bool:
    """At its first stop the slider leaves nobody out."""
    return since == SINCE.low or (year(function) or 0) >= since


@lru_cache
def members(traits: tuple[str, ...]) -> list[Function]:
    """The functions that have all these traits, the undated first, then by year."""
    found = [f for f in CATALOGUE.values() if all(has(f, trait) for trait in traits)]
    return sorted(found, key=lambda f: (year(f) or 0, f.id))


@lru_cache
def places(traits: tuple[str, ...]) -> np.ndarray:
    """A dot for each function: its year, and its place in the column of that year."""
    tallest = max(Counter(filter(None, map(year, CATALOGUE.values()))).values())
    dots, used = [], Counter[float]()
    for function in members(traits):
        when = float(year(function) or UNDATED - APART * (used[0.0] // tallest))
        used[0.0] += year(function) is None
        dots.append((when, used[when]))
        used[when] += 1
    return np.array(dots, dtype=float).reshape(-1, 2)


def picture(traits: tuple[str, ...], since: float) -> Drawing:
    """The dots that remain and those that do not, a line at the year that parts them, if any, and how many remain."""
    x, level = places(traits).T
    stays = np.array([remains(function, since) for function in members(traits)], dtype=bool)
    return {
        "x": x,
        "kept": np.where(stays, level, np.nan),
        "gone": np.where(stays, np.nan, level),
        "line": np.array([np.nan if since == SINCE.low else since, since]),
        "count": np.full(2, float(stays.sum())),
    }


def family(traits: list[str]) -> SampledPicture:
    """KeyError unless they are traits, each once and in order: each picture has one name."""
    if not set(traits) <= set(TRAITS) or traits != sorted(set(traits)):
        raise KeyError(*traits)
    return SampledPicture(lambda **at: picture(tuple(traits), at[SINCE.name]), (SINCE,), 0.01)
