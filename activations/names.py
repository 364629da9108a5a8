"""What functions are called elsewhere, and how a name is read: without capitals, separators and the way to a module."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

LONGEST = 80  # characters of a name
BETWEEN = re.compile(r"[\s_.()\-\u00ad\u200b-\u200d\u2010-\u2015\u2060\u2212\ufeff]+")
FRAMEWORKS = {
    file.parent.name for file in (Path(__file__).parent / "frameworks").glob("*/__init__.py")
}  # named like their packages
MODULES = {
    *("nn", "functional", "f", "lax", "jnp", "flax", "linen", "tf", "tensorflow", "activations", "layers", "ops"),
    *("np", "scipy", "special", "math", "transformers", "timm"),
}


@dataclass(frozen=True, slots=True)
class Library:
    """What a library has among its activation functions, by its keys: those of the catalogue with their id, and the
    others with the reason why they are not in it."""

    source: str
    names: dict[str, str]
    absent: dict[str, str] = field(default_factory=dict)


@cache
def libraries() -> dict[str, Library]:
    """The tables of `names.toml`."""
    with Path(__file__).with_name("names.toml").open("rb") as f:
        return {name: Library(**entry) for name, entry in tomllib.load(f).items()}


def elsewhere(function_id: str, *known: str) -> tuple[str, ...]:
    """The keys by which libraries know a function, as far as they do not read like its id or a name that is known."""
    keys = (key for library in libraries().values() for key, ours in library.names.items() if ours == function_id)
    fresh: dict[str, str] = {}
    for key in keys:
        fresh.setdefault(next(readings(key)), key)
    return tuple(
        key for way, key in fresh.items() if way not in {next(readings(name)) for name in (function_id, *known)}
    )


def absent(name: str) -> tuple[str, str] | None:
    """If a library has this name for what is no function of the catalogue: its key there, and the reason."""
    return next((_absent()[way] for way in readings(name) if way in _absent()), None)


@cache
def _absent() -> dict[str, tuple[str, str]]:
    entries = (entry for library in libraries().values() for entry in library.absent.items())
    return {next(readings(key)): (key, reason) for key, reason in entries}


def readings(name: str) -> Iterator[str]:
    """Ways to read a name, without separators: the whole of it, and what stands after modules such as `nn.functional`
    or anything of a framework.

    A name longer than LONGEST is read as nothing.
    """
    text = unicodedata.normalize("NFKC", name).casefold() if len(name) <= LONGEST else ""
    yield BETWEEN.sub("", text)
    *path, last = text.strip().split(".")
    if path and (path[0] in FRAMEWORKS or set(path) <= MODULES | FRAMEWORKS):
        yield BETWEEN.sub("", last)
