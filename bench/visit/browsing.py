"""A real Chromium with a profile of its own, and everything a page moves over the wire while it opens."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, CDPSession, Page, sync_playwright

from harness.browser import FLAGS, READER, chromium, header, sizes

PATIENCE = 120_000  # ms
WATCH = """(() => {
  const curves = ".js-plotly-plot .scatterlayer path.js-line", handle = "input[type=range], [role=slider]";
  const visible = (path) => path.getClientRects()[0]?.width > 20 && path.getAttribute("d")?.includes("L");
  const any = (selector) => [...document.querySelectorAll(selector)].some(visible);
  const told = (what, there) => { if (there) document.documentElement.dataset[what] ??= performance.now(); };
  const look = () => {
    const curve = any(curves);
    told("picture", curve || any(".first path"));
    told("draggable", curve && document.querySelector(handle));
    if (!document.documentElement.dataset.draggable) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""


@contextmanager
def profile(folder: str) -> Iterator[BrowserContext]:
    """A browser that keeps its cache in `folder`, also for the next time."""
    with sync_playwright() as p:
        context = p.chromium.launch_persistent_context(folder, executable_path=chromium(), args=FLAGS, **READER)
        context.set_default_timeout(PATIENCE)
        yield context
        context.close()


@dataclass
class File:
    """One answered request: its path, the bytes that came over the wire with their headers, and how."""

    path: str
    size: int = 0
    encoding: str = ""
    cached: bool = False


@dataclass
class Opened:
    """A page from the first request until nothing more arrives."""

    files: list[File] = field(default_factory=list)
    socket: int = 0  # bytes of websocket frames received
    agreed: str = "none"  # how they were compressed
    picture: float = 0.0  # seconds from the start of the navigation until a curve is visible
    draggable: float = 0.0  # ... and until it stands in the picture that moves, beside a slider

    @property
    def fetched(self) -> list[File]:
        return [file for file in self.files if not file.cached]

    @property
    def size(self) -> int:
        return self.socket + sum(file.size for file in self.files)


@dataclass(frozen=True)
class Step:
    """One page of a walk, by its title, and the bytes that came for it."""

    title: str
    size: int


class Network:
    """What the browser's own tools say of the network."""

    def __init__(self, tools: CDPSession) -> None:
        self.files: dict[str, File] = {}
        self.open: set[str] = set()
        self.frames: list[bytes | str] = []
        self.extensions = ""
        for event, heard in {
            "requestWillBeSent": self._asked,
            "requestServedFromCache": self._kept,
            "responseReceived": self._answered,
            "loadingFinished": self._finished,
            "loadingFailed": lambda e: self.open.discard(e["requestId"]),
            "webSocketHandshakeResponseReceived": self._agreed,
        }.items():
            tools.on(f"Network.{event}", heard)
        tools.send("Network.enable")

    def _asked(self, event: dict) -> None:
        if event["request"]["url"].startswith("http"):
            self.files[event["requestId"]] = File(urlsplit(event["request"]["url"]).path)
            self.open.add(event["requestId"])

    def _kept(self, event: dict) -> None:
        if event["requestId"] in self.files:
            self.files[event["requestId"]].cached = True

    def _answered(self, event: dict) -> None:
        if file := self.files.get(event["requestId"]):
            answer = event["response"]
            file.encoding = header(event, "content-encoding")
            file.cached |= answer.get("fromDiskCache", False) or answer.get("fromPrefetchCache", False)

    def _finished(self, event: dict) -> None:
        self.open.discard(event["requestId"])
        if file := self.files.get(event["requestId"]):
            file.size = int(event["encodedDataLength"])

    def _agreed(self, event: dict) -> None:
        self.extensions = header(event, "sec-websocket-extensions")


def open_page(context: BrowserContext, url: str) -> Opened:
    """Visit an address and wait until it is drawn, its script has run and nothing is on its way."""
    page = context.new_page()
    network = Network(context.new_cdp_session(page))
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: network.frames.append(frame)))
    page.add_init_script(WATCH)
    page.goto(url)
    # an attribute, because the lesson's policy forbids evaluating text, which waiting for a variable would need
    page.wait_for_selector("html[data-draggable]", state="attached")
    page.wait_for_selector("[data-test-script-state=notRunning]", state="attached")
    fall_silent(page, network)
    html = page.locator("html")
    picture, draggable = (float(html.get_attribute(f"data-{what}") or 0) / 1000 for what in ("picture", "draggable"))
    page.close()
    agreed = network.extensions.partition(";")[0] or "none"
    return Opened(
        list(network.files.values()), sum(sizes(network.frames, network.extensions)), agreed, picture, draggable
    )


def walk(context: BrowserContext, url: str, onward: str, steps: int) -> list[Step]:
    """From an address on, so many times to where `onward`, a selector, leads; what each step brings."""
    page = context.new_page()
    network = Network(context.new_cdp_session(page))
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: network.frames.append(frame)))
    page.goto(url)
    found: list[Step] = []
    for n in range(steps + 1):
        if n:
            page.locator(onward).click()
        page.wait_for_selector("[data-test-script-state=notRunning]", state="attached")
        fall_silent(page, network, workers=True)
        total = sum(sizes(network.frames, network.extensions)) + sum(file.size for file in network.files.values())
        found.append(Step(page.title(), total - sum(step.size for step in found)))
    page.close()
    return found


def fall_silent(page: Page, network: Network, workers: bool = False) -> None:
    """Nothing asked for and nothing heard for a second; of what `workers` ask for, no end is told."""
    heard, quiet = (-1, -1), 0
    while quiet < 4:
        page.wait_for_timeout(250)
        now = len(network.files), len(network.frames)
        quiet, heard = (quiet + 1 if now == heard and (workers or not network.open) else 0), now
