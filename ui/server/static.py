"""Static files, compressed once: Streamlit's own frontend, and Plotly from its Python package.

`python -m ui.server` lays them out in `build/static/`; otherwise the first start does.
"""

import gzip
import hashlib
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from wsgiref.headers import Headers

from servestatic import ServeStaticASGI
from starlette.middleware import Middleware
from streamlit import file_util

from ui.server import fonts

STREAMLIT = Path(file_util.get_static_dir())
BUILD = Path(__file__).parents[2] / "build" / "static"
PACKED = {".woff2", ".woff", ".png", ".gif", ".jpg", ".webp"}  # compressed in themselves
PLOTLY = "plotly.min.js"
LARGE = 1_500_000  # bytes; beyond Plotly, only parts of Streamlit that the lesson does without are so large
HARD, QUICK = 10, 9  # brotli's quality: together some six seconds; 11 would take three times as long for two percent


@cache
def _plotly() -> Path:
    """Found without importing plotly, which would cost a second and 40 MB."""
    spec = find_spec("plotly")
    assert spec and spec.origin, "plotly is not installed"
    return Path(spec.origin).parent / "package_data" / PLOTLY


@cache
def _key() -> str:
    """Changes with the files and with how they are treated."""
    files = (STREAMLIT / "index.html", _plotly(), Path(__file__), Path(fonts.__file__))
    names = ",".join(sorted(fonts.ours())).encode()
    return hashlib.sha256(b"".join([*(path.read_bytes() for path in files), names])).hexdigest()[:12]


def plotly_url() -> str:
    """Where the browser finds Plotly; its address changes with its content."""
    return f"static/lab/plotly.{_key()}.min.js"


def sources() -> dict[str, Path]:
    """Every file by its address below /static/."""
    root = STREAMLIT / "static"
    found = {str(path.relative_to(root)): path for path in sorted(root.rglob("*")) if path.is_file()}
    return found | {plotly_url().removeprefix("static/"): _plotly()}


def _lay(source: Path, target: Path) -> None:
    """One file with its compressed neighbours, as the server looks for them."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if fonts.smaller(source.name):
        target.write_bytes(fonts.shrink(source, STREAMLIT))
        return
    import brotli  # the image does without it once the files are there

    target.symlink_to(source)
    if source.suffix not in PACKED:
        data = source.read_bytes()
        quality = HARD if source.name == PLOTLY or len(data) < LARGE else QUICK
        packed = {".br": brotli.compress(data, quality=quality), ".gz": gzip.compress(data, 9, mtime=0)}
        for suffix, body in packed.items():
            if len(body) < len(data):
                target.with_name(target.name + suffix).write_bytes(body)


def build() -> Path:
    """Lay everything out unless it is there; whole or not at all, because servers may start side by side."""
    root = BUILD / _key()
    if root.is_dir():
        return root
    BUILD.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=BUILD))
    scratch.chmod(0o755)
    largest_first = sorted(sources().items(), key=lambda item: -item[1].stat().st_size)
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda item: _lay(item[1], scratch / item[0]), largest_first))
    try:
        scratch.rename(root)
    except OSError:  # another server was faster
        shutil.rmtree(scratch)
    return root


def _more(headers: Headers, path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"


def middleware() -> Middleware:
    """Serves /static/; what it does not hold goes on to Streamlit. Every name there carries a hash."""
    return Middleware(
        ServeStaticASGI,
        root=build(),
        prefix="static",
        allow_all_origins=False,
        allow_unsafe_symlinks=True,
        immutable_file_test=lambda path, url: True,
        add_headers_function=_more,
    )
