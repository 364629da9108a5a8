"""A network that lets some requests through and others not, as proxies of schools and companies do."""

import contextlib
import re
import socket
import threading

REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Barrier:
    """Stands before a server; requests whose head matches `bars` are refused, or swallowed if it is `silent`."""

    def __init__(self, server, bars="", silent=False):
        self.bars, self.silent, self.behind = bars, silent, server.port
        self.open = []
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.url = f"http://localhost:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(client,), daemon=True).start()

    def _answer(self, client):
        head = b""
        while b"\r\n\r\n" not in head and (more := client.recv(65536)):
            head += more
        if self.bars and re.search(self.bars.encode(), head, re.IGNORECASE):
            if not self.silent:
                client.sendall(REFUSED)
                client.close()
            return  # else it stays open, and nothing comes
        server = socket.create_connection(("127.0.0.1", self.behind))
        if b"websocket" not in head:  # one request a connection, so that each is looked at
            head = re.sub(rb"(?i)connection: keep-alive", b"Connection: close", head)
        self.open += [client, server]
        server.sendall(head)
        threading.Thread(target=_pump, args=(client, server), daemon=True).start()
        _pump(server, client)

    def cut(self):
        """End every connection that is open."""
        for one in self.open:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self.open.clear()

    def close(self):
        self.listener.close()


def _pump(source, target):
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    for one in (source, target):
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
