"""A real server with its settings, and a real Chromium; one of each for the whole session."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from browser.tabs import MOVES, clean, move
from harness.browser import FLAGS, VIOLATIONS, Traffic, chromium, settle
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


@pytest.fixture(scope="session")
def opened(readers, server):
    """Open an address in a new tab and wait until it is at rest."""

    def open_page(path, locale="en-US", width=1280, height=900, ready=".chart[data-drawn]", without=None, **options):
        page = readers(locale=locale, **options).new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.traffic = Traffic(page)
        if without:
            page.route(without, lambda route: route.abort())
        page.goto(server.url + path)
        if ready:
            page.wait_for_selector(ready, timeout=20_000)
        settle(page)
        return page

    return open_page


@pytest.fixture
def visit(opened, server):
    """Open an address as a new reader: `visit("/explore?fn=elu", locale="zh-CN")`.

    No page that a test opens so may run a script that its policy forbids, or ask another machine for anything.
    """
    pages = []

    def open_page(*given, **options):
        pages.append(opened(*given, **options))
        return pages[-1]

    yield open_page
    for page in pages:
        assert clean(page, server.url), "it has asked for nothing"
        page.close()


@pytest.fixture(scope="session")
def tabs():
    """Tabs at rest by the kind of their reader, and how often each may still be moved."""
    return {}


@pytest.fixture
def turn(request, tabs, opened, server):
    """Come to an address in a tab that other tests have left open: for what is not about arriving, or about what the
    address does not tell, such as what is folded away.
    """
    used, failed = {}, request.session.testsfailed

    def open_page(path, locale="en-US", width=1280, height=900, ready=".chart[data-drawn]", **options):
        kind = locale, repr(sorted(options.items()))
        page, left = used.get(kind) or tabs.pop(kind, (None, 0))
        if left and not move(page, path, {"width": width, "height": height}, locale, ready):
            page, left = page.close(), 0
        page = page if left else opened(path, locale, width, height, ready, **options)
        used[kind] = page, (left or MOVES) - 1
        return page

    yield open_page
    for kind, (page, left) in used.items():
        clean(page, server.url)
        if left and request.session.testsfailed == failed:
            tabs[kind] = page, left
        else:
            page.close()
