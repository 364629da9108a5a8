"""A server under attack: it must answer as ever afterwards, keep its memory, and say little of it in its log."""

import re
import threading
from contextlib import contextmanager

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from harness.sessions.session import Session
from service.raw import Logged, ask, beside
from ui.server import log

ROOM = 8_000_000  # bytes by which memory may grow while nothing is to be kept


def heavy(test):
    """For `make faults`."""
    return pytest.mark.slow(pytest.mark.service(test))


@pytest.fixture(scope="module")
def lesson():
    with Logged() as server:
        ask(server.port, b"/")
        beside(looked_at(server.url))
        yield server
        # Two runs of one session may meet inside of Streamlit; nothing else is worth more than a line.
        assert max(map(len, server.log().splitlines())) < log.LONGEST + 100
        own = re.sub(
            r"Uncaught app execution\nTraceback.*\n( .*\n)*RuntimeError: dictionary changed size", "", server.log()
        )
        assert "Traceback" not in own, own


async def looked_at(url):
    """A reader comes, sees the page, and goes."""
    reader = Session(url, "/explore?fn=elu")
    await reader.arrive(60)
    await reader.close()


@pytest.fixture
def quiet(lesson):
    """Whatever the test does is told in a few lines, and afterwards a page is served as ever."""
    before = len(lesson.log())
    yield
    assert len(lesson.log(before).splitlines()) <= 3
    beside(looked_at(lesson.url))


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
