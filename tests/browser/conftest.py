"""A real server with its settings, and a real Chromium; one of each for the whole session."""

from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import sync_playwright

from harness.browser import FLAGS, VIOLATIONS, Traffic, chromium, settle
from harness.server import Server

LONG = "script-src wasm-eval"  # Streamlit's 64-bit numbers try WebAssembly, and do well without it


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
    """A browser profile for each kind of reader, whose pages share what the browser has already fetched and read,
    and nothing that a page has left there.

    A page that stays open keeps their process, and with it the scripts that it has compiled: half of a visit's time.
    """
    contexts = {}

    def profile(**options):
        key = repr(sorted(options.items()))
        if key not in contexts:
            contexts[key] = browser.new_context(**options)
            contexts[key].add_init_script(VIOLATIONS)
            contexts[key].new_page().goto(f"{server.url}/_stcore/health")
        contexts[key].clear_cookies()
        contexts[key].pages[0].evaluate("localStorage.clear()")  # as a menu that was closed
        return contexts[key]

    yield profile
    for context in contexts.values():
        context.close()


@pytest.fixture
def visit(readers, server):
    """Open an address as a new reader: `visit("/explore?fn=elu", locale="zh-CN")`.

    No page that a test opens so may run a script that its policy forbids, or ask another machine for anything.
    """
    pages = []

    def open_page(path, locale="en-US", width=1280, height=900, ready=".chart[data-drawn]", without=None, **options):
        page = readers(locale=locale, **options).new_page()
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
        if not page.is_closed():
            assert set(page.evaluate("window.violations")) <= {LONG}
            page.close()
        asked = {urlparse(url).netloc for url in page.traffic.requests if url.startswith(("http", "ws"))}
        assert asked == {urlparse(server.url).netloc}
