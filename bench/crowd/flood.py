"""A reader among fifty hostile connections: how long the next slider's picture takes, and a new reader's arrival."""

import asyncio
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from activations import CATALOGUE
from bench.report import ABSENT, table
from figures import samples
from harness.server import LESSON, Server
from harness.sessions.crowd import percentile
from harness.sessions.session import Session
from harness.sessions.wire import PATIENCE, Lost
from harness.stand import NGINX, Stand

CONNECTIONS, SECONDS, PAUSE, SEED = 50, 20.0, 0.25, 3
REPEATED = "/family/years" + "-bounded" * 2000
READER = "/explore?fn=dynamic_relu"
WHAT = """{n} connections ask one after another, as fast as they are answered, for {seconds:g} s; meanwhile an honest
reader comes to a slider of dynamic ReLU every {pause:g} s (each time at a new point, so that nothing is kept), and
every second somebody arrives. "At random" asks for samples of random functions around random points, without cookies;
"under false names" does so with a new cookie each time; "repeated" asks for a picture whose name repeats one word
2,000 times. Everybody comes from the same address and shares the machine with the server."""


@dataclass
class Seen:
    """What honest readers waited, in seconds, and how often the hostile ones were answered, by status."""

    pictures: list[float] = field(default_factory=list)
    arrivals: list[float] = field(default_factory=list)
    failed: int = 0
    asked: dict[int, int] = field(default_factory=dict)


def _points(lot: random.Random) -> str:
    name = lot.choice([name for name in CATALOGUE if len(samples.axes(name)) > 1])
    axes = samples.axes(name)
    moving = lot.choice(["", *(f"~{axis.name}" for axis in axes)])
    return f"/family/{name}{moving}?" + urlencode({a.name: f"{lot.uniform(a.low, a.high):.4f}" for a in axes})


async def _hostile(base: str, kind: str, seen: Seen, lot: random.Random) -> None:
    """One connection that never pauses; one that is closed is opened again."""
    address = urlsplit(base)
    while True:
        with suppress(OSError, asyncio.IncompleteReadError, ValueError):
            reader, writer = await asyncio.open_connection(address.hostname, address.port)
            try:
                while True:
                    false = f"Cookie: reader={lot.getrandbits(128):032x}\r\n" if kind == "under false names" else ""
                    path = REPEATED if kind == "repeated" else _points(lot)
                    writer.write(f"GET {path} HTTP/1.1\r\nHost: {address.netloc}\r\n{false}\r\n".encode())
                    status = await _answer(reader)
                    seen.asked[status] = seen.asked.get(status, 0) + 1
            finally:
                writer.close()


async def _answer(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    headers = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    await reader.readexactly(int(headers.get("content-length", 0)))
    return int(head.split()[1])


async def _coming(base: str, seen: Seen) -> None:
    while True:
        session = Session(base, READER)
        try:
            seen.arrivals.append(await session.arrive())
        except (OSError, Lost, TimeoutError):
            seen.arrivals.append(PATIENCE)
            seen.failed += 1
        await session.close()
        await asyncio.sleep(1)


async def _reading(base: str, seen: Seen, lot: random.Random) -> None:
    session = Session(base, READER)
    await session.arrive()
    while True:
        await asyncio.sleep(PAUSE)
        slider = lot.choice(list(session.tab.sliders.values()))
        session.tab.move(slider, slider.elsewhere(session.tab.value(slider), lot))
        other = lot.choice(list(session.tab.sliders.values()))
        start = time.perf_counter()
        try:
            if await session.fetch_pictures(other):
                seen.pictures.append(time.perf_counter() - start)
        except (OSError, Lost, TimeoutError):
            seen.pictures.append(time.perf_counter() - start)
            seen.failed += 1


async def besieged(base: str, kind: str | None, seconds: float = SECONDS) -> Seen:
    """Honest readers of a server while hostile connections are at work, or without any."""
    seen, lot = Seen(), random.Random(SEED)
    reader = asyncio.create_task(_reading(base, seen, random.Random(SEED)))
    await asyncio.sleep(1)
    work = [_hostile(base, kind, seen, lot) for _ in range(CONNECTIONS)] if kind else []
    tasks = [reader, *map(asyncio.create_task, [_coming(base, seen), *work])]
    await asyncio.sleep(seconds)
    for task in tasks:
        if task.done():
            task.result()  # somebody has failed, and nothing was measured
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return seen


def row(kind: str, seen: Seen) -> list[str]:
    """One line of the table: milliseconds, failures, and what became of the hostile wishes."""

    def ms(times: Sequence[float]) -> list[str]:
        shown = [percentile(times, 50), percentile(times, 95), max(times, default=None)]
        return [ABSENT if t is None else f"{t * 1e3:.0f}" for t in shown]

    answers = ", ".join(f"{status}: {n}" for status, n in sorted(seen.asked.items())) or ABSENT
    return [kind, *ms(seen.pictures), *ms(seen.arrivals), str(seen.failed), answers]


@contextmanager
def _bare() -> Iterator[str]:
    with Server(LESSON) as server:
        yield server.url


@contextmanager
def _behind_nginx() -> Iterator[str]:
    stand = Stand(replicas=1)
    try:
        yield stand.url
    finally:
        stand.remove()


def report() -> str:
    """Pictures and arrivals of honest readers, in peace and under each kind of attack."""
    head = ["hostile connections", "picture p50, ms", "p95, ms", "longest, ms"]
    head += ["arrival p50, ms", "p95, ms", "longest, ms", "honest failures", "hostile answers"]
    rows = []
    for front, place in [("", _bare), *([(", through nginx", _behind_nginx)] if NGINX else [])]:
        for kind in ("none", "at random", "under false names", "repeated"):
            with place() as url:
                asyncio.run(Session(url, READER).arrive())
                rows.append(row(kind + front, asyncio.run(besieged(url, None if kind == "none" else kind))))
    return f"{WHAT.format(n=CONNECTIONS, seconds=SECONDS, pause=PAUSE)}\n\n{table(head, rows)}"
