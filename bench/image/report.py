"""What the image weighs, by package, and how it starts and what memory it takes beside the lesson outside of it."""

import asyncio
import json
import os
import platform
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from statistics import median

import content
from bench.image import engines
from bench.report import table
from harness.addresses import pages
from harness.server import LESSON, LOOK, STARTS_WITHIN, Server
from harness.sessions.session import Session

STARTS = 3
WHAT = """The image is built from the Dockerfile on {base}{other}
and run with a root that nobody can write to, without rights, as user {user}. Every page was opened in every language
over a websocket, a slider released, the samples of its pictures fetched; HEALTHCHECK's own command answered. A start
takes until the server says that it is healthy; memory is the resident memory of the one process, at rest after its
start and after every page has been opened. Both are medians of {starts} starts."""
OTHER = ", which is not the one it names ({named}),"
WEIGHS = Path(__file__).with_name("weighs.py").read_text("utf-8")
MEMORY = "import os; print(int(open('/proc/1/statm').read().split()[1]) * os.sysconf('SC_PAGE_SIZE'))"
ABOUT = """import os, platform
print(platform.python_version(), os.getuid(), bool(os.statvfs("/lab").f_flag & os.ST_RDONLY))"""
SMALL = 2e6  # bytes; smaller packages have no line of their own


async def read(url: str) -> None:
    """Open every page as a reader does; raises for whatever goes wrong."""
    langs = content.languages()
    for path in [*(f"{page}?lang={lang}" for page in pages() for lang in langs), "/explore?fn=elu"]:
        reader = Session(url, path)
        await reader.arrive()
        await reader.fetch_pictures()
        for slider in list(reader.tab.sliders.values())[:1]:
            await reader.move(slider, slider.high)
        await reader.close()
        if reader.tab.errors:
            raise RuntimeError(f"{path}: {reader.tab.errors}")


def healthy(url: str) -> None:
    """Wait until the server says so."""
    start = time.perf_counter()
    while time.perf_counter() - start < STARTS_WITHIN:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=STARTS_WITHIN):
                return
        except OSError:
            time.sleep(LOOK)
    raise TimeoutError(f"{url} did not become healthy")


def visited(url: str, memory: Callable[[], int]) -> tuple[float, float]:
    """Memory at rest, and after every page."""
    at_rest = memory()
    asyncio.run(read(url))
    return at_rest, memory()


def outside() -> tuple[float, ...]:
    with Server(LESSON) as server:
        return server.started, *visited(server.url, server.memory)


def inside(engine: engines.Engine) -> tuple[float, ...]:
    with engine:
        healthy(engine.url)
        started = time.perf_counter() - engine.begun
        engine.inside(*engine.health())
        return started, *visited(engine.url, lambda: int(engine.inside("python", "-ISc", MEMORY)))


def weights(engine: engines.Engine) -> tuple[str, str, str]:
    """The table of sizes, the image's Python, and its user."""
    with engine:
        healthy(engine.url)
        version, user, closed = engine.inside("python", "-ISc", ABOUT).split()
        if user == "0" or closed != "True":
            raise RuntimeError("the lesson could write to its own files")
        found = json.loads(engine.inside("python", "-ISc", WEIGHS))
    before, after = found["installed"], found["left"]
    named = sorted((name for name in before if before[name] > SMALL), key=lambda name: -before[name])
    rows = [[name, mb(before[name]), mb(after[name])] for name in named]
    rows += [[name, "", mb(size)] for name, size in found["ours"].items()]
    rows.append(["all that the image adds to its base", "", mb(found["total"])])
    return table(["", "as installed, MB", "in the image, MB"], rows), version, user


def mb(size: float) -> str:
    return f"{size / 1e6:.1f}"


def report() -> str:
    """Build, open everything, weigh, and compare."""
    os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")
    engine = engines.find()
    base = engine.base()
    engine.build(base)
    sizes, version, user = weights(engine)
    pairs = [(outside(), inside(engine)) for _ in range(STARTS)]
    rows = []
    for name, column in ((f"outside, Python {platform.python_version()}", 0), (f"the image, Python {version}", 1)):
        start, at_rest, after = (median(pair[column][i] for pair in pairs) for i in range(3))
        rows.append([name, f"{start:.2f}", mb(at_rest), mb(after)])
    compared = table(["", "start, s", "at rest, MB", "after every page, MB"], rows)
    other = "" if base.endswith(engines.BASE) else OTHER.format(named=engines.BASE)
    return f"{WHAT.format(base=base, other=other, user=user, starts=STARTS)}\n\n{sizes}\n\n{compared}"
