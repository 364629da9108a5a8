"""A real Chromium, and the lesson behind a real nginx; what a fault has cost is printed at the end."""

import os
from pathlib import Path

import pytest
from browser.conftest import Traffic, browser, settle

from service import stand as stands

__all__ = ["browser"]  # the fixture is used here as well
COSTS = pytest.StashKey[list]()


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.service)
            if not stands.NGINX and "stand" in getattr(item, "fixturenames", ()) and not os.environ.get("CI"):
                item.add_marker(pytest.mark.skip(reason="there is no nginx and no right to install one"))


@pytest.fixture(scope="session")
def whole_stand():
    assert stands.NGINX, "nginx is missing: run tests/service/nginx.sh as root"
    instance = stands.Stand()
    yield instance
    instance.remove()


@pytest.fixture
def stand(whole_stand):
    return whole_stand.whole()


@pytest.fixture
def visit(browser, stand):
    """Open an address of the lesson as a new reader, by default through the proxy."""
    contexts = []

    def open_page(path, locale="en-US", ready=".chart[data-drawn]", server=None):
        context = browser.new_context(locale=locale, viewport={"width": 1280, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.traffic = Traffic(page)
        page.goto((server or stand).url + path)
        page.wait_for_selector(ready, timeout=20_000)
        settle(page)
        return page

    yield open_page
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
        head = list(rows[0])
        terminalreporter.section("what the faults have cost")
        terminalreporter.line(" | ".join(head))
        for row in rows:
            terminalreporter.line(
                " | ".join(f"{row[name]:.1f}" if isinstance(row[name], float) else str(row[name]) for name in head)
            )
