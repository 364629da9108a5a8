"""Static files, compressed once: Streamlit's own frontend, Plotly, and the scripts of the served page.

`python -m ui.server` lays them out in `build/static/`; otherwise the first start does.
"""

import gzip
import hashlib
import logging
import os
import stat
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path
from wsgiref.headers import Headers

from servestatic import ServeStaticASGI
from starlette.middleware import Middleware

from ui.host.page import FILES as STREAMLIT
from ui.server import fonts, plotly, shelf
from ui.server.prefix import prefix

ASSETS = Path(__file__).parent / "assets"
BUILD = Path(__file__).parents[2] / "build" / "static"
ENVIRONMENT = str(STREAMLIT.resolve())  # where the links of a build lead
PACKED = {".woff2", ".woff", ".png", ".gif", ".jpg", ".webp"}  # compressed in themselves
LARGE = 1_500_000  # bytes; beyond Plotly, so large are only parts of Streamlit that the lesson does without
LOG = logging.getLogger(__name__)
ELSEWHERE = "Static files cannot be kept in build/static (%s), so they are kept in %s."
HARD, QUICK = 10, 9  # brotli's quality: together some six seconds; 11 would take three times as long for two percent


@cache
def _key() -> str:
    """Changes with the files and with how they are treated."""
    treated = (Path(__file__), Path(fonts.__file__))
    files = (STREAMLIT / "index.html", plotly.script(), *treated, *sorted(ASSETS.glob("*.js")))
    names = ",".join(sorted(fonts.ours())).encode()
    return hashlib.sha256(b"".join([*(path.read_bytes() for path in files), names])).hexdigest()[:12]


def plotly_url() -> str:
    """Where the browser finds Plotly; its address changes with its content."""
    return f"static/lab/plotly.{_key()}.min.js"


def script_url(name: str) -> str:
    """Where the browser finds a script of the served page; the address changes with the script alone."""
    digest = hashlib.sha256((ASSETS / f"{name}.js").read_bytes()).hexdigest()[:12]
    return f"static/lab/{name}.{digest}.js"


def sources() -> dict[str, Path]:
    """Every file by its address below /static/."""
    root = STREAMLIT / "static"
    found = {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}
    ours = {plotly_url(): plotly.script()} | {script_url(path.stem): path for path in sorted(ASSETS.glob("*.js"))}
    return found | {url.removeprefix("static/"): path for url, path in ours.items()}


def _lay(source: Path, target: Path) -> None:
    """One file with its compressed neighbours, as the server looks for them."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if fonts.smaller(source.name):
        target.write_bytes(fonts.shrink(source, STREAMLIT))
        return
    import brotli  # the image does without it once the files are there

    shelf.link(source, target)
    if source.suffix not in PACKED:
        data = source.read_bytes()
        quality = HARD if source == plotly.script() or len(data) < LARGE else QUICK
        packed = {".br": brotli.compress(data, quality=quality), ".gz": gzip.compress(data, 9, mtime=0)}
        for suffix, body in packed.items():
            if len(body) < len(data):
                target.with_name(target.name + suffix).write_bytes(body)


def _fill(root: Path) -> None:
    largest_first = sorted(sources().items(), key=lambda item: -item[1].stat().st_size)
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda item: _lay(item[1], root / item[0]), largest_first))


def _aside() -> Path:
    """A folder among the temporary ones that nobody but this user can have written to, the same at every start."""
    if sys.platform == "win32":  # where they are the user's own
        return Path(tempfile.gettempdir()) / "activation-lab"
    folder = Path(tempfile.gettempdir()) / f"activation-lab-{os.getuid()}"
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o022
    return folder if ours else Path(tempfile.mkdtemp(prefix="activation-lab-"))


def build() -> Path:
    """The folder where everything is laid out, now if it is not there whole.

    Where nothing can be written beside the lesson, it is among the temporary ones; OSError if not even there.
    """
    place, root = BUILD, shelf.find(BUILD, _key(), ENVIRONMENT)
    try:
        root = root or shelf.lay_out(place, _key(), ENVIRONMENT, _fill)
    except OSError as problem:
        place = _aside()
        LOG.warning(ELSEWHERE, problem, place)
        root = shelf.find(place, _key(), ENVIRONMENT) or shelf.lay_out(place, _key(), ENVIRONMENT, _fill)
    shelf.clear(place, root, ENVIRONMENT)
    return root / shelf.FILES


def _more(headers: Headers, path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"


def middleware() -> Middleware:
    """Serves /static/; what it does not hold goes on to Streamlit. Every name there carries a hash."""
    return Middleware(
        ServeStaticASGI,
        root=build(),
        prefix=f"{prefix()}/static",
        allow_all_origins=False,
        allow_unsafe_symlinks=True,
        immutable_file_test=lambda path, url: True,
        add_headers_function=_more,
    )
