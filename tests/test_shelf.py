"""Static files laid out on disk are whole or replaced, and stay as long as somebody serves them."""

import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time

import pytest
from test_house import ROOT

from ui.server import shelf, static

HERE = "here"  # an environment that links may lead into
TEXT = b"activation " * 200


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder for builds with a name as people give them, and nothing held yet."""
    monkeypatch.setattr(shelf, "_held", {})
    yield tmp_path / "激活 函数" / "build"
    for held in shelf._held.values():
        held.close()


def fill(root):
    (root / "js").mkdir()
    (root / "js" / "a.js").write_bytes(TEXT)
    (root.parents[2] / "source").write_bytes(TEXT)
    shelf.link(root.parents[2] / "source", root / "b.js")


def lay_out(place, key="key", environment=HERE):
    return shelf.lay_out(place, key, environment, fill)


def test_what_is_laid_out_is_found_again(place):
    assert shelf.find(place, "key", HERE) is None
    root = lay_out(place)
    assert shelf.find(place, "key", HERE) == root
    assert shelf.find(place, "other", HERE) is None and shelf.find(place, "key", "elsewhere") is None


BROKEN = {
    "a file is gone": lambda root: (root / "files/js/a.js").unlink(),
    "a file is cut short": lambda root: (root / "files/js/a.js").write_bytes(TEXT[:-1]),
    "a link is dead": lambda root: (root.parents[1] / "source").unlink(),
    "a link leads to another file": lambda root: (root.parents[1] / "source").write_bytes(b"x"),
    "the list is missing": lambda root: (root / shelf.LIST).unlink(),
    "the list is cut short": lambda root: os.truncate(root / shelf.LIST, 20),
    "the list is another": lambda root: (root / shelf.LIST).write_text("[]", "utf-8"),
    "everything is gone": shutil.rmtree,
}


@pytest.mark.parametrize("fault", BROKEN)
def test_what_is_broken_is_not_found_but_replaced(place, fault):
    root = lay_out(place)
    BROKEN[fault](root)
    assert shelf.find(place, "key", HERE) is None
    assert lay_out(place) != root
    assert shelf.whole(shelf.find(place, "key", HERE), HERE)


def test_nothing_stays_of_a_build_that_failed(place):
    def fail(root):
        (root / "half").write_bytes(TEXT)
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        shelf.lay_out(place, "key", HERE, fail)
    assert not list(place.iterdir())


@pytest.mark.parametrize("refused", [("symlink",), ("symlink", "link")])
def test_without_links_files_are_copied(place, monkeypatch, refused):
    def refuse(*_, **__):
        raise OSError("a required privilege is not held by the client")

    for name in refused:
        monkeypatch.setattr(os, name, refuse)
    root = lay_out(place)
    copy = root / "files/b.js"
    assert copy.read_bytes() == TEXT and not copy.is_symlink()
    assert shelf.find(place, "key", HERE) == root


def test_older_builds_go_once_nobody_serves_them(place):
    served, older, broken, ours = lay_out(place, "served"), lay_out(place, "older"), lay_out(place), lay_out(place)
    (broken / "files/js/a.js").unlink()
    for root in (older, broken):
        shelf._held.pop(root).close()
    shelf.clear(place, ours, HERE)
    assert set(place.iterdir()) == ({served, ours} if sys.platform != "win32" else {ours})


def process(code, place):
    """Another process that works on builds, says so, and stays until it is told to end."""
    begin, end = (
        "import pathlib, sys, shelf\nplace = pathlib.Path(sys.argv[1])\n",
        "\nprint('done', flush=True)\ninput()",
    )
    command = [sys.executable, "-c", begin + textwrap.dedent(code) + end, str(place)]
    env = {**os.environ, "PYTHONPATH": "ui/server"}
    return subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def test_another_process_keeps_what_it_serves(place):
    root, ours = lay_out(place, "older"), lay_out(place)
    shelf._held.pop(root).close()
    server = process("shelf.find(place, 'older', 'here')", place)
    assert server.stdout.readline() == b"done\n"
    shelf.clear(place, ours, HERE)
    assert root.exists()
    server.communicate(b"\n", timeout=20)
    shelf.clear(place, ours, HERE)
    assert not root.exists() and ours.exists()


def test_builds_of_another_environment_stay_as_long_as_it_does(place, tmp_path):
    roots = {name: lay_out(place, "key", str(tmp_path / name)) for name in ("alive", "gone")}
    (tmp_path / "alive").mkdir()
    ours = lay_out(place)
    for root in roots.values():
        shelf._held.pop(root).close()
    shelf.clear(place, ours, HERE)
    assert roots["alive"].exists() and not roots["gone"].exists()


def test_what_another_process_is_laying_out_is_left_alone(place):
    begun, left = place / "key-begun", place / "tmpleft"
    ours = lay_out(place)
    begun.mkdir()
    left.mkdir()
    long_ago = time.time() - 2 * shelf.FORGOTTEN
    os.utime(left, (long_ago, long_ago))
    shelf.clear(place, ours, HERE)
    assert begun.exists() and not left.exists()


@pytest.fixture
def small(place, tmp_path, monkeypatch):
    """The lesson's own build with one file in it."""
    source = tmp_path / "index.abc.js"
    source.write_bytes(TEXT)
    monkeypatch.setattr(static, "BUILD", place)
    monkeypatch.setattr(static, "sources", lambda: {"js/index.abc.js": source})
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return place


def test_a_start_lays_out_what_is_missing_with_compressed_neighbours(small):
    root = static.build()
    assert static.build() == root and root.is_relative_to(small)
    (root / "js/index.abc.js.br").unlink()
    again = static.build()
    assert again != root and {p.name for p in (again / "js").iterdir()} == {
        f"index.abc.js{s}" for s in ("", ".br", ".gz")
    }
    told = json.loads((again.parent / shelf.LIST).read_text("utf-8"))
    assert told["environment"] == static.ENVIRONMENT and not list(again.glob(shelf.LIST)), "the list is not served"


def unwritable(place):
    place.parent.mkdir()
    place.write_bytes(b"a file where the folder should be: even the superuser cannot write below it")


def test_a_checkout_that_cannot_be_written_is_served_from_elsewhere_and_says_so(small, tmp_path, caplog):
    unwritable(small)
    with caplog.at_level(logging.WARNING):
        root = static.build()
    assert (root / "js/index.abc.js").read_bytes() == TEXT and root.is_relative_to(tmp_path / "temporary")
    assert static.build() == root and len(caplog.records) == 2 and "build/static" in caplog.text


@pytest.mark.parametrize("taken", ["link", "mode", "file"])
def test_what_somebody_else_may_have_put_there_is_not_served(small, tmp_path, taken):
    unwritable(small)
    mine, stranger = static._aside(), tmp_path / "stranger"
    assert mine == static._aside() and mine.stat().st_mode & 0o777 == 0o700
    if taken == "mode":
        mine.chmod(0o777)
    else:
        mine.rmdir()
        stranger.mkdir()
        mine.symlink_to(stranger) if taken == "link" else mine.write_bytes(b"")
    root = static.build()
    assert not root.is_relative_to(mine) and root.resolve() == root and not any(mine.glob("*"))


def test_where_nothing_can_be_written_a_start_says_why(small, tmp_path, monkeypatch):
    unwritable(small)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(OSError, match="nowhere"):
        static.build()


def test_two_first_starts_at_once_both_end_with_a_whole_build(place):
    code = """
        def fill(root):
            for i in range(300):
                (root / str(i)).write_text("text", "utf-8")

        root = shelf.find(place, "key", "here") or shelf.lay_out(place, "key", "here", fill)
        assert shelf.whole(root, "here") and len(list(root.rglob("*"))) == 302
    """
    both = [process(code, place) for _ in range(2)]
    assert [one.stdout.readline() for one in both] == [b"done\n"] * 2
    for one in both:
        one.communicate(b"\n", timeout=30)
    root = shelf.find(place, "key", HERE)
    shelf.clear(place, root, HERE)
    assert list(place.iterdir()) == [root]
