"""Clients that mean harm: what they cost is bounded, the others go on, and the log stays short."""

import asyncio
import os
import re
import socket
import threading
import time
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg

from harness.addresses import pages
from harness.sessions.session import Session
from service.raw import BINARY, COMPRESSED, CONTINUED, FINAL, PING, TEXT, Logged, Socket, ask, beside, parsed, read
from ui.server import connections, log, messages, static

ROOM = 8_000_000  # bytes by which memory may grow while nothing is to be kept
ZEROS = 190_000_000


def heavy(test):
    """For `make faults`."""
    return pytest.mark.slow(pytest.mark.service(test))


@pytest.fixture(scope="module")
def lesson():
    with Logged() as server:
        ask(server.port, b"/")
        beside(_visit(server.url))
        yield server
        # Two runs of one session may meet inside of Streamlit; nothing else is worth more than a line.
        assert max(map(len, server.log().splitlines())) < log.LONGEST + 100
        own = re.sub(
            r"Uncaught app execution\nTraceback.*\n( .*\n)*RuntimeError: dictionary changed size", "", server.log()
        )
        assert "Traceback" not in own, own


async def _visit(url):
    reader = Session(url, "/explore?fn=elu")
    await reader.arrive(60)
    await reader.close()


@pytest.fixture
def quiet(lesson):
    """Whatever the test does is told in a few lines, and afterwards a page is served as ever."""
    before = len(lesson.log())
    yield
    assert len(lesson.log(before).splitlines()) <= 3
    beside(_visit(lesson.url))


@contextmanager
def bounded(server, room=ROOM):
    """Memory grows by no more than this, not even for a moment."""
    before, top, over = server.memory(), [0], threading.Event()

    def watch():
        while not over.wait(0.002):
            top[0] = max(top[0], server.memory())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
    assert max(top[0], server.memory()) - before < room


def rerun(widgets=0, size=0, **more):
    """A message that asks for a run, with so many widgets whose values have so many letters."""
    message = BackMsg()
    message.rerun_script.page_name = "explore"
    for i in range(widgets):
        message.rerun_script.widget_states.widgets.add(id=f"$$ID-{i}", string_value="x" * size)
    for name, value in more.items():
        setattr(message, name, value)
    return message.SerializeToString()


def zeros(size):
    packer = zlib.compressobj(9, zlib.DEFLATED, -12)
    packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(size // 1_000_000))
    return packed + packer.flush(zlib.Z_SYNC_FLUSH)[:-4]


@pytest.mark.parametrize("size", [ZEROS, 60_000_000, 1_000_000])
def test_a_message_of_zeros_is_not_inflated(lesson, quiet, size):
    packed = zeros(size)
    with bounded(lesson), Socket(lesson.port) as one:
        with suppress(ConnectionError):
            one.frame(packed, flags=FINAL | COMPRESSED)
        assert one.closed() == 1009 or len(packed) > connections.MESSAGE, "not told if cut off while it was sent"


def test_a_message_of_zeros_is_not_inflated_behind_nginx_either(stand):
    packed = zeros(60_000_000)
    first, second = stand.replicas
    with bounded(first), bounded(second), Socket(stand.proxy.port) as one:
        one.frame(packed, flags=FINAL | COMPRESSED)
        assert one.closed() == 1009


def test_a_message_of_zeros_in_pieces_is_not_inflated_either(lesson, quiet):
    packed = zeros(ZEROS)
    parts = [packed[i : i + 4000] for i in range(0, len(packed), 4000)]
    with bounded(lesson), Socket(lesson.port) as one, suppress(ConnectionError):
        for i, part in enumerate(parts):
            one.frame(part, CONTINUED if i else BINARY, 0 if i else COMPRESSED)


@pytest.mark.parametrize("size", [0, 1])
def test_a_message_in_endless_pieces_is_cut_off(lesson, quiet, size):
    with bounded(lesson), Socket(lesson.port, deflate=False) as one, suppress(ConnectionError):
        one.frame(b"", BINARY, 0)
        for _ in range(1_000_000):
            one.frame(b"x" * size, CONTINUED, 0)
        pytest.fail("the server takes them all")


def test_the_limits_of_a_message_leave_room_for_every_page(lesson, quiet):
    with Socket(lesson.port) as one:
        one.frame(one.packed(rerun(messages.WIDGETS, 90)), flags=FINAL | COMPRESSED)
        assert one.heard()[0] == BINARY


def test_no_page_comes_near_the_limits_of_a_message(lesson, quiet):
    largest, widgets = beside(_honest(lesson.url))
    assert largest < connections.MESSAGE / 10 and widgets < messages.WIDGETS / 4


async def _honest(url):
    """The bytes and the widgets of the largest message with which a page of either language asks for a run."""
    found = []
    for path in [*pages(), "/explore?fn=softmax", "/explore?fn=dynamic_relu"]:
        for locale in ("zh-CN", "en-US"):
            reader = Session(url, path, locale=locale)
            await reader.arrive(60)
            assert not reader.tab.errors
            found.append((len(reader.tab.rerun()), len(reader.tab.states)))
            await reader.close()
    return max(size for size, _ in found), max(widgets for _, widgets in found)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (rerun(messages.WIDGETS + 1), 1009),
        (rerun(1, connections.MESSAGE), 1009),
        (b"\xff" * 100, 1002),
        (os.urandom(1000), 1002),
    ],
)
def test_a_message_that_no_page_sends_ends_the_conversation(lesson, quiet, said, code):
    with bounded(lesson), Socket(lesson.port, deflate=False) as one:
        one.frame(said)
        assert one.closed() == code


frames = st.tuples(
    st.binary(max_size=300) | st.builds(rerun, st.integers(0, 3), st.integers(0, 9)),
    st.sampled_from([BINARY, CONTINUED, TEXT, PING, 10, 8, 3]),
    st.sampled_from([FINAL, 0, FINAL | COMPRESSED, FINAL | 0x20]),
)
odd = st.text(max_size=20) | st.sampled_from(["", "../..", "\x00", "explore", "a" * 5000, "%ff", "{}", "__main__"])
fuzzed = settings(
    deadline=None, derandomize=True, database=None, max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip


@fuzzed
@given(st.lists(frames, max_size=4))
def test_no_frame_breaks_a_conversation_but_its_own(lesson, quiet, said):
    with Socket(lesson.port) as one, suppress(OSError):
        for frame in said:
            one.frame(*frame)


@fuzzed
@given(st.tuples(odd, odd, odd, odd, odd, odd), st.booleans())
def test_nothing_that_a_page_can_say_breaks_the_server(lesson, words, going_back):
    message = BackMsg.FromString(rerun(2, 5))
    ask_for = message.rerun_script
    ask_for.page_name, ask_for.query_string, ask_for.page_script_hash, ask_for.fragment_id = words[:4]
    ask_for.is_history_navigation = going_back
    ask_for.context_info.locale, ask_for.context_info.url = words[4:]
    ask_for.cached_message_hashes.extend(words)
    with Socket(lesson.port, deflate=False) as one:
        one.frame(message.SerializeToString())
        one.frame(rerun(app_heartbeat=True))
        assert one.heard()[0] == BINARY


def test_text_ends_the_conversation(lesson, quiet):
    with Socket(lesson.port, deflate=False) as one:
        one.frame(b"{}", TEXT)
        assert one.closed() == 1003


@pytest.mark.parametrize("what", ["clear_cache", "load_git_info", "set_run_on_save", "debug_shutdown_runtime"])
def test_what_is_not_for_readers_to_say_is_passed_over(lesson, quiet, what):
    with Socket(lesson.port, deflate=False) as one:
        one.frame(rerun(**{what: True}))
        one.frame(rerun(app_heartbeat=True))
        kind, data = one.heard()
        assert kind == BINARY and b"explore" not in data


def test_states_of_widgets_that_do_not_exist_do_not_pile_up(lesson, quiet):
    with bounded(lesson, 20_000_000), Socket(lesson.port, deflate=False) as one:
        for turn in range(60):
            message = BackMsg.FromString(rerun(messages.WIDGETS, 90))
            for widget in message.rerun_script.widget_states.widgets:
                widget.id += f"-{turn}"
                widget.trigger_value = True
            one.frame(message.SerializeToString())


def test_a_flood_of_messages_slows_only_its_sender(lesson, quiet):
    calm = beside(_moves(lesson.url, 8))
    with Socket(lesson.port, deflate=False) as one, bounded(lesson, 20_000_000):
        one.connection.settimeout(0.5)
        over = threading.Event()
        flood = threading.Thread(target=_flood, args=(one, over))
        flood.start()
        try:
            under_fire = beside(_moves(lesson.url, 8))
        finally:
            over.set()
            flood.join()
    assert median(under_fire) < median(calm) + 1.0, "every move is answered"


def _flood(one, over):
    data, sent = rerun(20, 40), 0
    with suppress(OSError):
        while not over.is_set() and sent < 10_000:
            with suppress(TimeoutError):
                one.frame(data)
            sent += 1


async def _moves(url, n):
    reader = Session(url, "/explore?fn=elu")
    await reader.arrive(60)
    (slider, *_), taken = list(reader.tab.sliders.values()), []
    for i in range(n):
        taken.append(await reader.move(slider, slider.at(i % slider.stops), 20))
        await asyncio.sleep(0.05)
    await reader.close()
    return taken


def test_pings_of_one_who_reads_no_answers_are_not_kept(lesson, quiet):
    with Socket(lesson.port, deflate=False) as one, bounded(lesson):
        one.connection.settimeout(1.0)
        ping = bytes([FINAL | PING, 0x80 | 125]) + bytes(4 + 125)
        sent = 0
        with suppress(TimeoutError):
            for _ in range(1000):
                sent += one.connection.send(ping * 500)
        assert sent < 40_000_000, "the server stops to listen"


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
        beside(_visit(server.url))


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
        beside(_visit(server.url))
