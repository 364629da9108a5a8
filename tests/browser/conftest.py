"""A real server with its settings, and a real Chromium; one of each for the whole session."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from harness.browser import FLAGS, Traffic, chromium, settle
from harness.server import Server


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as p:
        instance = p.chromium.launch(executable_path=chromium(), args=[*FLAGS, "--process-per-site"])
        yield instance
        instance.close()


@pytest.fixture(scope="session")
def server():
    with Server() as instance:
        yield instance


@pytest.fixture(scope="session")
def readers(browser, server):
    """A browser profile for each kind of reader, whose pages share what the browser has already fetched and read.

    A page that stays open keeps their process, and with it the scripts that it has compiled: half of a visit's time.
    """
    contexts = {}

    def profile(**options):
        key = repr(sorted(options.items()))
        if key not in contexts:
            contexts[key] = browser.new_context(**options)
            contexts[key].new_page().goto(f"{server.url}/_stcore/health")
        return contexts[key]

    yield profile
    for context in contexts.values():
        context.close()


@pytest.fixture
def visit(readers, server):
    """Open an address as a new reader: `visit("/explore?fn=elu", locale="zh-CN")`."""
    pages = []

    def open_page(path, locale="en-US", width=1280, height=900, ready=".chart[data-drawn]", without=None, **options):
        context = readers(locale=locale, **options)
        context.clear_cookies()
        page = context.new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.traffic = Traffic(page)
        if without:
            page.route(without, lambda route: route.abort())
        page.goto(server.url + path)
        if ready:
            page.wait_for_selector(ready, timeout=20_000)
        settle(page)
        return page

    yield open_page
    for page in pages:
        page.close()
