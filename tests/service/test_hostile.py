"""Clients that mean harm: what they cost is bounded, the others go on, and the log stays short."""

import asyncio
import re
import socket
import time
from contextlib import suppress
from pathlib import Path

import pytest

from harness.sessions.session import Session
from service.raw import BINARY, COMPRESSED, FINAL, Logged, Socket, beside, parsed, read
from service.siege import bounded, heavy, lesson, looked_at, quiet, rerun
from ui.server import connections, messages, static

__all__ = ["lesson", "quiet"]  # the fixtures are used here as well


def test_requests_sent_ahead_are_few(lesson, quiet):
    with bounded(lesson), socket.create_connection(("127.0.0.1", lesson.port), 20) as one:
        with suppress(ConnectionError):
            one.sendall(b"GET /thumbnail/gelu.svg HTTP/1.1\r\nHost: x\r\n\r\n" * 100_000)
        data = b""
        with suppress(ConnectionError):
            data = read(one)
        assert data.count(b"HTTP/1.1 200") <= connections.AHEAD + 1


def test_a_session_that_is_not_ones_own_is_not_given(lesson, quiet):
    with Socket(lesson.port, protocols="streamlit, x, 00000000-0000-0000-0000-000000000000", deflate=False) as one:
        one.frame(rerun())
        kind, data = one.heard()
        assert kind == BINARY and b"00000000-0000-0000-0000-000000000000" not in data


def test_a_subprotocol_of_a_megabyte_is_refused(lesson, quiet):
    with bounded(lesson), suppress(ConnectionError), Socket(lesson.port, protocols="x" * 1_000_000) as one:
        assert one.answer is None or one.answer.status == 431


@pytest.mark.parametrize("path", ["/", "/explore/_stcore/stream", "/_stcore/stream/", "/_stcore/health", "/family/elu"])
def test_a_websocket_opens_nowhere_else(lesson, quiet, path):
    with Socket(lesson.port, path) as one:
        assert one.answer.status == 403 and "content-security-policy" in one.answer.headers


@pytest.mark.parametrize("header", ["Sec-WebSocket-Key", "Sec-WebSocket-Version", "Origin"])
def test_a_handshake_that_fails_is_an_answer_like_any_other(lesson, header):
    with Socket(lesson.port, **{header: "http://elsewhere.example.org"}) as one:
        assert 400 <= one.answer.status < 500
        assert "content-security-policy" in one.answer.headers and "server" not in one.answer.headers


@pytest.mark.parametrize("origin", ["http://elsewhere.example.org", "http://[", "null", "", "\xff", "file://"])
def test_a_page_of_another_site_is_refused_without_asking_the_internet(lesson, quiet, origin):
    start = time.monotonic()
    with Socket(lesson.port, Origin=origin) as one:
        assert one.answer.status == 403
    assert time.monotonic() - start < 0.5, "Streamlit would look for its own address, a second or two"
    assert "external IP" not in lesson.log()


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\nX", b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET /"])
@heavy
def test_who_does_not_finish_a_request_is_asked_to_leave(lesson, said):
    with socket.create_connection(("127.0.0.1", lesson.port), connections.PATIENCE + 10) as one:
        one.sendall(said)
        start, data = time.monotonic(), read(one)
        assert time.monotonic() - start < connections.PATIENCE + 5
        assert parsed(data).status == (200 if b"\r\n\r\n" in said else 408)


@heavy
def test_who_does_not_take_an_answer_is_cut_off(lesson):
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        one.connect(("127.0.0.1", lesson.port))
        one.sendall(f"GET /{static.plotly_url()} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        before = lesson.connections()
        time.sleep(connections.STUCK + 5)
        assert lesson.connections() < before


@heavy
def test_one_process_holds_so_many_websockets_and_refuses_the_others_in_peace():
    with Logged() as server:
        before = server.memory()
        opened = [Socket(server.port) for _ in range(messages.SOCKETS + 20)]
        assert sorted(one.answer.status for one in opened) == [101] * messages.SOCKETS + [403] * 20
        for one in opened:
            if one.answer.status == 101:
                with suppress(ConnectionError):
                    one.frame(one.packed(rerun(messages.WIDGETS, 90)), flags=FINAL | COMPRESSED)
        _until_idle(server)
        grown = server.memory() - before
        print(f"{grown / 1e6:.0f} MB for {messages.SOCKETS} sockets, {server.connections()} descriptors")
        assert grown < 330_000_000, "a container has 512 MB, 160 of them taken before"
        for one in opened:
            one.connection.close()
        _until_idle(server)
        beside(looked_at(server.url))


def _until_idle(server):
    """Until everything that was asked for has run, however little of the machine the server gets."""
    busy = -1.0
    while server.busy() - busy > 0.02:
        busy = server.busy()
        time.sleep(2)


def test_a_process_takes_all_the_descriptors_it_may_have_and_says_when_that_is_little():
    with Logged("ulimit -Sn 256; ulimit -Hn 2000;") as server:
        (limits,) = re.findall(
            r"Max open files\s+(\d+)\s+(\d+)", Path(f"/proc/{server.process.pid}/limits").read_text("utf-8")
        )
        assert limits == ("2000", "2000") and "2000 files" in server.log()


@heavy
def test_nobody_is_refused_when_a_class_leaves_and_another_comes():
    with Logged("ulimit -Sn 1024;") as server:
        assert "files" not in server.log(), "this machine itself allows too few"
        beside(_come_and_go(server.url))
        beside(_come_and_go(server.url, lambda: print(f"{server.connections()} descriptors for 200 readers")))


async def _come_and_go(url, then=lambda: None):
    readers = [Session(url, "/explore?fn=elu") for _ in range(200)]
    await asyncio.gather(*(_come(reader, i / 10) for i, reader in enumerate(readers)))
    then()
    await asyncio.gather(*(reader.close() for reader in readers))


async def _come(reader, after):
    await asyncio.sleep(after)
    await reader.arrive(120)


@heavy
def test_few_descriptors_are_fewer_readers_and_not_a_server_that_is_lost():
    with Logged("ulimit -n 300;") as server:
        opened = [Socket(server.port) for _ in range(100)]
        found = [one.answer.status for one in opened]
        assert sorted(found) == [101] * 60 + [403] * 40
        for one in opened:
            one.connection.close()
        beside(looked_at(server.url))
