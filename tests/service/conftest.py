"""A real Chromium, and the lesson behind a real nginx; what a fault has cost is printed at the end."""

import os
from pathlib import Path

import pytest
from browser.conftest import browser

from harness import stand as stands
from harness.browser import READER, Traffic
from harness.server import Server
from service.readers import at_rest

__all__ = ["browser"]  # the fixture is used here as well
COSTS = pytest.StashKey[list]()


def pytest_collection_modifyitems(items):
    for item in items:
        needs = set(getattr(item, "fixturenames", ()))
        if item.path.parent == Path(__file__).parent and needs & {"browser", "stand"}:
            item.add_marker(pytest.mark.service)
            if not stands.NGINX and "stand" in needs and not os.environ.get("CI"):
                item.add_marker(pytest.mark.skip(reason="there is no nginx and no right to install one"))


@pytest.fixture(scope="package")
def lesson():
    """The lesson served by a process of its own, without a browser."""
    with Server() as server:
        yield server


@pytest.fixture(scope="session")
def whole_stand():
    instance = stands.Stand()
    yield instance
    instance.remove()


@pytest.fixture
def stand(whole_stand):
    return whole_stand.whole()


@pytest.fixture
def visit(browser):
    """Open some addresses of a server at once, each as a new reader."""
    contexts = []

    def begin(server, path, locale):
        contexts.append(browser.new_context(**READER | {"locale": locale}))
        page = contexts[-1].new_page()
        page.traffic = Traffic(page)
        page.goto(server.url + path, wait_until="commit")
        return page

    def arrived(page):
        page.wait_for_selector("h1", timeout=60_000)
        at_rest(page)
        return page

    def open_pages(server, paths, locale="en-US"):
        return [arrived(page) for page in [begin(server, path, locale) for path in paths]]

    yield open_pages
    for context in contexts:
        context.close()


@pytest.fixture
def cost(request):
    """Write down what a fault has cost, as one row of the table at the end."""
    rows = request.config.stash.setdefault(COSTS, [])
    return lambda **row: rows.append(row)


def pytest_terminal_summary(terminalreporter, config):
    rows = config.stash.get(COSTS, [])
    if rows:
        terminalreporter.section("what the faults have cost")
        terminalreporter.line(" | ".join(rows[0]))
    for row in rows:
        cells = (f"{cell:.1f}" if isinstance(cell, float) else str(cell) for cell in row.values())
        terminalreporter.line(" | ".join(cells))
