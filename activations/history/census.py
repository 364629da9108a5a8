"""What the configuration files of transformers name as their default activation, counted in a wheel.

`python -m activations.history.census WHEEL` reads the files of a wheel, without running them, and writes `census.toml`.
"""

import ast
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from zipfile import ZipFile

from activations.history.models import lane
from activations.names import libraries

FILE = Path(__file__).with_name("census.toml")
CONFIGURATION = re.compile(r"transformers/models/(.+)/configuration_\w+\.py")
ABOUT = re.compile(r"(^|_)(act|activation)(_|$)")  # names of what an activation is set by
GATE = re.compile(r"\bgate_(up_)?proj\b")
HEAD = """\
# Written by `python -m activations.history.census WHEEL`. `defaults`: in how many folders of models a configuration
# has this default for a setting with "act" or "activation" in its name; `naming`: in how many any. `gated`: how many of
# those with "silu" have a layer named gate_proj or gate_up_proj in their code.
"""


@dataclass(frozen=True, slots=True)
class Census:
    """How many files there are, in how many folders, how many of these name a default, and which, by its key."""

    source: str
    as_of: str
    files: int
    folders: int
    naming: int
    gated: int
    defaults: dict[str, int]


def count(wheel: Path, as_of: str) -> Census:
    """The census of a wheel of transformers; KeyError if it is none."""
    if not (version := re.match(r"transformers-([^-]+)-", wheel.name)):
        raise KeyError(wheel.name)
    with ZipFile(wheel) as opened:
        read = {name: opened.read(name).decode() for name in opened.namelist() if name.endswith(".py")}
    found = {name: match[1] for name in read if (match := CONFIGURATION.fullmatch(name))}
    folders: dict[str, set[str]] = defaultdict(set)
    for name, folder in found.items():
        for key in defaults(read[name]):
            folders[key].add(folder)
    code = {folder: _code(read, folder) for folder in folders["silu"]}
    return Census(
        source=f"transformers {version[1]}",
        as_of=as_of,
        files=len(found),
        folders=len({*found.values()}),
        naming=len(set().union(*folders.values())),
        gated=sum(bool(GATE.search(text)) for text in code.values()),
        defaults={key: len(where) for key, where in sorted(folders.items(), key=lambda one: (-len(one[1]), one[0]))},
    )


def _code(read: dict[str, str], folder: str) -> str:
    return "\n".join(text for name, text in read.items() if name.startswith(f"transformers/models/{folder}/modeling_"))


def defaults(source: str) -> Iterator[str]:
    """Every text that a field of a class, or an argument of `__init__`, about an activation has by default."""
    for node in ast.walk(ast.parse(source)):
        for name, value in _settings(node):
            if ABOUT.search(name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.value


def _settings(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
        yield node.target.id, node.value
    elif isinstance(node, ast.FunctionDef) and node.name == "__init__":
        given = [*node.args.posonlyargs, *node.args.args]
        known = [None] * (len(given) - len(node.args.defaults)) + node.args.defaults
        for one, value in zip([*given, *node.args.kwonlyargs], [*known, *node.args.kw_defaults], strict=True):
            if value:
                yield one.arg, value


@cache
def census() -> Census:
    """The census that is kept."""
    with FILE.open("rb") as f:
        return Census(**tomllib.load(f))


def by_function() -> dict[str, int]:
    """The defaults by function of the catalogue, or by their key where it has none; the most frequent first."""
    names = libraries()["transformers"].names
    found: dict[str, int] = defaultdict(int)
    for key, number in census().defaults.items():
        found[names.get(key, key)] += number
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def share(function: str) -> float:
    """Which part of all defaults is this function or a variant of it."""
    counts = by_function()
    return sum(number for one, number in counts.items() if lane(one) == function) / sum(counts.values())


def written(found: Census) -> str:
    """The file that keeps a census."""
    lines = [f'source = "{found.source}"', f'as_of = "{found.as_of}"']
    lines += [f"{name} = {getattr(found, name)}" for name in ("files", "folders", "naming", "gated")]
    return "\n".join(
        [HEAD + lines[0], *lines[1:], "", "[defaults]", *(f"{k} = {n}" for k, n in found.defaults.items())]
    )


if __name__ == "__main__":
    FILE.write_text(written(count(Path(sys.argv[1]), f"{datetime.now(UTC):%Y-%m}")) + "\n", "utf-8")
