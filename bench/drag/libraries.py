"""Dragging a slider: the lesson beside the same page written plainly in other libraries, one real browser, in turns."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.async_api import Browser, Page, async_playwright

from bench.apps import APPS, PEERS, PLAIN, elu
from bench.drag import hand
from bench.drag.film import Take, watch
from bench.drag.messages import Messages
from bench.report import short, table
from harness.browser import FLAGS, READER, chromium
from harness.server import LESSON, App, Server

ROUNDS = 7
SETTLED = 1500  # ms that a page is left alone once it shows its curve
ENOUGH = 0.9  # pictures per move of a peer that takes part in the comparison of delays
SCRIPT = Path(__file__).with_name("film.js").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Subject:
    """One app, where its page is, and where on the page its slider and its numbers are."""

    app: App
    numbers: str
    slider: str = "input[type=range], [role=slider]"
    page: str = "/"


def _script(name: str, script: str, **environment: str) -> App:
    return App(name, (f"{PEERS}/python", script), folder=APPS, environment=environment)


def _served(name: str, *command: str) -> App:
    return App(name, (f"{PEERS}/{name.lower()}", *command, "--port", "{port}"), folder=APPS)


SUBJECTS = (
    Subject(LESSON, ".st-key-card table", ".st-key-elu-alpha input[type=range]", "/explore?fn=elu&lang=en"),
    Subject(_script("Dash, websocket", "with_dash_websocket.py"), "#numbers"),
    Subject(_script("Dash", "with_dash.py"), "#numbers"),
    Subject(_script("Dash, callback in JavaScript", "with_dash_javascript.py"), "#numbers"),
    Subject(_served("Panel", "serve", "with_panel.py"), "p", page="/with_panel"),
    Subject(_script("Gradio", "with_gradio.py", GRADIO_ANALYTICS_ENABLED="False"), "#numbers"),
    Subject(_served("marimo", "run", "with_marimo.py", "--headless", "--no-token"), ".paragraph"),
    Subject(PLAIN, "[data-testid=stMarkdown] p"),
)


@dataclass(frozen=True, slots=True)
class Stage:
    """A browser with the messages that leave it."""

    browser: Browser
    messages: Messages

    async def visit(self, subject: Subject, url: str) -> Page:
        """A new reader's page with its curve, at rest and filmed."""
        context = await self.browser.new_context(**READER)
        page = await context.new_page()
        self.messages.follow(page)
        await page.goto(url + subject.page)
        await page.wait_for_selector(".js-plotly-plot .scatterlayer .trace path.js-line", timeout=60_000)
        await page.wait_for_timeout(SETTLED)
        await page.evaluate(SCRIPT, {"slider": subject.slider, "numbers": subject.numbers})
        await page.wait_for_timeout(200)
        return page

    async def take(self, subject: Subject, url: str, path: hand.Path) -> Take:
        """One drag on a fresh page."""
        page = await self.visit(subject, url)
        film = await hand.drag(page, path, self.messages)
        await page.context.close()
        return watch(film, path)

    async def learn(self, subject: Subject, url: str) -> hand.Path:
        """Where the slider's values lie on the page of this app."""
        page = await self.visit(subject, url)
        path = await hand.try_out(page, elu.START, elu.HIGH)
        await page.context.close()
        if len(path.crossings()) < hand.MOVES:
            raise RuntimeError(f"{subject.app.name}: only {len(path.crossings())} moves change the slider")
        return path


async def film_all(served: Sequence[tuple[Subject, str]]) -> dict[str, list[Take]]:
    """Every app in every round, in turns, so that what disturbs the machine disturbs all."""
    takes: dict[str, list[Take]] = {subject.app.name: [] for subject, _ in served}
    async with async_playwright() as p:
        browser = await p.chromium.launch(executable_path=chromium(), args=FLAGS)
        stage = Stage(browser, await Messages.of(browser))
        paths = [await stage.learn(subject, url) for subject, url in served]
        for _ in range(ROUNDS):
            for (subject, url), path in zip(served, paths, strict=True):
                takes[subject.app.name].append(await stage.take(subject, url, path))
        await browser.close()
    return takes


def measure() -> dict[str, list[Take]]:
    """The takes of every app, by name."""
    with ExitStack() as running:
        served = [(subject, running.enter_context(Server(subject.app, session=True)).url) for subject in SUBJECTS]
        return asyncio.run(film_all(served))


COLUMNS: dict[str, Callable[[Take], float]] = {
    "pictures per move": lambda take: take.pictures,
    "numbers per move": lambda take: take.numbers,
    "input to picture, ms": lambda take: take.delay,
    "95%, ms": lambda take: take.slow,
    "longest gap, ms": lambda take: take.gap,
    "messages while dragging": lambda take: take.while_dragging,
    "at release": lambda take: take.at_release,
    "frames without a chart": lambda take: take.blank,
    "settled after release, ms": lambda take: take.settled,
    "moves one by one": lambda take: take.single,
}


def typical(takes: list[Take], figure: Callable[[Take], float]) -> float:
    return median(map(figure, takes))


def spread(takes: list[Take]) -> str:
    """How far the rounds lie apart in their median delay."""
    delays = [take.delay for take in takes]
    return f"{min(delays):.0f}–{max(delays):.0f}"


def _written(number: float) -> str:
    """Counts as they are, anything else with two or three digits."""
    return f"{number:g}" if number == round(number) else short(number)


def report() -> str:
    """The table, and the comparison of delays with the peer that keeps up best."""
    takes = measure()
    rows = [
        (name, *(_written(typical(of, figure)) for figure in COLUMNS.values()), spread(of))
        for name, of in takes.items()
    ]
    head = ("page", *COLUMNS, "delay by round, ms")
    pins = " ".join(
        line.replace("==", " ") + "," for line in (APPS / "requirements.txt").read_text("utf-8").split("\n")[1:-1]
    )
    return f"{table(head, rows)}\n\n{verdict(takes)}\n\nThe pages ran with {pins.rstrip(',')}."


def verdict(takes: dict[str, list[Take]]) -> str:
    """Our delay as a share of the best one among peers that draw nearly every move, or of the peer that draws most."""
    ours, *peers = takes
    drawn = {name: typical(takes[name], lambda take: take.pictures) for name in peers}
    able = [name for name in peers if drawn[name] >= ENOUGH]
    best = min(able or [max(peers, key=drawn.__getitem__)], key=lambda name: typical(takes[name], lambda t: t.delay))
    ratios = [mine.delay / theirs.delay for mine, theirs in zip(takes[ours], takes[best], strict=True)]
    why = (
        f"Of the peers that drew {ENOUGH} pictures per move or more, {best} was the quickest from input to picture"
        if able
        else f"No peer drew {ENOUGH} pictures per move; {best} drew most"
    )
    return (
        f"{why}. {ours} took **{median(ratios):.2f}** of its time "
        f"(median of {ROUNDS} rounds, {min(ratios):.2f}–{max(ratios):.2f})."
    )
