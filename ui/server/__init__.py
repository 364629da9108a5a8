"""What the server hands out beside the pages, and the headers it sends with all of it."""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from ui.server import headers, messages, pictures, refusals, static

ROUTES: list[BaseRoute] = list(pictures.ROUTES)


def middleware() -> list[Middleware]:
    """From the outside in: headers for every answer, what is refused, static files, what a websocket may say."""
    return [headers.middleware(), refusals.middleware(), static.middleware(), refusals.missing(), messages.middleware()]
