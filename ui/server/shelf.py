"""Files laid out on disk once for many starts: found whole or not at all, and kept as long as somebody serves them.

Every build has a folder of its own with a list beside its files. Nobody changes it once the list is written, so two
processes may lay out at the same time, and what is broken is not mended but replaced.
"""

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

if sys.platform != "win32":  # where Windows needs nothing: it removes no file that is open
    import fcntl

LIST, FILES = "list.json", "files"  # the list says what belongs to a build, with sizes; it is written last
FORGOTTEN = 24 * 3600  # seconds after which a build without a list is none that is being laid out
_held: dict[Path, IO[bytes]] = {}


def find(place: Path, key: str, environment: str) -> Path | None:
    """A whole build of this name, held from now on; its links must lead into this environment."""
    for root in sorted(place.glob(f"{key}-*")):
        if root in _held or _hold(root):
            if whole(root, environment):
                return root
            _held.pop(root).close()
    return None


def lay_out(place: Path, key: str, environment: str, fill: Callable[[Path], None]) -> Path:
    """A new build that `fill` fills; nothing of it stays if that fails."""
    place.mkdir(parents=True, exist_ok=True)
    root = Path(tempfile.mkdtemp(prefix=f"{key}-", dir=place))
    try:
        root.chmod(0o755)
        (files := root / FILES).mkdir()
        fill(files)
        sizes = {path.relative_to(files).as_posix(): path.stat().st_size for path in files.rglob("*") if path.is_file()}
        scratch = root / "list.part"
        scratch.write_text(json.dumps({"environment": environment, "files": sizes}), "utf-8")
        scratch.replace(root / LIST)
        _hold(root)
    except BaseException:
        shutil.rmtree(root, ignore_errors=True)
        raise
    return root


def link(source: Path, target: Path) -> None:
    """The same file at another place, copied only where the system or its rights know no links."""
    for way in (os.symlink, os.link):
        try:
            return way(source, target)
        except OSError:
            continue
    shutil.copyfile(source, target)


def _told(root: Path) -> dict[str, Any]:
    """The list of a build; empty if there is none or it cannot be read."""
    try:
        told = json.loads((root / LIST).read_text("utf-8"))
        return told if {"environment", "files"} <= set(told) else {}
    except (OSError, ValueError, TypeError):
        return {}


def whole(root: Path, environment: str) -> bool:
    """Is every file there, readable and as long as it was, every link alive and into this environment?"""
    told = _told(root)
    files = told.get("files", {}).items()
    return told.get("environment") == environment and all(_right(root / FILES / name, size) for name, size in files)


def _right(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size and os.access(path, os.R_OK)
    except OSError:
        return False


def _hold(root: Path) -> bool:
    """Keep others from clearing a build away as long as this process lives."""
    try:
        held = (root / LIST).open("rb")
    except OSError:
        return False
    if sys.platform != "win32":
        try:
            fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:  # somebody is clearing it away
            held.close()
            return False
        except OSError:  # a file system without locks
            pass
    _held[root] = held
    return True


def clear(place: Path, keep: Path, environment: str) -> None:
    """Remove what nobody serves and nobody will: older builds of this environment, and those of one that is gone."""
    for root in place.iterdir() if place.is_dir() else ():
        with suppress(FileNotFoundError):  # somebody else was faster
            if root != keep and root.is_dir() and _useless(root, environment):
                shutil.rmtree(root, ignore_errors=True)


def _useless(root: Path, environment: str) -> bool:
    told = _told(root)
    if not told:
        return time.time() - root.stat().st_mtime > FORGOTTEN
    if told["environment"] != environment and Path(told["environment"]).exists():
        return False
    return _released(root / LIST)


def _released(file: Path) -> bool:
    """Nobody holds this list: it is removed, so that nobody begins to."""
    try:
        with file.open("rb") as mine:
            if sys.platform != "win32":
                fcntl.flock(mine, fcntl.LOCK_EX | fcntl.LOCK_NB)
                file.unlink()
        file.unlink(missing_ok=True)
    except OSError:
        return False
    return True
