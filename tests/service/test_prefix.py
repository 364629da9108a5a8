"""The whole lesson below a path of its host, plain and behind nginx."""

from dataclasses import replace
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from browser import hand
from playwright.sync_api import expect

import content
from harness import stand as stands
from harness.browser import READER, Traffic, settle, until
from harness.server import LESSON
from harness.stand import ask
from service.readers import DRAWN
from ui import site
from ui.server import pictures, static

PREFIX = "/courses/lab"
APP = replace(
    LESSON, command=(*LESSON.command, "--server.baseUrlPath", "courses/lab"), health=f"{PREFIX}/_stcore/health"
)
THUMBNAILS = "[...document.querySelectorAll('img[src*=thumbnail]')].map(i => i.complete && i.naturalWidth > 0)"


@pytest.fixture(scope="module")
def below():
    """The lesson below a path: at the server itself and, where there is one, at the nginx before it."""
    instance = stands.Stand(1, APP) if stands.NGINX else None
    server = instance.replicas[0] if instance else stands.Replica(APP).start()
    yield {"plain": server, "nginx": instance}
    (instance.remove if instance else server.stop)()


@pytest.fixture(params=["plain", "nginx"])
def host(below, request):
    if not below[request.param]:
        pytest.skip("there is no nginx")
    return SimpleNamespace(url=below[request.param].url)


@pytest.fixture
def reader(host, browser):
    """A reader who has come by a link to one function."""
    context = browser.new_context(**READER)
    page = context.new_page()
    page.traffic = Traffic(page)
    page.goto(f"{host.url}{PREFIX}/explore?fn=elu&elu.alpha=2")
    yield page
    context.close()


def test_the_whole_lesson_stands_below_a_path(reader):
    expect(reader.locator(".chart[data-drawn]")).to_have_count(1, timeout=30_000)
    assert hand.value(reader, "elu-alpha") == 2
    for name in [*site.PAGES, "gallery"]:
        say = content.reader(site.PAGES[name].words, "en")
        reader.get_by_test_id("stSidebarNav").get_by_role("link", name=say("menu"), exact=True).click()
        expect(reader.locator("h1")).to_have_text(say("title"), timeout=20_000)
        assert urlsplit(reader.url).path == f"{PREFIX}{site.PAGES[name].address}"
        until(reader, DRAWN)
        if name == "models":
            with reader.expect_download() as download:
                reader.get_by_test_id("stDownloadButton").locator("button").first.click()
            assert urlsplit(download.value.url).path.startswith(f"{PREFIX}/media/")
    until(reader, f"({THUMBNAILS}).length > 50 && ({THUMBNAILS}).every(Boolean)")
    reader.get_by_role("link", name="CELU", exact=True).click()
    expect(reader.locator("h1")).to_have_text("Explore one function", timeout=20_000)
    settle(reader)
    before = hand.curve(reader)
    hand.drag(reader, "celu-alpha", moves=20)
    assert hand.curve(reader)[0] < before[0]
    reader.mouse.up()
    settle(reader)
    assert urlsplit(reader.url).path == f"{PREFIX}/explore" and "celu.alpha=" in reader.url
    for _ in range(2):
        reader.go_back()
    expect(reader.locator("h1")).to_have_text("All functions", timeout=20_000)
    asked = {urlsplit(url).path for url in reader.traffic.requests if url.startswith(("http", "ws"))}
    assert len(asked) > 50 and not [path for path in asked if not path.startswith(f"{PREFIX}/")]
    assert not reader.traffic.errors and not reader.locator("[data-testid=stAlert]").count()


@pytest.mark.parametrize(
    ("link", "meant"),
    [
        ("/courses/lab", "/courses/lab/"),
        ("/courses/lab/Explore/index.html?FN=ELU&amp;elu.alpha=2)", "/courses/lab/explore?fn=elu&elu.alpha=2"),
        ("/courses/lab/explore%3Ffn%3Delu", "/courses/lab/explore?fn=elu"),
        ("/courses/lab//explore?fn=elu", "/courses/lab/explore?fn=elu"),
        ("/explore?fn=elu", "/courses/lab/explore?fn=elu"),
        ("/", "/courses/lab/"),
    ],
)
def test_damaged_links_are_understood_below_a_path(host, browser, link, meant):
    context = browser.new_context()
    answer = context.request.get(host.url + link, headers={"Accept": "text/html"})
    assert answer.status == 200 and answer.url == host.url + meant and 'id="arrival"' in answer.text()
    context.close()


def test_nginx_keeps_and_hides_below_a_path_what_it_does_at_the_root(below):
    if not below["nginx"]:
        pytest.skip("there is no nginx")
    for address in (static.plotly_url(), pictures.thumbnail_url("elu")):
        found = [ask(below["nginx"], f"{PREFIX}/{address}", Accept_Encoding="br, gzip") for _ in range(2)]
        assert [status for status, *_ in found] == [200, 200]
        assert found[1][1]["x-cache-status"] == "HIT" and found[0][2] == found[1][2]
    status, headers, _ = ask(below["nginx"], f"{PREFIX}/_stcore/metrics")
    assert status == 404 and headers["server"] == "nginx"


def test_a_reader_who_comes_while_all_replicas_are_away_is_told_so(below):
    if not below["nginx"]:
        pytest.skip("there is no nginx")
    below["nginx"].replicas[0].kill()
    status, headers, body = ask(below["nginx"], f"{PREFIX}/explore?fn=elu")
    assert status == 503 and headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-store" and '<meta http-equiv="refresh"' in body.decode()
    for lang in content.LANGS:
        assert f"<h1>{content.reader('arrival', lang)('title_away')}</h1>" in body.decode()
