"""A real server with its settings, and a real Chromium; one of each for the whole session."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from bench.browser import FLAGS, Traffic, chromium, settle
from bench.server import Server


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as p:
        instance = p.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield instance
        instance.close()


@pytest.fixture(scope="session")
def server():
    with Server() as instance:
        yield instance


@pytest.fixture
def visit(browser, server):
    """Open an address as a new reader: `visit("/explore?fn=elu", locale="zh-CN")`."""
    contexts = []

    def open_page(path, locale="en-US", width=1280, height=900, ready=".chart[data-drawn]", without=None, **options):
        context = browser.new_context(locale=locale, viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.traffic = Traffic(page)
        if without:
            page.route(without, lambda route: route.abort())
        page.goto(server.url + path)
        if ready:
            page.wait_for_selector(ready, timeout=20_000)
        settle(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
