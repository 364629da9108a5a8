"""A class on one server: moves of 30, 100 and 200 readers, 200 arriving at once, memory, beside the plain page."""

import asyncio
import gc
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bench.apps import PLAIN
from bench.report import ABSENT, table
from harness.addresses import pages, with_sliders
from harness.server import LESSON, App, Server
from harness.sessions.crowd import ARRIVAL, JITTER, MOVE, Crowd, Result, percentile
from harness.sessions.wire import PATIENCE

SIZES, LARGEST = (30, 100, 200), 200
SECONDS, WITHIN = 60.0, 10.0  # how long moves are counted, and how soon the largest class has arrived
ELU = ["/explore?fn=elu"]
WHAT = """Every reader is a websocket session of its own that speaks Streamlit's protocol as its frontend does, with
compression, and fetches the samples of its pictures as the chart does. It releases a slider of its page every 2 s (the
mean; each release strays up to {jitter:g} s to either side and goes to a random stop), whether or not the last one has
been answered. A move takes from sending to the message that its run has finished, an arrival from the first request
to the end of the first run, without the files of the page. No answer within {patience:g} s (which counts as that
long), an exception on the page and a lost connection are errors. The plain page is the one of the drag, with
Streamlit's own settings, in an environment that has nothing of ours. Each row has a fresh server, visited once
beforehand; readers and server share the machine."""


@dataclass(frozen=True)
class Subject:
    """What a class looks at."""

    name: str
    app: App
    paths: Sequence[str]


@dataclass(frozen=True)
class Row:
    """One class on one server; memory in bytes, `busy` in processor seconds for each second, without its workers."""

    name: str
    result: Result
    healthy: float
    warm: float
    full: float
    end: float
    workers: float
    busy: float


def subjects() -> list[Subject]:
    return [Subject("ours, ELU", LESSON, ELU), Subject("plain page", PLAIN, ["/"])]


async def _measure(subject: Subject, n: int, seconds: float, within: float, server: Server) -> Row:
    healthy = server.memory()
    first = Crowd(server.url, subject.paths, len(subject.paths))
    await first.arrive(len(subject.paths) / 2)
    await first.leave()
    await asyncio.sleep(1)
    warm, crowd = server.memory(), Crowd(server.url, subject.paths, n)
    await crowd.arrive(within)
    full, busy, start = server.memory(), server.busy(), time.perf_counter()
    if seconds:
        await crowd.move(seconds)
    share = (server.busy() - busy) / max(time.perf_counter() - start, 1e-9)
    end, workers = server.memory(), server.workers()
    return Row(subject.name, await crowd.leave(), healthy, warm, full, end, workers, share)


def measure(subject: Subject, n: int, seconds: float = SECONDS, within: float | None = None) -> Row:
    """One class on a fresh server. Its readers must not pause to collect garbage."""
    gc.collect()
    gc.disable()
    try:
        with Server(subject.app) as server:
            return asyncio.run(_measure(subject, n, seconds, within or n / 10, server))
    finally:
        gc.enable()


def ms(seconds: Sequence[float], *percents: int) -> list[str]:
    """Percentiles in milliseconds, and the longest."""
    taken = [percentile(seconds, percent) for percent in percents]
    return [ABSENT if t is None else f"{t * 1e3:.0f}" for t in [*taken, max(seconds, default=None)]]


def errors(result: Result, arriving: bool) -> Counter[str]:
    """What went wrong while arriving, or afterwards."""
    return Counter({kind: n for kind, n in result.errors.items() if kind.startswith(ARRIVAL) == arriving})


def told(found: Counter[str]) -> str:
    """How many errors, and which."""
    kinds = "; ".join(f"{kind}: {count}" for kind, count in found.most_common(3))
    return f"{found.total()} ({kinds})" if kinds else "0"


def patient(result: Result, what: str) -> list[float]:
    """The times of all moves or arrivals; one without an answer counts as long as a reader waits."""
    times = result.moves if what == MOVE else result.arrivals
    return times + [PATIENCE] * sum(n for kind, n in result.errors.items() if kind.startswith(what))


def moves(rows: Sequence[Row]) -> str:
    head = ["page", "readers", "moves", "p50, ms", "p95, ms", "p99, ms", "longest, ms"]
    head += ["errors", "kB a move", "server, cores", "samples p95, ms", "longest, ms"]

    def line(row: Row) -> list[str]:
        r = row.result
        sent = f"{r.received / max(len(r.moves), 1) / 1e3:.2f}"
        times, wrong = ms(patient(r, MOVE), 50, 95, 99), told(errors(r, arriving=False))
        busy = f"{row.busy:.2f}"
        return [row.name, str(r.readers), str(len(r.moves)), *times, wrong, sent, busy, *ms(r.pictures, 95)]

    return table(head, map(line, rows))


def arrivals(rows: Sequence[Row]) -> str:
    head = ["page", "readers", "p50, ms", "p95, ms", "p99, ms", "longest, ms", "errors"]

    def line(row: Row) -> list[str]:
        r = row.result
        return [row.name, str(r.readers), *ms(patient(r, ARRIVAL), 50, 95, 99), told(errors(r, arriving=True))]

    return table(head, map(line, rows))


def memory(rows: Sequence[Row]) -> str:
    head = ["page", "at start, MB", "after one reader of each page, MB", "readers", "with them, MB"]
    head += ["each, kB", "after their moves, MB", "its workers, MB"]

    def line(row: Row) -> list[str]:
        each = (row.full - row.warm) / row.result.readers / 1e3
        sizes = [f"{size / 1e6:.0f}" for size in (row.healthy, row.warm, row.full, row.end, row.workers)]
        return [row.name, *sizes[:2], str(row.result.readers), sizes[2], f"{each:.0f}", *sizes[3:]]

    return table(head, map(line, rows))


def readers(rows: Sequence[Row]) -> str:
    """How much of the machine the readers took themselves, and how punctual they were."""
    own = max(row.result.own for row in rows)
    late = [late for row in rows for late in row.result.late]
    p95, longest = percentile(late, 95) or 0, max(late, default=0)
    return (
        f"The readers themselves took at most {own:.2f} of a core; "
        f"a move was sent {p95 * 1e3:.1f} ms (p95), at most {longest * 1e3:.0f} ms, after its time."
    )


def report() -> str:
    """Moves, arrivals and memory, ours beside the plain page."""
    rows = [measure(subject, n, within=WITHIN if n == LARGEST else None) for n in SIZES for subject in subjects()]
    rows.append(measure(Subject("ours, all functions with sliders", LESSON, with_sliders()), LARGEST, within=WITHIN))
    everywhere = Subject("ours, all pages", LESSON, [*pages(), *with_sliders()])
    full = [row for row in rows if row.result.readers == LARGEST]
    came = [*full, measure(everywhere, LARGEST, seconds=0, within=WITHIN)]
    return "\n\n".join(
        [
            WHAT.format(jitter=JITTER, patience=PATIENCE),
            f"### One move every two seconds\n\n{moves(rows)}",
            f"### {LARGEST} readers arriving within {WITHIN:g} s\n\n{arrivals(came)}",
            f"### Memory of the server\n\n{memory(full)}",
            readers(rows),
        ]
    )
