"""Every slider of every page: does each move of the pointer give a picture, and does the server hear nothing?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from activations import CATALOGUE
from activations.spec import Activation
from bench.report import table
from figures.overlays import VIEWS
from harness import slider
from harness.addresses import pages
from harness.browser import FLAGS, READER, Traffic, chromium, settle, until
from harness.server import LESSON, Server
from labs.claims import CLAIMS
from ui.compare.comparison import TOGETHER

MOVES, REACH, EDGE = 30, 200.0, 4.0  # pixels a drag is long at most, and that it stays away from the end of the track
LEAST, WORST = 0.95, 10  # pictures per move that are demanded, and how many of the lowest are shown
KEYS = """() => [...document.querySelectorAll("[class*=st-key-]:has(input[type=range])")]
    .filter((one) => !one.querySelector("[class*=st-key-]"))
    .map((one) => /st-key-(\\S+)/.exec(one.className)[1])"""
ALL_DRAWN = "() => [...document.querySelectorAll('.chart')].every((chart) => chart.dataset.drawn)"
ROOM = """key => {
    const thumb = document.querySelector(`.st-key-${key} input[type=range]`).closest("[style*=left]");
    const [here, track] = [thumb.getBoundingClientRect(), thumb.parentElement.getBoundingClientRect()];
    const at = here.x + here.width / 2;
    return [at - track.x, track.right - at];
}"""


@dataclass(frozen=True, slots=True)
class Drag:
    """What one drag gave: moves that changed the value, pictures, and messages meanwhile."""

    page: str
    slider: str
    moves: int
    pictures: int
    messages: int

    @property
    def each(self) -> float:
        return self.pictures / self.moves


def addresses() -> Iterator[str]:
    """Every page, then every state of it that brings sliders of its own: functions, views, claims."""
    yield from pages()
    yield from (f"/explore?fn={name}" for name in CATALOGUE)
    moving = [name for name, act in CATALOGUE.items() if isinstance(act, Activation) and act.params]
    groups = [",".join(moving[start : start + TOGETHER]) for start in range(0, len(moving), TOGETHER)]
    yield from (f"/compare?fns={group}&view={view}" for group in groups for view in VIEWS)
    yield from (f"/facts?claim={claim.id}" for claim in CLAIMS.values() if claim.plot and claim.plot.knobs)


def visit(browser: Browser, address: str) -> Any:
    """The page, at rest, with every picture drawn."""
    page: Any = browser.new_context(**READER).new_page()
    page.traffic = Traffic(page)
    page.goto(address)
    page.wait_for_selector("h1", timeout=30_000)
    settle(page)
    until(page, ALL_DRAWN)
    return page


def drag(page: Any, address: str, key: str) -> Drag:
    """Come to a slider, drag it to the side where there is more room, and let go.

    What a picture with several sliders asks for when the pointer comes to one of them is no part of the drag.
    """
    page.locator(f".st-key-{key}").first.scroll_into_view_if_needed()
    page.locator(f".st-key-{key} input[type=range]").first.hover(force=True)
    settle(page)
    left, right = page.evaluate(ROOM, key)
    side = 1 if right >= left else -1
    page.wait_for_timeout(100)
    before, sent = page.evaluate(slider.DRAWN), _messages(page)
    moves = slider.drag(page, key, MOVES, side * min(max(left, right) - EDGE, REACH) / MOVES)
    gained = [after - first for after, first in zip(page.evaluate(slider.DRAWN), before, strict=True)]
    messages = _messages(page) - sent
    page.mouse.up()
    settle(page)
    return Drag(address, key, moves, min(filter(None, gained), default=0), messages)


def _messages(page: Any) -> int:
    return len(page.traffic.sent) + len(page.traffic.requests)


def sweep() -> list[Drag]:
    """Every slider of every page that shows a picture."""
    found: list[Drag] = []
    with Server(LESSON, session=True) as server, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=chromium(), args=FLAGS)
        for address in addresses():
            page = visit(browser, server.url + address)
            if page.locator(".chart").count():
                found += [drag(page, address, key) for key in page.evaluate(KEYS)]
            page.context.close()
        browser.close()
    return found


def report() -> str:
    """How many sliders keep up, and those that do so least."""
    drags = sorted(sweep(), key=lambda one: (one.each, -one.messages))
    short = [one for one in drags if one.each < LEAST]
    talking = [one for one in drags if one.messages]
    rows = [
        (f"`{one.page}`", f"`{one.slider}`", str(one.moves), str(one.pictures), f"{one.each:.2f}", str(one.messages))
        for one in drags[: max(WORST, len(short))]
    ]
    return (
        f"{len(drags)} sliders on {len({one.page for one in drags})} pages: {len(short)} below {LEAST} pictures per "
        f"move, {len(talking)} with messages to the server. The lowest:\n\n"
        + table(("page", "slider", "moves", "pictures", "per move", "messages"), rows)
    )
