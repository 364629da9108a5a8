"""A real server with its settings, and a real Chromium; one of each for the whole session."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import zlib
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-features=Translate"),
]


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


def chromium():
    """An installed Chromium; None means Playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as p:
        instance = p.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield instance
        instance.close()


class Server:
    """`streamlit run app.py` on a free port; `fresh()` starts it anew."""

    def __init__(self):
        self.process = None
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.url = f"http://localhost:{self.port}"

    def fresh(self):
        self.stop()
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1)
                return self
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the server did not start")

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(10)


@pytest.fixture(scope="session")
def server():
    instance = Server().fresh()
    yield instance
    instance.stop()


@pytest.fixture
def visit(browser, server):
    """Open an address as a new reader: `visit("/explore?fn=elu", locale="zh-CN")`."""
    contexts = []

    def open_page(path, locale="en-US", width=1280, height=900, ready=".chart[data-drawn]", without=None, **options):
        context = browser.new_context(locale=locale, viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.traffic = Traffic(page)
        if without:
            page.route(without, lambda route: route.abort())
        page.goto(server.url + path)
        if ready:
            page.wait_for_selector(ready, timeout=20_000)
        settle(page)
        return page

    yield open_page
    for context in contexts:
        context.close()


def settle(page):
    """Wait until the script has finished, what it asked for has arrived, and nothing is moving any more."""
    page.wait_for_timeout(200)
    page.wait_for_selector("[data-test-script-state=notRunning]", state="attached", timeout=20_000)
    page.wait_for_timeout(500)
    for _ in range(200):
        if not page.traffic.pending:
            break
        page.wait_for_timeout(50)


def until(page, expression, seconds=20):
    """Wait until an expression is true; Playwright's own waiting needs `eval`, which the page forbids."""
    for _ in range(seconds * 20):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")


class Traffic:
    """What goes over the wire: websocket frames by direction, and every address requested."""

    def __init__(self, page):
        self.sent, self.received, self.requests, self.errors, self.extensions = [], [], [], [], ""
        self.pending = set()
        tools = page.context.new_cdp_session(page)
        tools.send("Network.enable")
        tools.on("Network.webSocketHandshakeResponseReceived", self._agreed)
        page.on("websocket", self._listen)
        page.on("request", lambda r: (self.requests.append(r.url), self.pending.add(r)))
        page.on("requestfinished", lambda r: self.pending.discard(r))
        page.on("requestfailed", lambda r: self.pending.discard(r))
        page.on("pageerror", lambda e: self.errors.append(str(e)))

    def _agreed(self, event):
        headers = {name.lower(): value for name, value in event["response"]["headers"].items()}
        self.extensions = headers.get("sec-websocket-extensions", "")

    def wire(self, since):
        """Bytes received after the frame `since`, as permessage-deflate packs them (its window is 4 KiB)."""
        assert "permessage-deflate" in self.extensions, "the websocket is not compressed"
        packer, sizes = zlib.compressobj(wbits=-12), []
        for frame in self.received:
            data = frame if isinstance(frame, bytes) else frame.encode()
            packed = packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH)
            sizes.append(len(packed) - 4 + (2 if len(packed) < 130 else 4))  # without the marker, with the frame's head
        return sum(sizes[since:])

    def _listen(self, socket):
        socket.on("framesent", lambda f: self.sent.append(f))
        socket.on("framereceived", lambda f: self.received.append(f))
