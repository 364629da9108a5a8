"""What no reader needs is refused before anything else sees it, and nothing that breaks shows its inside.

Streamlit serves more than the lesson uses: uploads, measurements, a login, an interface for programs. In
front of the lesson there may be a proxy that hides them, or none.
"""

import re
import traceback
from errno import ENAMETOOLONG, ENOENT, ENOTDIR

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.logger import get_logger

from ui.server import connections, descriptors, log
from ui.server.prefix import prefix

STREAM = "/_stcore/stream"
NEEDED = re.compile(r"/_stcore/(health|host-config|bidi-components/.+)")
UNUSED = re.compile(r"/(component|auth|oauth2callback|app/static)(/|$)")
METHODS = ("GET", "HEAD")
NAME = 255  # bytes: no file system knows longer names, and asking for one is an error
GONE = (ENOENT, ENOTDIR, ENAMETOOLONG)


def refused(method: str, path: str, headers: Headers) -> tuple[int, str] | None:
    """The status and the words with which a request is turned away; None for one to be answered."""
    if re.search(r"[\x00-\x1f\x7f]", path):
        return 400, "Bad Request"
    below = path.removeprefix(prefix())
    if ("/_stcore/" in f"{path}/" and not NEEDED.fullmatch(below)) or UNUSED.match(below):
        return 404, "Not Found"
    if max(len(name.encode()) for name in path.split("/")) > NAME:
        return 404, "Not Found"
    if method not in METHODS:
        return 405, "Method Not Allowed"
    if headers.get("content-length", "0").strip("0") or "transfer-encoding" in headers:
        return 413, "Content Too Large"
    return None


def _begin(receive: Receive) -> None:
    """Before the first connection: what holds for the whole process."""
    log.install()
    descriptors.raise_limit()
    connections.install(receive)


def told(error: Exception) -> str:
    """What went wrong and where, in one line."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({last.filename}:{last.lineno})"


class Admission:
    """Answers of the lesson and of Streamlit, and ours for what they do not answer; a limit on the connections."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            _begin(receive)
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if found := refused(scope["method"], scope["path"], Headers(scope=scope)):
            await _refuse(*found)(scope, receive, send)
            return
        await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                if message["status"] >= 400:
                    MutableHeaders(scope=message).setdefault("Cache-Control", "no-store")
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:
            get_logger(__name__).error("%s %s: %s", scope["method"], scope["path"][:NAME], told(error))
            if started:
                return  # uvicorn hangs up, and the reader sees that something is missing
            gone = isinstance(error, OSError) and error.errno in GONE
            await _refuse(*((404, "Not Found") if gone else (500, "Internal Server Error")))(scope, receive, send)


def _refuse(status: int, words: str) -> PlainTextResponse:
    """Nobody waits for the rest of a request that is refused: the connection is closed."""
    headers = {"Cache-Control": "no-store", "Connection": "close"}
    if status == 405:
        headers["Allow"] = ", ".join(METHODS)
    return PlainTextResponse(words, status, headers)


class Missing:
    """No page stands under /static/: a file that is not there is not found, and not Streamlit's page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        missing = scope["type"] == "http" and scope["path"].startswith(f"{prefix()}/static/")
        await (PlainTextResponse("Not Found", 404) if missing else self.app)(scope, receive, send)


def middleware() -> Middleware:
    return Middleware(Admission)


def missing() -> Middleware:
    """Belongs behind the static files."""
    return Middleware(Missing)
