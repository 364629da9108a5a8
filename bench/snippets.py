"""`python -m bench.snippets` measures every engine in a process of its own and writes `measured.toml`."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.metadata import version

from activations import CATALOGUE
from activations.frameworks import FRAMEWORKS
from activations.frameworks.measured import ENGINES, FILE
from harness.snippets.engines import prepare
from harness.snippets.grid import digest
from harness.snippets.rows import line, rows

PRECISIONS = ("float32", "float64")
PACKAGES = ("numpy", "scipy", "torch", "jax", "jaxlib", "keras", "onnx", "onnxruntime")
HEAD = "# Written by `make frameworks`, which runs every snippet beside the core: see measured.py here.\n"


def main() -> None:
    if sys.argv[1:]:
        _one(*sys.argv[1:])
        return
    taken = [(engine, precision) for engine in ENGINES for precision in PRECISIONS if _offered(engine, precision)]
    found = [row for engine, precision in taken for row in _child(engine, precision)]
    text = "\n".join([HEAD, f"measured = {time.strftime('%Y-%m-%d')}", "", *_sections(found)])
    FILE.write_text(text, encoding="utf-8")


def _offered(engine: str, precision: str) -> bool:
    """ONNX's graphs are written for single precision."""
    return ENGINES[engine] != "onnx" or precision == "float32"


def _one(engine: str, precision: str) -> None:
    """In the child: one engine at one precision, a row a line."""
    prepare(engine, precision)
    for function in CATALOGUE.values():
        for kind, row in rows(function, engine, precision):
            print(kind, line(row), flush=True)


def _child(engine: str, precision: str) -> list[str]:
    print(f"{engine} {precision}", file=sys.stderr)
    command = [sys.executable, "-W", "ignore", "-m", "bench.snippets", engine, precision]
    told = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", env=os.environ)
    return told.stdout.splitlines()


def _sections(found: list[str]) -> Iterator[str]:
    """Arrays first, because what follows the head of a table belongs to it."""
    for kind in ("losses", "slopes", "refused"):
        rows = [row.removeprefix(f"{kind} ") for row in found if row.startswith(f"{kind} ")]
        yield from (f"{kind} = [", *(f"  {{ {row} }}," for row in rows), "]", "")
    yield from ("[versions]", *(f'{name} = "{version(name)}"' for name in PACKAGES))
    yield from ("", "[digests]  # of the code that was measured")
    for function in CATALOGUE.values():
        made = ", ".join(f'{framework} = "{digest(function, framework)}"' for framework in FRAMEWORKS)
        yield f"{function.id} = {{ {made} }}"
    yield ""


main()
