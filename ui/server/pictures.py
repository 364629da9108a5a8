"""Pictures by address: samples of families, small pictures of functions, the network of the wizard.

Their addresses change with the code that draws them, so browsers may keep them for good.
"""

import gzip
import hashlib
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

import activations
import content
import labs
import ui
from activations import CATALOGUE
from ui import families, network, thumbnail
from ui.families.encoding import encode

ONCE = {"Cache-Control": "no-store"}
FOREVER = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}


def _digest(*contents: bytes) -> str:
    return hashlib.sha256(b"".join(contents)).hexdigest()[:12]


@cache
def _version() -> str:
    """Changes whenever code that could change a picture does."""
    roots = [Path(str(package.__file__)).parent for package in (activations, labs, ui)]
    return _digest(*(p.read_bytes() for root in roots for p in sorted(root.rglob("*.py"))))


def family_url(name: str) -> str:
    return f"family/{name}?v={_version()}"


def thumbnail_url(name: str) -> str:
    return f"thumbnail/{name}.svg?v={_version()}"


@lru_cache(maxsize=512)
def _family(name: str, point: tuple[tuple[str, float], ...]) -> bytes:
    return gzip.compress(encode(families.find(name), dict(point)), 6)


def _zipped(request: Request, body: bytes, kind: str) -> Response:
    # a page of another version, met while replicas are being replaced, must not keep this for good
    kept = FOREVER if request.query_params.get("v") == _version() else ONCE
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(body, media_type=kind, headers=kept | {"Content-Encoding": "gzip"})
    return Response(gzip.decompress(body), media_type=kind, headers=kept)


async def serve_family(request: Request) -> Response:
    """Samples of one family around the values in the query; 404 or 400 for what does not exist."""
    name = request.path_params["name"]
    try:
        axes = (await to_thread.run_sync(families.find, name)).axes  # a claim's family is drawn to learn its height
        wanted = request.query_params if len(axes) > 1 else {}
        point = tuple((a.name, _inside(a, wanted.get(a.name, a.default))) for a in axes)
    except KeyError:
        return PlainTextResponse("no such family", 404)
    except ValueError:
        return PlainTextResponse("a value is not a number inside its slider", 400)
    queue = _one_after_another() if len(axes) > 1 else None
    return _zipped(request, await to_thread.run_sync(_family, name, point, limiter=queue), "application/octet-stream")


@cache
def _one_after_another() -> CapacityLimiter:
    """Samples around a point of several sliders are seldom asked for twice, and must not crowd out readers' moves."""
    return CapacityLimiter(1)


def _inside(axis, raw) -> float:
    value = axis.check(float(raw))
    if not axis.low <= value <= axis.high:
        raise ValueError
    return round(value, 6)


@lru_cache
def _thumbnail(name: str) -> bytes:
    return gzip.compress(thumbnail.svg(CATALOGUE[name]).encode(), 6)


async def serve_thumbnail(request: Request) -> Response:
    """The small picture of one function; 404 for an unknown one."""
    name = request.path_params["name"]
    if name not in CATALOGUE:
        return PlainTextResponse("no such function", 404)
    return _zipped(request, await to_thread.run_sync(_thumbnail, name), "image/svg+xml")


def network_url(lit: Sequence[str], lang: str) -> str:
    return f"network/{lang}.svg?lit={','.join(lit)}&v={_version()}"


async def serve_network(request: Request) -> Response:
    """The picture of a network with some parts lit, named in one language or both; 404 for unknown ones."""
    lang, lit = request.path_params["lang"], [part for part in request.query_params.get("lit", "").split(",") if part]
    if lang not in content.languages() or not set(lit) <= set(network.PARTS):
        return PlainTextResponse("no such picture", 404)
    say = content.reader("pages/learn/choose", lang)
    words = {part: say(f"part_{part}") for part in ("input", "hidden", "output", "gate", "attention")}
    return _zipped(request, gzip.compress(network.svg(lit, words).encode(), 6), "image/svg+xml")


ROUTES = [
    Route("/family/{name}", serve_family),
    Route("/thumbnail/{name}.svg", serve_thumbnail),
    Route("/network/{lang}.svg", serve_network),
]
