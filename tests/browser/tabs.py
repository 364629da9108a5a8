"""Tabs that stay open from test to test and come to an address by their history, which is a third of a visit's work.

Such an address rules as one does that is opened anew (`ui/state/url.py`), but for what is kept for a visit, which it
has to name: the language, whether the lesson asks first, and what has been judged where claims are.
"""

from urllib.parse import parse_qsl, urlencode, urlparse

from harness.browser import settle

MOVES = 12  # after which a tab is left for a new one, as a reader would
LONG = "script-src wasm-eval"  # Streamlit's 64-bit numbers try WebAssembly, and do well without it
LANGUAGES = {"en-US": "en", "en-GB": "en", "zh-CN": "zh"}
MOVE = """address => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
}"""
TOP = "document.querySelector('[data-testid=stMain]').scrollTo(0, 0)"
MENU = "document.querySelector('[data-testid=stSidebar]').dataset.collapsed"


def clean(page, url):
    """No page may run a script that its policy forbids, or ask another machine for anything."""
    if not page.is_closed():
        assert set(page.evaluate("window.violations")) <= {LONG}
    asked = {urlparse(one).netloc for one in page.traffic.requests if one.startswith(("http", "ws"))}
    assert asked <= {urlparse(url).netloc}
    return asked


def complete(path, locale):
    """An address that leaves nothing to what is kept for a visit."""
    place, _, query = path.partition("?")
    own = {"/facts": {"given": ""}, "/quiz": {"series": "1"}}.get(place, {})  # else its page draws one by lot
    kept = {"lang": LANGUAGES[locale], "ask": "on"} | own
    given = [name for name, _ in parse_qsl(query, keep_blank_values=True)]
    rest = {
        name: value for name, value in kept.items() if name not in given and not (name == "ask" and "told" in given)
    }
    return f"{place}?{'&'.join(filter(None, [query, urlencode(rest)]))}"


def move(page, path, size, locale, ready):
    """Bring a tab to an address, with nothing left of what was done in it; false if its menu stays as it was left."""
    page.traffic.forget()
    page.emulate_media(color_scheme="light")
    page.mouse.move(0, 0)
    named = complete(path, locale)
    page.evaluate(MOVE, named)
    page.set_viewport_size(size)
    settle(page)
    assert page.traffic.sent, "the server was not asked for the address"
    stands, asked = (set(parse_qsl(urlparse(one).query)) for one in (page.url, named))
    assert stands <= asked, "what was there before is there still"
    if ready:
        page.wait_for_selector(ready, timeout=20_000)
    page.evaluate(TOP)
    return page.evaluate(MENU) == ("false" if size["width"] > 768 else "true")
