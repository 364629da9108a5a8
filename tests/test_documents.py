"""What the documents say of the project is still there: each path they name, each target of the Makefile."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "deploy/README.md", "bench/README.md")
PATH = re.compile(r"`((?:[\w.-]+/)+[\w.*-]*|[\w-]+\.(?:md|toml|yaml|lock|txt))`")
ROOMS = ("content", "ui/server", "deploy/kubernetes", "ui")  # in which a file is named without its folder
TARGET = re.compile(r"`make ([a-z]+)")
MADE = ("build/", "content/translations/", "bench/.venv", "bench/apps/.venv", "deploy/secrets.env")  # by others


def places(text):
    return {path for path in PATH.findall(text) if not path.startswith(MADE)}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_that_is_named_exists(name):
    text = (ROOT / name).read_text("utf-8")
    beside = [ROOT, (ROOT / name).parent, *(ROOT / room for room in ROOMS)]
    missing = [p for p in sorted(places(text)) if not any(list(root.glob(p.rstrip("/"))) for root in beside)]
    assert not missing


def test_every_target_that_is_named_exists():
    known = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {target for name in DOCUMENTS for target in TARGET.findall((ROOT / name).read_text("utf-8"))}
    assert {"run", "test"} <= named <= known


def test_a_path_that_is_gone_would_be_noticed():
    assert places("`ui/gone.py`, `gone.toml`, `labs/`, `a/b` and `build/static/`") == {
        "ui/gone.py",
        "gone.toml",
        "labs/",
        "a/b",
    }
