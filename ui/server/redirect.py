"""Sends readers who come by a damaged link to the page that it means, before Streamlit sees the address.

Where to is said relative to where the browser is: right behind a proxy that serves the lesson below a path, and never
a way to another host.
"""

from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.server import links, pictures, sharing, trainings
from ui.server.prefix import prefix
from ui.server.static import STREAMLIT

CORE = "_stcore"
OTHERS = {"static", "media", "component", "app", "auth", "oauth2callback"}  # Streamlit's own, beside its core
OURS = {route.path.split("/")[1] for part in (pictures, sharing, trainings) for route in part.ROUTES}
FILES = {path.name for path in STREAMLIT.iterdir() if path.is_file()} - {"index.html"}


def answer(path: str, query: str, base: str, wants_page: bool) -> Response | None:
    """What to answer to a request of this path, still encoded; None if it may pass."""
    inside = path == base or path.startswith(f"{base}/")
    below = path.removeprefix(base) if inside else path
    segments = below.split("/")
    if CORE in segments or (segments[1:2] and segments[1] in OTHERS | OURS | FILES):
        return None
    if not wants_page and "." in segments[-1].removesuffix(".html"):
        return PlainTextResponse("not found", 404)
    meant = links.understood(below, query)
    if meant is None and inside:
        return None
    page, query = meant or (below.strip("/"), query)
    up = path.count("/") - 1 - (base.count("/") if inside and below else 0)
    way = "../" * up or "./"
    into = "" if inside and below else f"{base}/".lstrip("/")
    target = f"{way}{into}{page}" + (f"?{query}" if query else "")
    return RedirectResponse(target, 302, {"Cache-Control": "no-store"})


class Redirect:
    """Answers in place of the app where a link means another address than it says."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.base = app, prefix()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self.app
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            path, query = (scope[part].decode("latin-1") for part in ("raw_path", "query_string"))
            wants_page = "text/html" in Headers(scope=scope).get("accept", "")
            app = answer(path, query, self.base, wants_page) or app
        await app(scope, receive, send)


def middleware() -> Middleware:
    return Middleware(Redirect)
