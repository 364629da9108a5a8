"""What the server hands out beside the pages, and the headers it sends with all of it."""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from ui.server import admission, headers, index, messages, pictures, redirect, sharing, static, trainings
from ui.server.prefix import prefix

OURS = (*index.ROUTES, *pictures.ROUTES, *sharing.ROUTES, *trainings.ROUTES)
ROUTES: list[BaseRoute] = [Route(prefix() + route.path, route.endpoint) for route in OURS]


def middleware() -> list[Middleware]:
    """From the outside in: headers for every answer, what is refused, static files, damaged links, websockets."""
    return [
        headers.middleware(),
        admission.middleware(),
        static.middleware(),
        admission.missing(),
        redirect.middleware(),
        messages.middleware(),
    ]
