"""Dragging a slider: the lesson beside the same page written plainly in other libraries, one real browser, in turns."""

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from statistics import median

from playwright.async_api import Browser, Page, async_playwright

from bench import hand
from bench.apps import elu
from bench.film import Take, watch
from bench.messages import Wire
from bench.report import short, table
from bench.served import APPS, OURS, PEERS, App, Server
from tests.browser.conftest import FLAGS, chromium

ROUNDS = 7
SETTLED = 1500  # ms that a page is left alone once it shows its curve
ENOUGH = 0.9  # pictures per move of a peer that takes part in the comparison of delays
SCRIPT = (APPS.parent / "film.js").read_text()
BIN = PEERS.parent
APPLICATIONS = (
    OURS,
    App("Dash, websocket", (str(PEERS), "with_dash_websocket.py"), "#numbers"),
    App("Dash", (str(PEERS), "with_dash.py"), "#numbers"),
    App("Dash, callback in JavaScript", (str(PEERS), "with_dash_javascript.py"), "#numbers"),
    App("Panel", (f"{BIN}/panel", "serve", "with_panel.py", "--port", "{port}"), "p", page="/with_panel"),
    App("Gradio", (str(PEERS), "with_gradio.py"), "#numbers", environment={"GRADIO_ANALYTICS_ENABLED": "False"}),
    App(
        "marimo",
        (f"{BIN}/marimo", "run", "with_marimo.py", "--headless", "--no-token", "--port", "{port}"),
        ".paragraph",
    ),
    App(
        "Streamlit",
        (f"{BIN}/streamlit", "run", "with_streamlit.py", "--server.port", "{port}", "--server.headless", "true"),
        "[data-testid=stMarkdown] p",
    ),
)


async def visit(browser: Browser, server: Server, wire: Wire) -> Page:
    """A new reader's page with its curve, at rest and filmed."""
    context = await browser.new_context(locale="en-US", viewport={"width": 1280, "height": 900})
    page = await context.new_page()
    wire.follow(page)
    await page.goto(server.url + server.app.page)
    await page.wait_for_selector(".js-plotly-plot .scatterlayer .trace path.js-line", timeout=60_000)
    await page.wait_for_timeout(SETTLED)
    await page.evaluate(SCRIPT, {"slider": server.app.slider, "numbers": server.app.numbers})
    await page.wait_for_timeout(200)
    return page


async def take(browser: Browser, server: Server, wire: Wire, path: hand.Path) -> Take:
    """One drag on a fresh page."""
    page = await visit(browser, server, wire)
    film = await hand.drag(page, path, wire)
    await page.context.close()
    return watch(film, path)


async def learn(browser: Browser, server: Server, wire: Wire) -> hand.Path:
    """Where the slider's values lie on the page of this app."""
    page = await visit(browser, server, wire)
    path = await hand.try_out(page, elu.START, elu.HIGH)
    await page.context.close()
    if len(path.crossings()) < hand.MOVES:
        raise RuntimeError(f"{server.app.name}: only {len(path.crossings())} moves change the slider")
    return path


async def film_all(servers: list[Server]) -> dict[str, list[Take]]:
    """Every app in every round, in turns, so that what disturbs the machine disturbs all."""
    takes: dict[str, list[Take]] = {server.app.name: [] for server in servers}
    async with async_playwright() as p:
        browser = await p.chromium.launch(executable_path=chromium(), args=FLAGS)
        wire = await Wire.of(browser)
        paths = {server.app.name: await learn(browser, server, wire) for server in servers}
        for _ in range(ROUNDS):
            for server in servers:
                takes[server.app.name].append(await take(browser, server, wire, paths[server.app.name]))
        await browser.close()
    return takes


def measure() -> dict[str, list[Take]]:
    """The takes of every app, by name."""
    with ExitStack() as running:
        servers = []
        for app in APPLICATIONS:
            servers.append(Server(app))
            running.callback(servers[-1].stop)
            servers[-1].ready()
        return asyncio.run(film_all(servers))


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
    pins = " ".join(line.replace("==", " ") + "," for line in (APPS / "requirements.txt").read_text().split("\n")[1:-1])
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
