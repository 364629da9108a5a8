"""What one connection may take of the server before the lesson has seen any of it.

uvicorn leaves that to a proxy, and the lesson has to stand without one. It makes each connection from the classes
its `Config` names, and hands that over with the application's first call, the one that begins its life.
"""

import asyncio
from functools import cache, partial
from typing import Any

from streamlit.logger import get_logger
from uvicorn import Config
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import CloseCode, Frame

from ui.server import headers

HEAD = 32_768  # bytes of a request before its body, as nginx takes them; a browser sends one or two thousand
PATIENCE = 15.0  # seconds for the head of a request, as in limits.conf
STUCK = 60.0  # seconds for 48 kB of an answer to be taken
AHEAD = 16  # requests that may be sent before the first is answered; browsers send none
MESSAGE = 65_536  # bytes of a websocket's message once inflated; the largest of any page has two thousand
UNKNOWN = "The server is not uvicorn: connections are not limited."
PIECES = 64  # frames that one message may come in


class TooMuch(Exception):
    """The head of a request is too large, or too many requests wait."""


@cache
def _secure() -> dict[str, str]:
    return dict(headers.policy().headers)


class Requests(HttpToolsProtocol):
    """HTTP with an end to how large and how slow a request may be; what cannot be read is answered with our headers."""

    _head, _arrived = 0, 0  # bytes: of the head as far as it is understood, of everything since the last whole one
    _late: asyncio.TimerHandle | None = None
    _stuck: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._begin()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end()
        self._moves()
        super().connection_lost(exc)

    def _begin(self) -> None:
        self._end()
        self._head, self._late = 0, self.loop.call_later(PATIENCE, self._too_slow)

    def _end(self) -> None:
        self._arrived = 0
        if self._late:
            self._late.cancel()
            self._late = None

    def _too_slow(self) -> None:
        self._late = None
        self._refuse(408, "The request took too long.")

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        self._arrived += len(data)
        super().data_received(data)
        if self._late and self._arrived > HEAD:
            self._refuse(431, "The request is too large.")

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stuck = self.loop.call_later(STUCK, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._moves()

    def _moves(self) -> None:
        if self._stuck:
            self._stuck.cancel()
            self._stuck = None

    def on_message_begin(self) -> None:
        if len(self.pipeline) >= AHEAD:
            self.transport.close()
            raise TooMuch
        super().on_message_begin()
        self._begin()

    def on_url(self, url: bytes) -> None:
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._count(len(name) + len(value))
        super().on_header(name, value)

    def _count(self, length: int) -> None:
        self._head += length
        if self._head > HEAD:
            raise TooMuch

    def on_headers_complete(self) -> None:
        self._end()
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:
        self._refuse(431 if self._head > HEAD else 400, msg)

    def _refuse(self, status: int, why: str) -> None:
        """Answer outside of the application, and hang up."""
        self._end()
        if self.transport.is_closing():
            return
        named = _secure() | {"content-type": "text/plain; charset=utf-8", "content-length": str(len(why))}
        lines = [f"{name}: {value}" for name, value in (named | {"connection": "close"}).items()]
        self.transport.write(STATUS_LINE[status] + "\r\n".join([*lines, "", why]).encode())
        self.transport.close()


class Messages(WebSocketsSansIOProtocol):
    """A websocket that refuses messages in too many pieces, and reads nothing while its answers are not read."""

    def __init__(self, config: Config, server_state: Any, app_state: dict[str, Any], _loop: Any = None) -> None:
        super().__init__(config, server_state, app_state, _loop)
        setattr(self.conn, "reject", partial(_reject, self.conn.reject))  # noqa: B010 a method of one object

    def handle_cont(self, event: Frame) -> None:
        if len(self.frames) < PIECES:
            super().handle_cont(event)
        else:
            self.frames = []
            self.conn.fail(CloseCode.MESSAGE_TOO_BIG)
            self.handle_parser_exception()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._hold()

    def resume_writing(self) -> None:
        super().resume_writing()
        if not self.read_paused and not self.transport.is_closing():
            self.transport.resume_reading()

    async def receive(self) -> Any:
        message = await super().receive()
        if not self.writable.is_set():
            self._hold()
        return message

    def _hold(self) -> None:
        """Every ping is answered: who sends them and reads nothing would fill our memory."""
        if not self.transport.is_closing():
            self.transport.pause_reading()


def _reject(reject: Any, status: Any, text: str) -> Any:
    """A websocket that is refused is an answer like any other."""
    response = reject(status, text)
    for name, value in _secure().items():
        response.headers[name] = value
    return response


def install(receive: object) -> None:
    """Make the server that begins the application's life use these classes, and not name itself."""
    config = getattr(getattr(receive, "__self__", None), "config", None)
    if not isinstance(config, Config):
        get_logger(__name__).warning(UNKNOWN)
        return
    config.http_protocol_class, config.ws_protocol_class = Requests, Messages
    config.ws_max_size = MESSAGE
    config.encoded_headers = [header for header in config.encoded_headers if header[0] != b"server"]
