"""A measuring session says to the server, word for word, what Chromium says, and fetches the same pictures."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from harness.browser import settle
from harness.sessions.session import Session

PAGES = ("/explore?fn=elu", "/explore?fn=maxout", "/compare?fns=elu", "/why", "/")


def asked(data):
    """A request for a run, with its widgets by their ids."""
    ask = BackMsg.FromString(data).rerun_script
    widgets = {widget.id: widget for widget in ask.widget_states.widgets}
    ask.ClearField("widget_states")
    return ask, widgets


def pictures(page):
    split = map(urlsplit, page.traffic.requests)
    return {f"{url.path}?{url.query}" for url in split if url.path.startswith("/family/")}


def released(before, after):
    """The slider between two requests, and its new value."""
    found = [id for id, widget in after.items() if id in before and widget != before[id]]
    assert len(found) == 1
    return found[0], after[found[0]].double_array_value.data[0]


@pytest.mark.parametrize("path", PAGES)
def test_sessions_speak_as_a_browser_does(visit, server, path):
    page = visit(path)
    seen = [pictures(page)]
    for _ in range(2):
        page.locator("input[type=range]").first.focus()
        page.keyboard.press("ArrowRight")
        settle(page)
        seen.append(pictures(page))
    said = [asked(frame) for frame in page.traffic.sent]
    assert len(said) == 3

    async def speak():
        session = Session(server.url, path)
        assert asked(session.tab.rerun()) == said[0]
        await session.arrive()
        await session.fetch_pictures()
        assert session.fetched == seen[0]
        sent, send = [], session.socket.send

        def watched(data):
            sent.append(data)
            send(data)

        session.socket.send = watched
        for n in (1, 2):
            id, value = released(asked(session.tab.rerun())[1], said[n][1])
            slider = session.tab.sliders[id]
            assert value == slider.at(round((value - slider.low) / slider.step))
            await session.fetch_pictures(slider)
            await session.move(slider, value)
            assert asked(sent[-1]) == said[n] and session.fetched == seen[n]
        await session.close()
        await asyncio.sleep(0)

    with ThreadPoolExecutor(1) as other:  # Playwright's loop runs in this thread
        other.submit(asyncio.run, speak()).result()
