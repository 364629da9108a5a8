"""Pictures stay: through languages, functions, views and interruptions no place is empty, and zoom is kept."""

import re

import pytest
from playwright.sync_api import expect

from browser import hand
from harness.browser import settle, until
from labs.claims import CLAIMS

NOTICE = ".chart-notice:not(:empty)"
FAMILIES, PLOTLY = "**/family/**", re.compile(r"/plotly[^/]*\.min\.js")
EXPLORED = "/explore?fn=elu"
CLAIM = f"/facts?claim={next(claim.id for claim in CLAIMS.values() if claim.plot and claim.plot.knobs)}"


def choose(page, option):
    page.locator("[data-testid=stSelectbox] input").click()
    page.keyboard.type(option)
    page.keyboard.press("Enter")


STEPS = {
    "another language": ("/explore?fn=elu", lambda page: page.get_by_text("中文", exact=True).click()),
    "both languages": ("/explore?fn=elu", lambda page: page.get_by_text("中 | EN", exact=True).click()),
    "another function": ("/explore?fn=elu", lambda page: choose(page, "SELU")),
    "another view": ("/compare?fns=relu,elu", lambda page: page.get_by_text("second derivative").first.click()),
    "another property": ("/gallery", lambda page: page.get_by_text("bounded", exact=True).click()),
    "another width": ("/explore?fn=elu", lambda page: page.set_viewport_size({"width": 1000, "height": 900})),
    "dark": ("/explore?fn=elu", lambda page: page.emulate_media(color_scheme="dark")),
}


@pytest.mark.parametrize("step", STEPS)
def test_no_frame_is_without_a_picture(visit, step):
    path, act = STEPS[step]
    page = visit(path)
    before = hand.drawn(page)
    page.evaluate(hand.WATCH)
    act(page)
    settle(page)
    assert page.evaluate("[window.blank, window.frames_seen > 10]") == [0, True]
    if step != "another width":
        until(page, f"Number(document.querySelector('.chart').dataset.drawn) > {before}")
    box, svg = (page.locator(name).first.bounding_box() for name in (".chart", ".chart .main-svg"))
    assert abs(box["width"] - svg["width"]) <= 1, "the picture fills its place"
    assert not page.traffic.errors


@pytest.mark.parametrize("path", ["/why", EXPLORED, CLAIM])
def test_every_picture_keeps_its_place_through_all_languages(turn, path):
    page = turn(path, ready=".chart")
    pictures = page.locator(".chart")
    count = pictures.evaluate_all("all => all.forEach(one => { one.stays = true }) || all.length")
    for language in ("中 | EN", "中文", "English"):
        page.get_by_text(language, exact=True).click()
        settle(page)
        assert pictures.evaluate_all("all => all.filter(one => one.stays).length") == pictures.count() == count


def test_another_function_brings_the_whole_picture_back_and_another_view_keeps_the_zoom(visit):
    page = visit("/explore?fn=elu")
    whole = page.evaluate(hand.RANGE)
    assert hand.zoom(page) != whole
    choose(page, "SELU")
    settle(page)
    assert page.evaluate(hand.RANGE) == whole
    page = visit("/compare?fns=relu,elu")
    zoomed = hand.zoom(page)
    hand.follow(page, "elu-alpha")
    hand.let_go(page)
    settle(page)
    assert page.evaluate(hand.RANGE) == zoomed != whole


@pytest.mark.parametrize("missing", [FAMILIES, PLOTLY], ids=["numbers", "plotly"])
@pytest.mark.parametrize(("locale", "words"), [("zh-CN", "自动画出来"), ("en-GB", "appear by itself")])
def test_what_does_not_load_is_said_and_comes_by_itself(visit, missing, locale, words):
    page = visit("/explore?fn=elu", locale=locale, ready="h1", without=missing)
    expect(page.locator(NOTICE)).to_contain_text(words, timeout=20_000)
    page.unroute(missing)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.wait_for_selector(".chart[data-drawn]", timeout=20_000)
    expect(page.locator(NOTICE)).to_have_count(0)


def test_a_drag_goes_on_without_the_server_and_a_second_slider_waits_for_it_in_words(visit):
    page = visit("/explore?fn=softmax")
    page.route(FAMILIES, lambda route: route.abort())
    moves = hand.follow(page, "softmax-z1")
    assert all(move["drawn"] for move in moves if move["changed"])
    expect(page.locator(NOTICE)).to_have_count(0)
    hand.let_go(page)
    bars = hand.curve(page)
    hand.follow(page, "softmax-z3")
    expect(page.locator(NOTICE).first).to_contain_text("earlier values", timeout=20_000)
    assert hand.curve(page) == bars, "a picture of values that nobody computed"
    page.unroute(FAMILIES)
    page.mouse.move(600, 600)
    expect(page.locator(NOTICE)).to_have_count(0, timeout=15_000)
    hand.let_go(page)
    assert hand.curve(page) != bars and abs(sum(hand.curve(page)) - 1) < 0.01


def test_charts_leave_nothing_behind(visit):
    page = visit("/explore?fn=elu")
    tools = page.context.new_cdp_session(page)
    tools.send("Performance.enable")

    def around():
        for name in ("Compare", "Why activations?", "All functions", "Explore a function"):
            page.get_by_role("link", name=name, exact=True).first.click()
            # Not wait_for_selector: it keeps hold of the chart it found, and of all that hangs on it.
            page.locator(".chart[data-drawn]").first.wait_for()
            settle(page)
        tools.send("HeapProfiler.collectGarbage")
        counted = {m["name"]: m["value"] for m in tools.send("Performance.getMetrics")["metrics"]}
        return [counted[name] for name in ("Nodes", "JSEventListeners", "JSHeapUsedSize")]

    around()
    first = around()
    for _ in range(3):
        last = around()
    assert all(b < 1.1 * a for a, b in zip(first, last, strict=True)), (first, last)
