"""What the server hands out beside the pages, and the headers it sends with all of it."""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from ui.server import admission, headers, messages, pictures, static

ROUTES: list[BaseRoute] = list(pictures.ROUTES)


def middleware() -> list[Middleware]:
    """From the outside in: headers for every answer, what is refused, static files, what a websocket may say."""
    return [
        headers.middleware(),
        admission.middleware(),
        static.middleware(),
        admission.missing(),
        messages.middleware(),
    ]
