"""Where the lesson cannot come, the served page says why, in the reader's language; the lesson comes once it can."""

import re
import urllib.request

import pytest
from playwright.sync_api import expect

import content
from browser.barrier import Barrier
from harness.browser import settle, until
from ui.server import index, static

WEBSOCKET, CORE, SCRIPTS = "upgrade: websocket", r"GET \S*/_stcore/", r"GET \S*/static/js/"
TOO_NEW = "let one = ;"  # what an unknown way of writing is to a browser
LOCALES = {"zh": "zh-CN", "en": "en-US"}
BARRED = {  # what does not come through, whether it is swallowed without a word, and what the page makes of it
    "websocket refused": (WEBSOCKET, False, "network"),
    "websocket swallowed": (WEBSOCKET, True, "network"),
    "server away": (CORE, False, "away"),
    "server frozen": (CORE, True, "away"),
    "scripts refused": (SCRIPTS, False, "slow"),
    "everything but the page refused": (r"GET \S*/(static|_stcore)/", False, "slow"),
    "scripts not understood": ("", False, "outdated"),
}
COME = [name for name in BARRED if name not in ("everything but the page refused", "scripts not understood")]


def told(page, what, lang):
    """Is this said on the page, in this language only?"""
    here = page.locator("#arrival > div:visible")
    expect(here).to_have_class(what, timeout=30_000)
    words = page.locator("#arrival").inner_text()
    say = content.reader("arrival", lang)
    assert say(f"title_{what}") in words
    assert page.locator("#arrival a:visible").all_inner_texts() == [say("again")] * (what != "away")
    assert ("\N{IDEOGRAPHIC FULL STOP}" in words) == (lang == "zh") and "{" not in words
    return words


@pytest.fixture(scope="module")
def stuck(browser, server):
    """A reader behind each barrier, all at once: waiting is what this is about."""
    barriers = {name: Barrier(server, bars, silent) for name, (bars, silent, _) in BARRED.items()}
    pages = {}
    for turn, (name, barrier) in enumerate(barriers.items()):
        lang = list(LOCALES)[turn % 2]
        context = browser.new_context(locale=LOCALES[lang])
        pages[name] = context.new_page(), lang
        if "understood" in name:
            pages[name][0].route(
                "**/static/js/index.*.js", lambda r: r.fulfill(body=TOO_NEW, content_type="text/javascript")
            )
        pages[name][0].goto(f"{barrier.url}/explore?fn=elu&elu.alpha=2", wait_until="commit")
    yield barriers, pages
    for page, _ in pages.values():
        page.context.close()
    for barrier in barriers.values():
        barrier.close()


@pytest.mark.parametrize("name", BARRED)
def test_the_page_says_what_is_the_matter(stuck, name):
    page, lang = stuck[1][name]
    words = told(page, BARRED[name][2], lang)
    assert page.locator("[role=dialog]").count() == (name != "everything but the page refused")
    if BARRED[name][2] == "network":
        assert re.search(r"ws://localhost:\d+/_stcore/stream", words)


@pytest.mark.parametrize("name", COME)
def test_the_lesson_comes_by_itself_once_the_way_is_free(stuck, name):
    for barrier in stuck[0].values():
        barrier.bars = ""
    page, lang = stuck[1][name]
    page.wait_for_selector("h1", timeout=60_000)
    expect(page.locator("h1")).to_have_text(content.reader("pages/learn/explore", lang)("title"))
    expect(page.locator("#arrival")).to_be_hidden()
    assert not page.locator("[role=dialog]").count()
    assert page.url.endswith("/explore?fn=elu&elu.alpha=2")


def test_a_server_that_goes_away_is_told_of_and_comes_back(stuck):
    name = "websocket refused"
    (page, _), barrier = stuck[1][name], stuck[0][name]
    barrier.bars = ""  # another worker may have let the lesson through
    page.wait_for_selector("h1", timeout=60_000)
    page.get_by_text("English", exact=True).click()
    expect(page.locator("h1")).to_have_text("Explore one function", timeout=20_000)
    barrier.bars = "GET"
    barrier.cut()
    told(page, "away", "en")
    expect(page.locator("[role=dialog]")).to_have_count(1)
    assert page.locator("[role=dialog]").get_attribute("id") == "arrival"
    barrier.bars = ""
    expect(page.locator("#arrival")).to_be_hidden(timeout=30_000)
    assert not page.locator("[role=dialog]").count()
    assert "elu.alpha=2" in page.url and "lang=en" in page.url


@pytest.mark.parametrize("lang", LOCALES)
def test_a_browser_without_modules_is_told_at_once(browser, server, lang):
    """It would run the script that others pass by, and none of Streamlit's."""
    context = browser.new_context(locale=LOCALES[lang])
    page = context.new_page()

    def without_modules(route):
        body = route.fetch().text()
        assert "<script nomodule defer" in body
        old = body.replace("<script nomodule", "<script").replace('type="module"', 'type="none"')
        route.fulfill(body=old, content_type="text/html")

    page.route("**/explore", without_modules)
    page.goto(f"{server.url}/explore")
    told(page, "outdated", lang)
    page.wait_for_timeout(1500)
    told(page, "outdated", lang)
    context.close()


def test_the_scripts_of_the_served_page_are_of_the_language_of_old_browsers():
    for path in static.ASSETS.glob("*.js"):
        code = re.sub(
            r"//.*|/\*[^*]*\*/|\"[^\"\n]*\"|'[^'\n]*'|(?<=[(=,] )/.*?/[gi]*", "", path.read_text(encoding="utf-8")
        )
        assert not re.findall(r"=>|`|\b(?:let|const|class|async|await)\b|\.\.\.|\?\.|\?\?|\bfetch\(", code), path.name


@pytest.mark.parametrize("lang", LOCALES)
def test_a_reader_without_javascript_is_told_so(browser, server, lang):
    context = browser.new_context(locale=LOCALES[lang], java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.url}/why")
    say = content.reader("arrival", lang)
    assert page.locator("body").inner_text().split("\n\n") == [say("title_plain"), say("text_plain")]
    context.close()


def test_a_page_that_comes_says_nothing(visit):
    page = visit("/explore?fn=elu", locale="zh-CN")
    page.wait_for_timeout(500)
    assert page.evaluate("document.documentElement.dataset.arrival") is None
    assert not page.locator("#arrival").is_visible() and not page.traffic.errors


@pytest.mark.parametrize(
    ("path", "says", "tag", "several", "title"),
    [
        ("/", "zh-CN,zh;q=0.9,en;q=0.8", "zh-CN", 1, "zh"),
        ("/explore", "en-GB,en;q=0.9,zh;q=0.8", "en", 1, "en"),
        ("/explore", "fr-FR", "en", 1, "en"),
        ("/explore?lang=en", "zh-CN", "en", 1, "en"),
        ("/explore?lang=both", "en", "zh-CN", 2, "both"),
        ("/explore?lang=xx", "zh-TW", "zh-CN", 1, "zh"),
        ("/explore", "*", "zh-CN", 2, "both"),
    ],
)
def test_the_served_page_is_in_the_language_of_the_reader(server, path, says, tag, several, title):
    with urllib.request.urlopen(urllib.request.Request(server.url + path, headers={"Accept-Language": says})) as got:
        text, headers = got.read().decode(), got.headers
    assert f'<html lang="{tag}" data-languages="{several}">' in text
    assert re.search(f"<title>[^<]+ [|] {content.reader('arrival', title)('title')}</title>", text)
    assert headers["cache-control"] == "no-cache" and "Accept-Language" in headers["vary"]
    fetched = re.sub(r'<link rel="(?:canonical|alternate)"[^>]*>', "", text)  # those are for search engines
    assert text.count("<script") == 5 and not re.search(r"""(?:src|href)=["'](?:https?:)?//""", fetched)
    again = urllib.request.Request(
        server.url + path, headers={"If-None-Match": headers["etag"], "Accept-Language": says}
    )
    with pytest.raises(urllib.error.HTTPError) as unchanged:
        urllib.request.urlopen(again)
    assert unchanged.value.code == 304


def test_every_situation_has_words():
    told = {slot.partition("_")[2] for slot in content.load("arrival") if slot.startswith(("title_", "text_"))}
    assert told == {*index.SITUATIONS, "plain"}


@pytest.mark.parametrize(("lang", "empty", "every"), [("zh", "没有符合的选项", "全选"), ("en", "none", "none")])
def test_lists_to_choose_from_speak_the_language_of_the_page(visit, lang, empty, every):
    page = visit(f"/compare?lang={lang}", ready="[data-testid=stMultiSelect]")
    field = page.locator("[data-testid=stMultiSelect] input").first
    field.click()
    for slot, text in (("list_all", every), ("list_empty", empty)):
        place = page.locator(index.ENGLISH[slot])
        expect(place).to_have_count(1)
        assert place.evaluate("e => getComputedStyle(e, '::after').content").strip('"') == text
        assert (place.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") == 0) == (lang == "zh")
        field.fill("zzzz")


def test_a_link_makes_one_entry_and_the_way_back_leads_to_the_place(visit):
    page = visit("/gallery?with=monotone&lang=en", locale="zh-CN", ready="img[src*=thumbnail]")
    entries = page.evaluate("history.length")
    page.mouse.move(700, 600)
    page.mouse.wheel(0, 900)
    page.wait_for_timeout(300)
    place = page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop")
    assert place > 500
    page.get_by_role("link", name="Softsign").click()
    expect(page.locator("h1")).to_have_text("Explore one function")
    settle(page)
    assert page.evaluate("history.length") == entries + 1 and "lang=en" in page.url
    page.go_back()
    expect(page.locator("h1")).to_have_text("All functions")
    settle(page)
    assert "with=monotone" in page.url
    until(page, f"Math.abs(document.querySelector('[data-testid=stMain]').scrollTop - {place}) < 30", seconds=5)
    page.go_forward()
    expect(page.locator("h1")).to_have_text("Explore one function")
    settle(page)
    assert "fn=softsign" in page.url and page.evaluate("history.length") == entries + 1


PASTED = {
    "/#/explore?fn=elu&elu.alpha=2": "/explore?fn=elu&elu.alpha=2",
    "/explore#?fn=elu&amp;elu.alpha=2": "/explore?fn=elu&elu.alpha=2",
    "/explore#fn=elu": "/explore?fn=elu",
    "/explore?fn=elu&#38;elu.alpha=2": "/explore?fn=elu&elu.alpha=2",
    "/why#%2Fexplore%3Ffn%3Delu": "/explore?fn=elu",
    "/why#xor": "/why?experiment=xor",
    "/why?lang=en#sum": "/why?lang=en&experiment=sum",
    "/#//evil.example/explore?fn=elu": "/explore?fn=elu",
    "/explore?fn=elu#ELU": "/explore?fn=elu#ELU",
}


def test_what_follows_a_hash_is_understood(browser, server):
    context = browser.new_context()
    for pasted, meant in PASTED.items():
        page = context.new_page()
        page.route("**/static/js/*", lambda route: route.abort())  # it is put right before Streamlit's scripts run
        page.goto(server.url + pasted)
        page.wait_for_url(server.url + meant, timeout=10_000)
        page.close()
    context.close()
