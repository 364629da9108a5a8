"""Pictures by address: samples of families, small pictures of functions, the network of the wizard.

Their addresses change with all that they are drawn from, so browsers may keep them for good.
"""

import gzip
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from anyio import to_thread
from cachetools import LRUCache
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import activations
import content
import figures
import labs
import ui
from activations import CATALOGUE
from figures import samples
from figures.samples.encoding import packed
from figures.svg import network, thumbnail
from ui.server.pool import Full, Lost
from ui.server.refusal import ONCE, refuse
from ui.server.wishes import SAMPLES, granted

PACKAGES = (activations, content, figures, labs, ui)  # all that a picture could be drawn from
BUSY = ONCE | {"Retry-After": "1"}
KEPT = 12_000_000  # bytes of packed samples
BESIDE = re.compile(r"\.|__pycache__$|.*\.egg-info$")  # what Python, pip and editors put into a package
FOREVER = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}

_samples: LRUCache[tuple[str, tuple[tuple[str, float], ...]], bytes] = LRUCache(KEPT, getsizeof=len)


def _files(root: Path) -> Iterator[Path]:
    """Every file of a package: code, data beside it, words, and what the browser draws with."""
    for path in sorted(root.iterdir()):
        if not BESIDE.match(path.name):
            yield from _files(path) if path.is_dir() else (path,)


@cache
def version() -> str:
    """Changes whenever anything in the packages does."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        root = Path(str(package.__file__)).parent
        for path in _files(root):
            body = path.read_bytes()
            digest.update(f"{root.name}/{path.relative_to(root).as_posix()} {len(body)}\n".encode() + body)
    return digest.hexdigest()[:12]


def family_url(name: str) -> str:
    return f"family/{name}?v={version()}"


def thumbnail_url(name: str) -> str:
    return f"thumbnail/{name}.svg?v={version()}"


def kept(request: Request) -> dict[str, str]:
    """Headers that say how long; not for good to a page of another version, met while replicas are being replaced."""
    return FOREVER if request.query_params.get("v") == version() else ONCE


def zipped(request: Request, body: bytes, kind: str) -> Response:
    """An answer of bytes that are compressed by gzip, to a browser that may not read that."""
    headers = kept(request)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(body, media_type=kind, headers=headers | {"Content-Encoding": "gzip"})
    return Response(gzip.decompress(body), media_type=kind, headers=headers)


async def serve_family(request: Request) -> Response:
    """Samples of one family around the values in the query; 404, 400 or 503 for what is not, cannot be, or not now."""
    name = request.path_params["name"]
    try:
        point = _around(name, request.query_params)
    except KeyError:
        return await refuse(404, "no such family")
    except ValueError:
        return await refuse(400, "a value is not a number inside its slider")
    if (name, point) not in _samples:
        try:
            _samples[name, point] = await granted(request, SAMPLES, packed, name, point)
        except (Full, Lost):
            return await refuse(503, "too many wishes at the moment", BUSY)
    return zipped(request, _samples[name, point], "application/octet-stream")


def _around(name: str, values: Mapping[str, str]) -> tuple[tuple[str, float], ...]:
    """The stops of the sliders that matter: not that of the axis itself, nor of an only slider."""
    axes, (_, _, moving) = samples.axes(name), name.partition(samples.AXIS)
    given = values if len(axes) > 1 else {}
    return tuple((a.name, a.default if a.name == moving else a.stop(float(given.get(a.name, a.default)))) for a in axes)


@lru_cache
def _thumbnail(name: str) -> bytes:
    return gzip.compress(thumbnail.svg(CATALOGUE[name]).encode(), 6)


async def serve_thumbnail(request: Request) -> Response:
    """The small picture of one function; 404 for an unknown one."""
    name = request.path_params["name"]
    if name not in CATALOGUE:
        return await refuse(404, "no such function")
    return zipped(request, await to_thread.run_sync(_thumbnail, name), "image/svg+xml")


def network_url(lit: Sequence[str], at: str, lang: str) -> str:
    return f"network/{lang}.svg?lit={','.join(lit)}&at={at}&v={version()}"


async def serve_network(request: Request) -> Response:
    """A network with some parts and one question lit, named in one language or both; 404 for unknown ones."""
    lang, lit = request.path_params["lang"], [part for part in request.query_params.get("lit", "").split(",") if part]
    at = request.query_params.get("at", "")
    if lang not in content.languages() or not set(lit) <= set(network.PARTS) or at not in ("", *network.DIMENSIONS):
        return await refuse(404, "no such picture")
    say = content.reader("pages/learn/choose", lang)
    words = {word: say(word) for word in network.WORDS}
    return zipped(request, gzip.compress(network.svg(lit, at, words).encode(), 6), "image/svg+xml")


ROUTES = [
    Route("/family/{name}", serve_family),
    Route("/thumbnail/{name}.svg", serve_thumbnail),
    Route("/network/{lang}.svg", serve_network),
]
