"""`python -m bench.snippets` measures every framework, or those that are named, and writes `measured.toml`.

Every engine runs in a process of its own.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date

from activations import CATALOGUE
from activations.frameworks import FRAMEWORKS
from activations.frameworks.measured import ENGINES, FILE, table
from harness.snippets.grid import digest, known
from harness.snippets.rows import all_rows, line

HEAD = "# Written by `make frameworks`, which runs every snippet beside the core: see measured.py here.\n"
LISTS = ("losses", "slopes", "refused", "defaults")
ONE = "--one"


def main(*asked: str) -> None:
    if asked[:1] == (ONE,):
        for kind, row in all_rows(*asked[1:]):
            print(kind, line(row), flush=True)
        return
    wanted = asked or tuple(FRAMEWORKS)
    found = [
        row for engine, name in ENGINES.items() for row in (_measured(engine) if name in wanted else _kept(engine))
    ]
    FILE.write_text("\n".join([HEAD, *_lists(found), *_tables(found, wanted)]), encoding="utf-8")


def _measured(engine: str) -> Iterator[str]:
    """Rows, each behind its kind, out of a child for each precision."""
    for precision in known(engine).precisions:
        print(f"{engine} {precision}", file=sys.stderr)
        command = [sys.executable, "-W", "ignore", "-m", "bench.snippets", ONE, engine, precision]
        told = subprocess.run(command, capture_output=True, encoding="utf-8", env=os.environ)
        if told.returncode:
            sys.exit(told.stderr)
        yield from told.stdout.splitlines()


def _kept(engine: str) -> Iterator[str]:
    """What stands in the file."""
    for kind in LISTS:
        yield from (f"{kind} {line(row)}" for row in table()[kind] if row["engine"] == engine)
    for package in known(engine).packages:
        yield f"versions {line({package: table()['versions'][package]})}"


def _lists(found: list[str]) -> Iterator[str]:
    """Before the tables, because what follows the head of a table belongs to it."""
    for kind in LISTS:
        yield from (f"{kind} = [", *(f"  {{ {row} }}," for row in _of(kind, found)), "]", "")


def _tables(found: list[str], wanted: tuple[str, ...]) -> Iterator[str]:
    today, days = date.today(), table()["measured"]
    yield from ("[measured]", *(f"{name} = {today if name in wanted else days[name]}" for name in FRAMEWORKS))
    yield from ("", "[versions]", *dict.fromkeys(_of("versions", found)))
    yield from ("", "[digests]  # of the code that was measured")
    for function in CATALOGUE.values():
        old = table()["digests"].get(function.id, {})
        now = {name: digest(function, name) if name in wanted else old.get(name, "") for name in FRAMEWORKS}
        yield f"{function.id} = {{ {line(now)} }}"
    yield ""


def _of(kind: str, found: list[str]) -> list[str]:
    return [row.removeprefix(f"{kind} ") for row in found if row.startswith(f"{kind} ")]


if __name__ == "__main__":
    main(*sys.argv[1:])
