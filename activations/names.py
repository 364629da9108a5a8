"""What functions are called elsewhere, and how a name is read: without capitals, separators and the way to a module."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LONGEST = 80  # characters of a name
BETWEEN = re.compile(r"[\s_.()\-\u00ad\u200b-\u200d\u2010-\u2015\u2060\u2212\ufeff]+")
FRAMEWORKS = {file.stem for file in (Path(__file__).parent / "frameworks").glob("*.py")}  # named like their packages
MODULES = {
    *("nn", "functional", "f", "lax", "jnp", "flax", "linen", "tf", "tensorflow", "activations", "layers", "ops"),
    *("np", "scipy", "special", "math", "transformers", "timm"),
}


@dataclass(frozen=True, slots=True)
class Library:
    """A library's own table of activation functions, by its keys: those of the catalogue with their id, and others."""

    source: str
    names: dict[str, str]
    absent: dict[str, str]


@cache
def libraries() -> dict[str, Library]:
    """The tables of `names.toml`."""
    with Path(__file__).with_name("names.toml").open("rb") as f:
        return {name: Library(**entry) for name, entry in tomllib.load(f).items()}


def elsewhere(function_id: str) -> tuple[str, ...]:
    """The keys by which libraries know a function, without its id."""
    keys = (key for library in libraries().values() for key, ours in library.names.items() if ours == function_id)
    return tuple(dict.fromkeys(key for key in keys if key != function_id))


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
