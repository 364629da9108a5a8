"""A client that says what it is told, byte for byte, to a server whose log can be read."""

import asyncio
import base64
import os
import shlex
import socket
import struct
import tempfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from harness.server import LESSON, Server

BINARY, TEXT, PING, CONTINUED = 2, 1, 9, 0
FINAL, COMPRESSED = 0x80, 0x40


def beside(coroutine):
    """Run in a thread of its own: the browser has taken the loop of this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


class Logged(Server):
    """The lesson with its log in a file."""

    def __init__(self, before=""):
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "log"
        command = f"{before} exec {shlex.join(LESSON.command)} >{self.file} 2>&1"
        super().__init__(replace(LESSON, command=("bash", "-c", command)))

    def log(self, since=0):
        """What it has said since so many characters."""
        return self.file.read_bytes().decode()[since:]

    def connections(self):
        """How many descriptors it has open."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))  # noqa: PTH208 the folder changes while it is read


@dataclass
class Answer:
    """What a server has answered: status, headers in lower case, body."""

    status: int
    headers: dict[str, str]
    body: bytes


def read(connection):
    """Everything until the server hangs up; what came before a reset counts."""
    parts = []
    with suppress(ConnectionResetError):
        while part := connection.recv(65536):
            parts.append(part)
    return b"".join(parts)


def parsed(data):
    """The first answer in these bytes; None if there is none."""
    head, _, body = data.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1."):
        return None
    status, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return Answer(int(status.split()[1]), {name.lower(): value.strip() for name, _, value in pairs}, body)


def say(port, data, patience=20.0):
    """The answer to these bytes on a connection of their own."""
    with socket.create_connection(("127.0.0.1", port), patience) as connection:
        with suppress(ConnectionResetError, BrokenPipeError):  # refused before it was all said
            connection.sendall(data)
        return parsed(read(connection))


def ask(port, target, method="GET", version="1.1", host="localhost", body=b"", **headers):
    """The answer to one request; `target` is bytes as they are sent."""
    lines = [b" ".join([method.encode(), target, f"HTTP/{version}".encode()])]
    named = ({"Host": host} if host else {}) | {name.replace("_", "-"): value for name, value in headers.items()}
    lines += [f"{name}: {value}".encode("latin-1") for name, value in (named | {"Connection": "close"}).items()]
    return say(port, b"\r\n".join([*lines, b"", body]))


class Socket:
    """A websocket without a library that would keep to the rules."""

    def __init__(self, port, path="/_stcore/stream", protocols="streamlit", deflate=True, **headers):
        local = f"localhost:{port}"
        key = base64.b64encode(os.urandom(16)).decode()
        named = {"Host": local, "Origin": f"http://{local}", "Connection": "Upgrade", "Upgrade": "websocket"}
        named |= {"Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": key, "Sec-WebSocket-Protocol": protocols}
        named |= {"Sec-WebSocket-Extensions": "permessage-deflate"} if deflate else {}
        lines = [f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in (named | headers).items()), "", ""]
        self.connection = socket.create_connection(("127.0.0.1", port), 20)
        self.connection.sendall("\r\n".join(lines).encode("latin-1"))
        self.data = b""
        while b"\r\n\r\n" not in self.data and (part := self.connection.recv(65536)):
            self.data += part
        self.answer = parsed(self.data)
        self.data = self.data.partition(b"\r\n\r\n")[2]
        self.packer = zlib.compressobj(9, zlib.DEFLATED, -12)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()

    def packed(self, data):
        return self.packer.compress(data) + self.packer.flush(zlib.Z_SYNC_FLUSH)[:-4]

    def frame(self, data=b"", kind=BINARY, flags=FINAL):
        """Send one frame, masked with zeros."""
        n = len(data)
        wide = b"" if n < 126 else struct.pack("!H", n) if n < 65536 else struct.pack("!Q", n)
        length = bytes([0x80 | {0: n, 2: 126, 8: 127}[len(wide)]]) + wide
        self.connection.sendall(bytes([flags | kind]) + length + bytes(4) + data)

    def _take(self, n):
        while len(self.data) < n:
            part = self.connection.recv(65536)
            if not part:
                raise ConnectionError
            self.data += part
        taken, self.data = self.data[:n], self.data[n:]
        return taken

    def heard(self):
        """The next frame: its kind and what it carries, compressed as it came."""
        first, n = self._take(2)
        if n > 125:
            n = struct.unpack(*(("!H", self._take(2)) if n == 126 else ("!Q", self._take(8))))[0]
        return first & 0x0F, self._take(n)

    def closed(self):
        """The code with which the server ends the conversation; None if it merely hangs up."""
        try:
            while True:
                kind, data = self.heard()
                if kind == 8:
                    return struct.unpack("!H", data[:2])[0]
        except ConnectionError:
            return None
