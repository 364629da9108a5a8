"""What the server hands out beside the pages, and the headers it sends with all of it."""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from ui.server import headers, pictures, static

ROUTES: list[BaseRoute] = list(pictures.ROUTES)


def middleware() -> list[Middleware]:
    """Static files first: most requests of a first visit end there."""
    return [static.middleware(), headers.middleware()]
