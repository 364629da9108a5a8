"""Comparisons in a real browser: in sight with their handles, one curve forward, the table on its way to the right."""

import csv
import io

import pytest
from playwright.sync_api import expect

from browser import hand
from harness.browser import settle, until
from ui.compare import comparison, opening
from ui.text import numbers

OPACITY = "[...document.querySelectorAll('.scatterlayer .trace')].map((trace) => trace.style.opacity).join()"
SEEN = """() => {
  const edges = (element) => (({ top, bottom }) => [top, bottom])(element.getBoundingClientRect());
  const controls = [...document.querySelectorAll('[data-testid=stMultiSelect], .st-key-view, .stSlider')].map(edges);
  return [edges(document.querySelector('.chart')), ...controls];
}"""


@pytest.mark.parametrize("view", ["second", "gap", "tails"])
def test_every_view_of_a_comparison_follows_the_sliders(turn, view):
    page = turn(f"/compare?fns=relu,elu&view={view}&lang=en")
    count, sent, before = hand.drawn(page), len(page.traffic.sent), hand.curve(page, 1)
    changed = hand.drag(page, "elu-alpha", moves=20)
    assert hand.drawn(page) - count >= 0.95 * changed > 0 and len(page.traffic.sent) == sent
    assert hand.curve(page, 1) != before
    page.mouse.up()
    settle(page)
    assert not page.traffic.errors


MANY = ",".join(opening.OPTIONS[: opening.MOST])
SMALL = """() => {
  const box = (one) => one.getBoundingClientRect();
  const names = [...document.querySelectorAll('.chart .annotation-text')];
  const cut = (name) => box(name).right > box(name.closest('.chart')).right + 1;
  return {
    places: [...document.querySelectorAll('.chart')].map((c) => [box(c).top, box(c).bottom]),
    cut: names.filter(cut).map((name) => name.textContent),
    slider: [...document.querySelectorAll('.stSlider')].map((s) => [box(s).top, box(s).bottom]).at(-1),
    scales: [...document.querySelectorAll('.chart')].map((c) => c._fullLayout.yaxis.range.join()),
  };
}"""


def test_many_functions_are_small_pictures_on_the_same_screen_as_their_last_handle(visit):
    page = visit(f"/compare?fns={MANY}&lang=en", width=1440, height=900)
    until(page, f"document.querySelectorAll('.chart[data-drawn]').length === {opening.MOST}")
    assert all(c.get_attribute("aria-label") for c in page.locator(".chart").all())
    assert not page.locator(".stMultiSelect").is_visible(), "each name stands in the picture"
    for width, height in ((1440, 900), (1366, 768), (1024, 768), (390, 664)):
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        page.locator(".stSlider").last.evaluate("slider => slider.scrollIntoView({ block: 'end' })")
        page.evaluate("document.querySelector('[data-testid=stMain]').scrollBy(0, 2)")  # scrolled in whole pixels
        settle(page)
        seen = page.evaluate(SMALL)
        assert all(0 <= top < bottom <= height for top, bottom in [*seen["places"], seen["slider"]]), (width, seen)
        assert len(set(seen["scales"])) == 1 and not seen["cut"], (width, seen["cut"])
        under = width > 640 or seen["slider"][0] >= max(bottom for _, bottom in seen["places"])
        assert under, "what is pinned does not cover the handle"
    page.locator(".st-key-fold_pick summary").click()
    expect(page.locator(".stMultiSelect")).to_be_visible()


def test_picking_one_more_than_fits_into_one_picture_keeps_the_list_open(visit):
    page = visit("/compare?fns=relu,elu,selu,gelu,silu,mish&lang=en")
    page.locator(".stMultiSelect input").click()
    page.keyboard.type("tanh")
    page.get_by_role("option", name="Tanh", exact=True).click()
    until(page, f"document.querySelectorAll('.chart[data-drawn]').length === {comparison.TOGETHER + 1}")
    expect(page.locator(".stMultiSelect")).to_be_visible()


def test_pointing_at_a_curve_or_its_name_brings_it_forward(turn):
    page = turn("/compare?lang=en")
    names = page.locator(".chart-names button")
    assert [name.strip() for name in names.all_inner_texts()] == ["Sigmoid′", "ReLU′"]
    names.nth(1).hover()
    until(page, f"/^0[.].*,1$/.test({OPACITY})")
    where = page.evaluate(
        "(() => { const c = document.querySelector('.chart'), { xaxis: x, yaxis: y } = c._fullLayout,"
        " box = c.getBoundingClientRect();"
        " return [box.left + x._offset + x.c2p(0), box.top + y._offset + y.c2p(0.25)] })()"
    )
    page.mouse.move(*where)
    until(page, f"/^1,0[.]/.test({OPACITY})")
    page.mouse.move(5, 5)
    until(page, f"{OPACITY} === '1,1'")
    names.nth(0).focus()
    page.keyboard.press("Enter")  # it stays in front
    names.nth(1).focus()
    page.mouse.move(6, 6)
    page.keyboard.press("Tab")
    until(page, f"/^1,0[.]/.test({OPACITY})")
    assert names.nth(0).get_attribute("aria-pressed") == "true" and not page.traffic.errors


def test_picture_and_controls_share_the_screen(turn):
    page = turn("/compare?fns=elu&view=f&lang=en", width=1440, height=900)
    for width, height in ((1440, 900), (1366, 768)):
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        for top, bottom in page.evaluate(SEEN):
            assert top >= 0 and bottom <= height, (width, height)
    for width, height in ((1024, 768), (390, 664)):
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        page.locator(".stSlider").evaluate("slider => slider.scrollIntoView({ block: 'end' })")
        page.evaluate("document.querySelector('[data-testid=stMain]').scrollBy(0, 2)")  # scrolled in whole pixels
        settle(page)
        (top, bottom), *_, slider = page.evaluate(SEEN)
        assert top >= 0 and bottom <= height and slider[0] >= bottom * (width < 640) and slider[1] <= height


def test_the_table_goes_on_beside_its_first_column_and_can_be_taken_away(turn):
    page = turn("/compare?table=all&sort=lipschitz&lang=en", width=390, height=664)
    first = page.locator(".st-key-wide_properties td:first-child").first
    before = first.bounding_box()["x"]
    page.locator(".st-key-wide_properties [data-testid=stMarkdownContainer]").evaluate(
        "box => { box.scrollLeft = 300 }"
    )
    assert abs(first.bounding_box()["x"] - before) < 2
    assert page.locator(".st-key-wide_properties td:nth-child(2)").first.bounding_box()["x"] < before
    assert download(page, "Download CSV", "utf-8-sig").startswith("Function,")


def download(page, name, encoding="utf-8"):
    with page.expect_download() as saved:
        page.get_by_role("button", name=name).click()
    return saved.value.path().read_text(encoding)


def test_what_is_downloaded_after_a_release_is_the_table_as_it_stands(turn):
    page = turn("/compare?fns=elu,relu&lang=en")
    before = download(page, "Download CSV", "utf-8-sig")
    hand.drag(page, "elu-alpha", moves=20)
    page.mouse.up()
    settle(page)
    alpha = f"α = {numbers.signed(hand.value(page, 'elu-alpha'))}"
    shown = page.locator(".st-key-wide_properties tr").all()
    head, *rows = csv.reader(io.StringIO(download(page, "Download CSV", "utf-8-sig")))
    assert head == shown[0].locator("th").all_inner_texts() and [row[1] for row in rows] == [alpha, "–"]
    assert [row[:3] for row in rows] == [line.locator("td").all_inner_texts()[:3] for line in shown[1:]]
    assert alpha not in before and alpha in download(page, "Download Markdown")
