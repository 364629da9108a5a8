"""The first visit in a real Chromium, cold and warm, and how fast the server starts: ours beside the plain page."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from tempfile import TemporaryDirectory

from bench.apps import PLAIN
from bench.report import table
from bench.visit.browsing import Opened, open_page, profile, walk
from harness.server import LESSON, Server
from harness.sessions.session import Session
from ui.site import STEPS

ADDRESSES = ("/explore?fn=elu", "/", "/compare?fns=elu,relu")  # each with something to drag
HEAVIEST_OF = ADDRESSES[0]
VISITS, STARTS, HEAVIEST = 7, 7, 10
PATIENCE = 60.0
WHAT = f"""Chromium opens each page {VISITS} times with an empty profile (cold), is closed, and opens it again with the
same profile (warm). Bytes are those received on the wire, with headers, compression and the websocket's frames; what
the browser takes from its own cache is no request. The picture is there when its first line is visible, draggable when
that line is Plotly's and a slider stands beside it; both from the start of the navigation. Medians."""
WALKED = "One reader goes from `/` to the end by the button at the foot; bytes as above, for one walk."
ONWARD = ".st-key-course_next :is(a, button)"
STARTED = f"""From starting the process until it answers that it is healthy, and until the first reader's page has run
to its end; both pages in turn, {STARTS} times. Medians."""


@dataclass(frozen=True)
class Visit:
    """One page, opened with an empty profile and again with the same."""

    name: str
    cold: list[Opened]
    warm: list[Opened]


@dataclass(frozen=True)
class Start:
    """One start of a server: seconds, processor seconds and bytes."""

    healthy: float
    busy: float
    memory: float
    first_page: float


def visit(base: str, address: str, name: str) -> Visit:
    cold: list[Opened] = []
    warm: list[Opened] = []
    for _ in range(VISITS):
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            for opened in (cold, warm):
                with profile(folder) as browser:
                    opened.append(open_page(browser, base + address))
    return Visit(name, cold, warm)


def visits() -> list[Visit]:
    with Server(LESSON) as ours, Server(PLAIN) as plain:
        seen = [visit(ours.url, address, f"ours, `{address}`") for address in ADDRESSES]
        return [*seen, visit(plain.url, "/", "plain page")]


async def _first_page(base: str, address: str) -> float:
    session = Session(base, address)
    seconds = await session.arrive(PATIENCE)
    await session.close()
    return seconds


def start(ours: bool) -> Start:
    with Server(LESSON if ours else PLAIN) as server:
        busy, memory = server.busy(), server.memory()
        first = asyncio.run(_first_page(server.url, ADDRESSES[0] if ours else "/"))
        return Start(server.started, busy, memory, server.started + first)


def opened(seen: Sequence[Visit]) -> str:
    half_head = ["kB", "requests", "picture, s", "draggable, s"]
    head = ["page", *(f"{when}: {what}" for when in ("cold", "warm") for what in half_head)]

    def half(times: Sequence[Opened]) -> list[str]:
        size, requests = median(o.size for o in times), median(len(o.fetched) for o in times)
        picture, draggable = median(o.picture for o in times), median(o.draggable for o in times)
        return [f"{size / 1e3:.0f}", f"{requests:.0f}", f"{picture:.2f}", f"{draggable:.2f}"]

    return table(head, ([v.name, *half(v.cold), *half(v.warm)] for v in seen))


def heaviest(opened: Opened) -> str:
    files = sorted(opened.fetched, key=lambda file: -file.size)[:HEAVIEST]
    rows = [[f"`{file.path}`", f"{file.size / 1e3:.0f}", file.encoding or "none"] for file in files]
    return table(["file", "kB", "compression"], [*rows, ["websocket", f"{opened.socket / 1e3:.0f}", opened.agreed]])


def course() -> str:
    """What each step of the course brings after the first page."""
    with Server(LESSON) as ours, TemporaryDirectory(ignore_cleanup_errors=True) as folder, profile(folder) as browser:
        first, *later = walk(browser, f"{ours.url}/", ONWARD, len(STEPS) - 1)
    rows = [[step.title, f"{step.size / 1e3:.0f}"] for step in later]
    whole = sum(step.size for step in later) / 1e3
    return table(
        ["step", "kB more"], [[f"{first.title}, first", f"{first.size / 1e3:.0f}"], *rows, ["all", f"{whole:.0f}"]]
    )


def started(ours: Sequence[Start], plain: Sequence[Start]) -> str:
    head = ["page", "healthy, s", "slowest, s", "processor, s", "memory then, MB", "first page finished, s"]

    def line(name: str, starts: Sequence[Start]) -> list[str]:
        healthy, slowest = median(s.healthy for s in starts), max(s.healthy for s in starts)
        busy, first = median(s.busy for s in starts), median(s.first_page for s in starts)
        memory = median(s.memory for s in starts) / 1e6
        return [name, f"{healthy:.2f}", f"{slowest:.2f}", f"{busy:.2f}", f"{memory:.0f}", f"{first:.2f}"]

    return table(head, [line("ours", ours), line("plain page", plain)])


def report() -> str:
    """First visits, the heaviest files of one, and the start of the server."""
    pairs = [(start(ours=True), start(ours=False)) for _ in range(STARTS)]
    seen = visits()
    return "\n\n".join(
        [
            f"{WHAT}\n\n{opened(seen)}",
            f"### The {HEAVIEST} heaviest files of a cold visit to `{HEAVIEST_OF}`\n\n{heaviest(seen[0].cold[0])}",
            f"### The course after its first page\n\n{WALKED}\n\n{course()}",
            f"### Start of the server\n\n{STARTED}\n\n{started(*zip(*pairs, strict=True))}",
        ]
    )
