"""Two networks of 2-16-16-1, 4 steps to a picture: the lesson beside plain pages of Streamlit and of Dash."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np
from playwright.sync_api import Browser, sync_playwright

from bench.apps import APPS, PEERS
from bench.report import short, table
from harness.browser import FLAGS, READER, chromium
from harness.server import LESSON, App, Server, streamlit

ROUNDS = 7
ARRIVED, WATCHED = 4000, 4000  # ms that a page runs before it is watched, and that it is watched
MOVES = 40  # of the pointer meanwhile
SCRIPT = Path(__file__).with_name("watch.js").read_text("utf-8").partition("\n")[2]


@dataclass(frozen=True, slots=True)
class Subject:
    """One app, where its page is, and where on it the step stands."""

    app: App
    told: str
    page: str = "/"


@dataclass(frozen=True, slots=True)
class Take:
    """What one page has shown: pictures a second, and how late it heard of the pointer, in ms."""

    pictures: float
    late: float
    latest: float


SUBJECTS = (
    Subject(LESSON, ".trainer-bar output", "/duel?fns=gelu,tanh&units=16&lang=en"),
    Subject(App("Dash", (f"{PEERS}/python", "with_dash_nets.py"), folder=APPS), "#told"),
    Subject(streamlit("Streamlit", f"{PEERS}/python", "with_streamlit_nets.py", APPS), "[data-testid=stMarkdown] p"),
)


def take(browser: Browser, subject: Subject, url: str) -> Take:
    """Watch one fresh page for a while."""
    page = browser.new_context(**READER).new_page()
    page.goto(url + subject.page)
    page.wait_for_selector(subject.told, timeout=60_000)
    page.wait_for_timeout(ARRIVED)
    if page.locator(".trainer").count():
        page.wait_for_selector(".trainer[data-plays=false]")  # it rests by itself after a while, and is played on
        page.locator(".trainer-bar .primary").click()
    page.evaluate(SCRIPT.rstrip().rstrip(";"), subject.told)
    start, before = page.evaluate("[performance.now(), seen.steps.length]")
    for i in range(MOVES):
        page.mouse.move(300 + 5 * i, 300 + i)
        page.wait_for_timeout(WATCHED / MOVES)
    end, after, late = page.evaluate("[performance.now(), seen.steps.length, seen.late]")
    page.context.close()
    return Take((after - before) / (end - start) * 1000, median(late), float(np.quantile(late, 0.95)))


def report() -> str:
    """The table: medians of the rounds, in turns."""
    takes: dict[str, list[Take]] = {subject.app.name: [] for subject in SUBJECTS}
    with ExitStack() as running, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=chromium(), args=FLAGS)
        served = [(one, running.enter_context(Server(one.app, session=True)).url) for one in SUBJECTS]
        for _ in range(ROUNDS):
            for subject, url in served:
                takes[subject.app.name].append(take(browser, subject, url))
        browser.close()
    head = ("page", "pictures a second", "by round", "pointer heard after, ms", "95%, ms")
    return table(head, [(name, *_figures(of)) for name, of in takes.items()])


def _figures(takes: list[Take]) -> tuple[str, ...]:
    pictures = [one.pictures for one in takes]
    typical = (median(pictures), median(one.late for one in takes), median(one.latest for one in takes))
    first, *rest = map(short, typical)
    return (first, f"{short(min(pictures))}–{short(max(pictures))}", *rest)
