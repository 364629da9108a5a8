"""A real Chromium, what its pages move over the wire, and waiting until they are at rest."""

import os
import shutil
import zlib
from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Page, Request

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-features=Translate"),
]
# Looks from inside the page, so that a busy machine delays what is waited for and the waiting alike; 1 if it rests.
REST = """rest => new Promise(done => {
    const seen = () => [
        document.querySelector('[data-test-script-state]')?.getAttribute('data-test-script-state'),
        document.querySelector('[data-testid=stMain]')?.scrollHeight,
        ...[...document.querySelectorAll('.chart')].map((chart) => chart.dataset.drawn),
    ].join();
    const end = performance.now() + 20_000;
    let before, since;
    const look = () => {
        const now = seen(), time = performance.now(), runs = !now.startsWith('notRunning');
        if (now !== before || runs) [before, since] = [now, time];
        if (time - since >= rest || time > end) done(!runs);
        else setTimeout(look, 50);
    };
    look();
})"""
RESTS = 300  # ms, longer than the fifth of a second after which a slider says where it is left
# collects what the page's policy forbids
VIOLATIONS = """
    window.violations = [];
    const note = e => violations.push(`${e.violatedDirective} ${e.blockedURI}`);
    document.addEventListener('securitypolicyviolation', note);
"""
READER: dict[str, Any] = {"locale": "en-US", "viewport": {"width": 1280, "height": 900}}


def chromium() -> str | None:
    """An installed Chromium, one without a desktop's interface first; None means Playwright's own."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


def header(event: dict[str, Any], name: str) -> str:
    """A header of an answer that the browser's own tools tell of."""
    return {key.lower(): value for key, value in event["response"]["headers"].items()}.get(name, "")


def sizes(frames: Iterable[bytes | str], extensions: str) -> list[int]:
    """Bytes of websocket frames, as permessage-deflate packs them if it was agreed on (its window is 4 KiB)."""
    packer, found = zlib.compressobj(wbits=-12), []
    for frame in frames:
        data = frame if isinstance(frame, bytes) else frame.encode()
        if "permessage-deflate" in extensions:
            data = (packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH))[:-4]  # without the marker
        found.append(len(data) + (2 if len(data) < 126 else 4 if len(data) < 65536 else 10))  # with the frame's head
    return found


class Traffic:
    """What goes over the wire: websocket frames by direction, and every address requested."""

    def __init__(self, page: Page) -> None:
        self.sent: list[bytes | str] = []
        self.received: list[bytes | str] = []
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.pending: set[Request] = set()
        self.extensions = ""
        tools = page.context.new_cdp_session(page)
        tools.send("Network.enable")
        tools.on("Network.webSocketHandshakeResponseReceived", self._agreed)
        page.on("websocket", self._listen)
        page.on("request", self._asked)
        page.on("requestfinished", lambda r: self.pending.discard(r))
        page.on("requestfailed", lambda r: self.pending.discard(r))
        page.on("pageerror", lambda e: self.errors.append(str(e)))

    def _agreed(self, event: dict[str, Any]) -> None:
        self.extensions = header(event, "sec-websocket-extensions")

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)
        self.pending.add(request)

    def _listen(self, socket: Any) -> None:
        socket.on("framesent", lambda f: self.sent.append(f))
        socket.on("framereceived", lambda f: self.received.append(f))

    def forget(self) -> None:
        """Begin anew, as for a page that has just been opened."""
        for heard in (self.sent, self.received, self.requests, self.errors):
            heard.clear()

    def wire(self, since: int) -> int:
        """Bytes received after the frame `since`."""
        assert "permessage-deflate" in self.extensions, "the websocket is not compressed"
        return sum(sizes(self.received, self.extensions)[since:])


def settle(page: Any) -> None:
    """Wait until the script has finished, what it asked for has arrived, and nothing is moving any more."""
    for _ in range(50):
        waited = bool(page.traffic.pending)
        assert page.evaluate(REST, RESTS), "the script does not come to an end"
        if not waited and not page.traffic.pending:
            return


def until(page: Any, expression: str, seconds: int = 20) -> None:
    """Wait until an expression is true; Playwright's own waiting needs `eval`, which the page forbids."""
    for _ in range(seconds * 50):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"never true: {expression}")
