"""The lesson as a reader has it: real server, real browser."""

from urllib.parse import urlparse

import pytest
from playwright.sync_api import expect

from browser import hand
from harness.browser import settle, until

SECTION = "/explore?fn=elu"


def test_the_first_request_after_a_start_may_be_an_english_deep_link(server, visit):
    server.start()
    page = visit("/explore?fn=elu&elu.alpha=2&lang=en", locale="zh-CN")
    expect(page.locator("h1")).to_have_text("Explore one function")
    assert hand.value(page, "elu-alpha") == 2.0
    assert not page.get_by_text("Page not found").count()


def test_the_curve_follows_the_drag_and_the_server_hears_nothing(visit):
    page = visit(SECTION)
    before, count, sent = hand.curve(page), hand.drawn(page), len(page.traffic.sent)
    page.evaluate(hand.WATCH)
    changed = hand.drag(page, "elu-alpha")
    assert changed >= 55
    assert hand.drawn(page) - count >= 0.95 * changed
    assert len(page.traffic.sent) == sent, "a message left during the drag"
    assert hand.curve(page)[0] < before[0] - 0.5, "the left end of ELU is near -alpha"
    received = len(page.traffic.received)
    page.mouse.up()
    settle(page)
    assert page.evaluate("[window.blank, window.frames_seen > 60]") == [0, True]
    assert page.traffic.wire(received) <= 2000
    assert "elu.alpha=" in page.url
    low = hand.value(page, "elu-alpha")
    expect(page.locator(".st-key-card")).to_contain_text(f"(−{low:g}, ∞)")
    assert not page.traffic.errors


def test_the_point_and_its_tangent_follow_too(turn):
    page = turn(SECTION)
    count = hand.drawn(page)
    changed = hand.drag(page, "x0")
    x0 = hand.value(page, "x0")
    assert hand.drawn(page) - count >= 0.95 * changed
    x = page.evaluate("document.querySelector('.chart').data.find((t) => t.mode === 'markers').x[0]")
    assert x == pytest.approx(x0)
    page.mouse.up()


def test_zoom_survives_a_move_and_a_change_of_language(visit):
    page = visit(SECTION)
    zoomed = hand.zoom(page)
    assert zoomed != "[-6,6]"
    hand.drag(page, "elu-alpha", moves=10)
    page.mouse.up()
    settle(page)
    assert page.evaluate(hand.RANGE) == zoomed
    page.get_by_text("中文", exact=True).click()
    expect(page.locator("h1")).to_have_text("函数详解")
    settle(page)
    assert page.evaluate(hand.RANGE) == zoomed


def test_softmax_bars_and_heat_map_follow_every_slider(turn):
    page = turn("/explore?fn=softmax")
    for key in ("softmax-z2", "softmax-temperature"):
        before, sent = hand.curve(page), len(page.traffic.sent)
        hand.drag(page, key, moves=20)
        after = hand.curve(page)
        assert after != before and abs(sum(after) - 1) < 0.01
        assert len(page.traffic.sent) == sent
        page.mouse.up()
        settle(page)
    heat = page.evaluate("document.querySelectorAll('.chart')[1].data[0].z.map(r => r.reduce((a, b) => a + b, 0))")
    assert all(abs(total) < 0.01 for total in heat)


def test_two_sliders_moved_one_after_the_other_keep_both_values(turn):
    page = turn("/explore?fn=softmax")
    for key in ("softmax-z1", "softmax-z3"):
        hand.drag(page, key, moves=12)
        page.mouse.up()
    settle(page)
    assert f"softmax.z1={hand.value(page, 'softmax-z1'):g}" in page.url
    assert f"softmax.z3={hand.value(page, 'softmax-z3'):g}" in page.url


def test_language_switch_keeps_the_value_and_tells_the_document(visit):
    page = visit("/explore?fn=elu&elu.alpha=2.25", locale="en-US")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_text("中文", exact=True).click()
    expect(page.locator("h1")).to_have_text("函数详解")
    settle(page)
    assert hand.value(page, "elu-alpha") == 2.25
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    assert "lang=zh" in page.url and "elu.alpha=2.25" in page.url
    assert page.locator(".chart[role=img]").first.get_attribute("aria-label").startswith("ELU")


def test_two_changes_of_language_lose_nothing(visit):
    page = visit("/choose?position=output&task=binary&engineering=memory&step=task", locale="zh-CN", ready="h1")
    for name, title in (("English", "How to choose"), ("中文", "怎么选"), ("English", "How to choose")):
        page.get_by_text(name, exact=True).click()
        expect(page.locator("h1")).to_have_text(title)
        settle(page)
    for part in ("position=output", "task=binary", "engineering=memory", "step=task"):
        assert part in page.url
    assert "output: yes or no" in page.locator(".st-key-cards [aria-checked=true]").inner_text()
    page = visit("/explore?fn=elu", locale="zh-CN")
    for name in ("English", "中文", "English"):
        page.get_by_text(name, exact=True).click()
        settle(page)
    assert "fn=elu" in page.url and hand.value(page, "elu-alpha") == 1.0


def test_the_code_on_show_carries_the_slider_values(turn):
    page = turn("/explore?fn=elu&code=torch")
    hand.drag(page, "elu-alpha", moves=20)
    page.mouse.up()
    settle(page)
    expect(page.locator("[data-testid=stCode]").first).to_contain_text(f"{hand.value(page, 'elu-alpha'):g}")


def test_the_gallery_shows_every_picture_and_leads_to_its_page(turn):
    page = turn("/gallery?with=dead_zone", ready="img[src*=thumbnail]")
    loaded = "Array.from(document.querySelectorAll('img[src*=thumbnail]')).map(i => i.naturalWidth > 0 && i.alt !== '')"
    until(page, f"({loaded}).every(Boolean)")
    page.locator("img[src*='/relu6.svg']").click(force=True)  # the link of its name lies over the whole card
    expect(page.locator("h1")).to_have_text("Explore one function")
    assert "fn=relu6" in page.url


ON_THE_AXIS = """() => {
    const strip = document.querySelector('.st-key-strip'), track = strip.querySelector('[style*="touch-action"]');
    const middle = (element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { x: (left + right) / 2, y: (top + bottom) / 2, left, width: right - left, bottom };
    };
    const { min, max } = strip.querySelector('input[type=range]'), { left, width } = middle(track);
    const years = [...strip.querySelectorAll('.xtick text')].filter((tick) => Number(tick.textContent));
    const thumb = middle(track.querySelector('[style*="left"]')), line = middle(strip.querySelector('.js-line'));
    return [
        ...years.map((tick) => left + width * (tick.textContent - min) / (max - min) - middle(tick).x),
        thumb.x - line.x,
        thumb.y - line.bottom,
    ];
}"""


def test_the_slider_of_the_gallery_lies_on_the_axis_of_its_years(turn):
    page = turn("/gallery?since=1986&lang=en")
    for width in (1440, 1024, 390):
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        apart = page.evaluate(ON_THE_AXIS)
        assert len(apart) > 5 and max(map(abs, apart)) <= 2, (width, apart)
    page.locator(".st-key-thumb_gelu a").focus()
    page.keyboard.press("Tab")
    card = page.locator("[class*=st-key-thumb_]:has(a:focus)")
    assert card.evaluate("card => getComputedStyle(card).outlineStyle") == "solid"


def test_the_table_of_models_keeps_its_headings_and_first_column_and_is_reached_by_keys(turn):
    page = turn("/models?lang=en", width=390, height=664)
    box = page.locator(".st-key-wide_models [data-testid=stMarkdownContainer]")
    expect(box).to_have_attribute("tabindex", "0")
    place = "(cells) => cells.map((cell) => cell.getBoundingClientRect()).map(({ x, y }) => [x, y])"
    cells = page.locator(
        ".st-key-wide_models :is(th:first-child, th:nth-child(2), tbody tr:first-child td:first-child)"
    )
    box.scroll_into_view_if_needed()
    before = cells.evaluate_all(place)
    box.evaluate("box => box.scrollTo(200, 0)")
    corner, heading, first = cells.evaluate_all(place)
    assert (corner, first) == (before[0], before[2]) and heading[0] < before[1][0] - 100
    box.evaluate("box => box.scrollTo(0, 400)")
    corner, heading, first = cells.evaluate_all(place)
    assert [corner, heading] == before[:2] and first[1] < before[2][1] - 300


def test_the_language_of_the_browser_decides_on_the_first_visit(visit):
    expect(visit("/", locale="zh-CN").locator("h1")).to_have_text("神经元做什么？它在调一盏灯")
    expect(visit("/", locale="fr-FR").locator("h1")).to_have_text("What does a neuron do? It turns a lamp")


def test_a_copied_link_opens_the_same_page_elsewhere(visit):
    page = visit(SECTION)
    hand.drag(page, "elu-alpha", moves=25)
    page.mouse.up()
    settle(page)
    url = urlparse(page.url)
    other = visit(f"{url.path}?{url.query}", locale="zh-CN")
    assert hand.value(other, "elu-alpha") == hand.value(page, "elu-alpha")
    assert hand.curve(other) == hand.curve(page)


def test_the_back_button_goes_back(visit):
    page = visit(SECTION)
    hand.drag(page, "elu-alpha", moves=25)
    page.mouse.up()
    settle(page)
    page.go_back()
    expect(page.locator(".st-key-elu-alpha input[type=range]")).to_have_attribute(
        "aria-valuetext", "1.00", timeout=15_000
    )


def test_values_are_kept_while_visiting_another_page(visit):
    page = visit("/compare?fns=elu,relu&view=f&elu.alpha=2.5")
    page.get_by_role("link", name="Explore a function", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Explore one function")
    settle(page)
    page.get_by_role("link", name="Compare", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Compare functions")
    settle(page)
    assert hand.value(page, "elu-alpha") == 2.5 and "fns=elu" in page.url


RUBBISH = [
    "?fn=nonsense",
    "?fn=elu&elu.alpha=nan",
    "?fn=elu&elu.alpha=1e999",
    "?fn=elu&elu.alpha=%3Cscript%3Ewindow.pwned%3D1%3C%2Fscript%3E",
    "?%3Cimg%20src%3Dx%20onerror%3Dwindow.pwned%3D1%3E=1",
    "?fn=" + "x" * 10_000,
]


@pytest.mark.parametrize("query", RUBBISH, ids=lambda q: q[:30])
def test_rubbish_shows_the_page_and_one_clear_line(visit, query):
    page = visit(f"/explore{query}")
    expect(page.locator("h1")).to_have_text("Explore one function")
    expect(page.locator("[data-testid=stAlert]")).to_have_count(1)
    assert page.evaluate("window.pwned") is None
    assert "Traceback" not in page.content() and "xxxxxxxx" not in page.locator("body").inner_text()
