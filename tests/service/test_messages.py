"""Messages that mean harm: what they cost is bounded, and they end no conversation but their own."""

import asyncio
import os
import threading
import zlib
from contextlib import suppress
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg

from harness.addresses import pages
from harness.sessions.session import Session
from service.raw import BINARY, COMPRESSED, CONTINUED, FINAL, PING, TEXT, Socket, beside
from service.siege import bounded, lesson, quiet, rerun
from ui.server import connections, messages

__all__ = ["lesson", "quiet"]  # the fixtures are used here as well
ZEROS = 190_000_000


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
