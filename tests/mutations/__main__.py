"""`python -m tests.mutations [WORD ...]` tries each mutation, or those whose file or words hold a WORD; prints a table.

First the tests that are likely to notice are run (for a function: what they ask of it before the rest), then all the
others, unless `--likely` is among the words. Exits with 1 if a mutation survives.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.mutations import ROOT, Mutation, mutations

LEFT = (".git", ".venv", "build", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info")
PYTEST = ("-m", "pytest", "-x", "-q", "--no-header", "-p", "no:cacheprovider", "-m", "not browser and not service")
ASIDE = ("--ignore=tests/browser", "--ignore=tests/test_mutations.py")  # the latter fails for each of them
NOTICED = re.compile(r"^(?:FAILED|ERROR) (\S.*?)(?: - |$)", re.MULTILINE)
LAID_OUT = "from ui.server import static; static.build()"  # once, instead of in every first run of a server
NO_TESTS = 5  # how pytest says that it has found none


def copied(place: Path) -> Path:
    """The project in a folder of its own, ready to be served."""
    shutil.copytree(ROOT, place, ignore=shutil.ignore_patterns(*LEFT))
    for command in (["git", "init", "-q"], [sys.executable, "-c", LAID_OUT]):  # one test asks git what it ignores
        subprocess.run(command, cwd=place, check=True, stdout=subprocess.DEVNULL)
    return place


def noticed(place: Path, *arguments: str) -> str | None:
    """The first test that fails in the copy, or None."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV"))}
    ran = subprocess.run(
        [sys.executable, *PYTEST, *ASIDE, *arguments],
        cwd=place,
        env=kept | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        errors="replace",  # tests may print what they have sent to a server
    )
    if ran.returncode in (0, NO_TESTS):
        return None
    found = NOTICED.search(ran.stdout)
    return found[1] if found else f"pytest itself: {(ran.stdout + ran.stderr).strip().splitlines()[-1]}"


def tried(place: Path, mutation: Mutation, thoroughly: bool) -> str | None:
    """The test that notices a mutation, or None if it survives; the copy is whole again afterwards."""
    file = place / mutation.file
    before, likely = file.read_text("utf-8"), [f"tests/{name}" for name in mutation.likely]
    runs = [[*likely, "-k", file.stem]] if file.parent.name == "functions" else []
    runs += [likely, [f"--ignore={name}" for name in likely]][: 1 + thoroughly]
    file.write_text(mutation.applied(place), "utf-8")
    try:
        return next(filter(None, (noticed(place, *run) for run in runs)), None)
    finally:
        file.write_text(before, "utf-8")


def main(*words: str) -> int:
    """How many survive."""
    survived, thoroughly = 0, "--likely" not in words
    words = tuple(word for word in words if word != "--likely")
    wanted = [one for one in mutations() if not words or any(word in one.file + one.breaks for word in words)]
    with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
        place = copied(Path(folder) / "lab")
        for mutation in wanted:
            began, by = time.monotonic(), tried(place, mutation, thoroughly)
            survived += by is None
            seconds = time.monotonic() - began
            print(f"{seconds:6.1f} s | {mutation.file} | {mutation.breaks} | {by or 'SURVIVED'}", flush=True)
    print(f"{len(wanted) - survived} of {len(wanted)} mutations were noticed.")
    return survived


if __name__ == "__main__":
    sys.exit(bool(main(*sys.argv[1:])))
