"""What the server hands out beside the pages, and the headers it sends with all of it."""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from ui.server import headers, index, pictures, redirect, static
from ui.server.prefix import prefix

ROUTES: list[BaseRoute] = [Route(prefix() + route.path, route.endpoint) for route in (*index.ROUTES, *pictures.ROUTES)]


def middleware() -> list[Middleware]:
    """Static files first: most requests of a first visit end there."""
    return [static.middleware(), headers.middleware(), redirect.middleware()]
