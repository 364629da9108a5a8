"""The course in a browser: each experiment on one screen, and Next begins the next step at its top."""

import pytest

from browser import hand
from harness.browser import settle, until
from labs.why import LABS

WIDE, LOW, TABLET, PHONE = (1440, 900), (1366, 768), (1024, 768), (390, 664)
SEEN = """key => {
    const boxes = [...document.querySelectorAll('.chart, .st-key-' + key + ' .stSlider')]
        .map(e => e.getBoundingClientRect());
    return [Math.min(...boxes.map(b => b.top)), Math.max(...boxes.map(b => b.bottom))];
}"""
FOCUS = "document.activeElement.tagName + ' ' + document.activeElement.textContent"
PLACE = "document.querySelector('[data-testid=stMain]').scrollTop"


@pytest.mark.parametrize("name", LABS)
def test_picture_and_handle_are_on_one_screen(turn, name):
    page = turn(f"/why?experiment={name}", width=WIDE[0], height=WIDE[1])
    for width, height in (WIDE, LOW, TABLET, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop = 0")
        settle(page)
        for key in hand.sliders(page):
            if (width, height) in (TABLET, PHONE):
                page.locator(f".st-key-{key}").first.evaluate("e => e.scrollIntoView({ block: 'end' })")
            top, bottom = page.evaluate(SEEN, key)
            assert top >= 0 and bottom <= height + 1, (key, width, height)
    assert not page.traffic.errors


def test_next_begins_each_step_at_its_top_with_the_focus_on_its_heading(visit):
    page = visit("/why?experiment=sparsity&lang=en", width=PHONE[0], height=PHONE[1])
    way_on = page.locator(".st-key-course_next").locator("a, button")
    for heading in ("H2 What it adds up to", "H1 All functions", "H1 Explore one function"):
        way_on.scroll_into_view_if_needed()
        way_on.click()
        until(page, f"({FOCUS}).startsWith({heading!r})")
        settle(page)
        assert page.evaluate(PLACE) == 0
    page.go_back()
    page.wait_for_url("**/gallery**")
    settle(page)
    page.go_back()
    page.wait_for_url("**/why?experiment=sum**")
    settle(page)
    until(page, f"{PLACE} > 100")
    assert not page.traffic.errors
