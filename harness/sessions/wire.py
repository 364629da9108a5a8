"""The wire to a Streamlit server: its websocket as a browser opens it, and plain requests beside it."""

import asyncio
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from websockets.client import ClientProtocol
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory
from websockets.frames import Frame, Opcode
from websockets.http11 import Response
from websockets.protocol import State
from websockets.typing import Origin, Subprotocol
from websockets.uri import parse_uri

PATIENCE = 10.0  # seconds without an answer after which a reader gives up
LARGEST = 2**26


class Lost(Exception):
    """No answer: the connection was cut, refused, or nothing came in time."""


async def get(base: str, path: str, cookies: dict[str, str], timeout: float = PATIENCE) -> int:
    """Fetch an address beside the websocket, keeping its cookies; the status."""
    address = urlsplit(base)
    head = [f"GET {path} HTTP/1.1", f"Host: {address.netloc}", "Accept-Encoding: gzip, br", "Connection: close"]
    if cookies:
        head.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in cookies.items()))
    async with asyncio.timeout(timeout):
        reader, writer = await asyncio.open_connection(address.hostname, address.port or 80)
        try:
            writer.write(("\r\n".join(head) + "\r\n\r\n").encode())
            answer = await reader.read(-1)
        finally:
            writer.close()
    if not answer:
        raise Lost("the connection was closed without an answer")
    status, *lines = answer.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    for line in lines:
        name, _, value = line.partition(":")
        if name.lower() == "set-cookie":
            key, _, kept = value.split(";")[0].strip().partition("=")
            cookies[key] = kept
    return int(status.split()[1])


class Socket(asyncio.Protocol):
    """A websocket without tasks or queues, so that hundreds of readers cost little."""

    def __init__(self, base: str, cookies: dict[str, str], tokens: list[str], hear: Callable, lost: Callable) -> None:
        self.hear, self.lost, self.received = hear, lost, 0
        self._parts: list[bytes] = []
        uri = parse_uri(f"ws{base.removeprefix('http')}/_stcore/stream")
        spoken = [Subprotocol(token) for token in tokens]
        deflate = ClientPerMessageDeflateFactory(client_max_window_bits=True)
        self.client = ClientProtocol(
            uri, origin=Origin(base), extensions=[deflate], subprotocols=spoken, max_size=LARGEST
        )
        self.request = self.client.connect()
        self.request.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.client.send_request(self.request)
        self._write()

    def data_received(self, data: bytes) -> None:
        at = time.perf_counter()
        self.received += len(data)
        self.client.receive_data(data)
        for event in self.client.events_received():
            if isinstance(event, Frame):
                self._frame(event, at)
            elif isinstance(event, Response) and not self.opened.done():
                self._answered(self.client.handshake_exc)
        self._write()

    def _answered(self, refused: Exception | None) -> None:
        if refused:
            self.opened.set_exception(Lost(f"refused: {refused}"))
        else:
            self.opened.set_result(None)

    def _frame(self, frame: Frame, at: float) -> None:
        if frame.opcode is not Opcode.BINARY and frame.opcode is not Opcode.CONT:
            return
        self._parts.append(bytes(frame.data))
        if frame.fin:
            data, self._parts = b"".join(self._parts), []
            self.hear(data, at)

    def _write(self) -> None:
        for data in self.client.data_to_send():
            if data:
                self.transport.write(data)
            else:
                self.transport.close()

    def send(self, data: bytes) -> None:
        self.client.send_binary(data)
        self._write()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.opened.done():
            self.opened.set_exception(Lost("closed during the handshake"))
        self.lost()

    @property
    def compressed(self) -> bool:
        """Was compression agreed on, as browsers offer it?"""
        return bool(self.client.extensions)

    def close(self) -> None:
        if self.client.state is State.OPEN:
            self.client.send_close(1001)
            self._write()
        self.transport.close()
