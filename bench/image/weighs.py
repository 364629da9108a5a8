"""Runs inside the image: the size of each package as it was installed, by its own record, and of what is left of it."""

import csv
import json
import os
import sys
from importlib.metadata import distributions
from pathlib import Path

PACKAGES = next(Path("/lab/.venv/lib").glob("python*/site-packages"))


def size(path: str | Path) -> int:
    return os.lstat(path).st_size if os.path.lexists(path) else 0


def below(folder: str) -> int:
    return sum(size(Path(inside, name)) for inside, _, names in os.walk(folder) for name in names)


installed, left = {}, {}
for one in distributions(path=[str(PACKAGES)]):
    record = list(csv.reader((one.read_text("RECORD") or "").splitlines()))  # `files` would pass over what is gone
    files = {PACKAGES / name for name, *_ in record}
    compiled = {path.parent / "__pycache__" / f"{path.stem}.{sys.implementation.cache_tag}.pyc" for path in files}
    installed[one.name] = sum(int(length or 0) for *_, length in record)
    left[one.name] = sum(map(size, files | compiled))
whole, static, packages = map(below, ("/lab", "/lab/build", "/lab/.venv"))
ours = {"static files": static, "the lesson itself": whole - static - packages}
print(json.dumps({"installed": installed, "left": left, "ours": ours, "total": whole}))
