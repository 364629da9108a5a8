"""The addresses of pictures that browsers keep for good change with everything a picture is drawn from."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ui.server import pictures

ROOT = Path(__file__).parents[1]
PACKAGES = [package.__name__ for package in pictures.PACKAGES]
LEFT_BESIDE = ("__pycache__", "*.egg-info")
TRY_EACH = """
import sys
from pathlib import Path
from ui.server import pictures

def version():
    pictures.version.cache_clear()
    kinds = pictures.family_url("elu"), pictures.thumbnail_url("elu"), pictures.network_url((), "", "zh")
    (found,) = {address.partition("v=")[2] for address in kinds}
    return found

assert Path(pictures.__file__).is_relative_to(Path.cwd())
first = version()
for name in sys.stdin.read().split("|"):
    path = Path(name)
    body = path.read_bytes()
    path.write_bytes(body + b" ")
    if version() == first:
        print("changed:", path)
    path.write_bytes(body)
assert version() == first
path.rename(path.with_name("renamed.py"))
if version() == first:
    print("renamed:", path)
path.with_name("renamed.py").rename(path)
for beside in ("ui/__pycache__/x.pyc", "ui/chart/a.egg-info/PKG-INFO", "content/.swp"):
    Path(beside).parent.mkdir(exist_ok=True, parents=True)
    Path(beside).write_bytes(b"x")
    if version() != first:
        print("does not matter:", beside)
"""


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    place = tmp_path_factory.mktemp("copy")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, place / package, ignore=shutil.ignore_patterns(*LEFT_BESIDE))
    return place


def test_any_file_of_the_packages_changes_them(copied):
    files = sorted(str(p.relative_to(copied)) for p in copied.rglob("*") if p.is_file())
    assert {".py", ".toml", ".js", ".css"} <= {Path(name).suffix for name in files}
    ran = subprocess.run(
        [sys.executable, "-B", "-c", TRY_EACH],
        **{"cwd": copied, "input": "|".join(files), "capture_output": True, "timeout": 120},
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr
    assert not ran.stdout, ran.stdout
