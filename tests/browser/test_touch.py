"""A finger on a slider: to the side it moves the slider, up and down the page."""

import pytest

from browser import hand
from harness.browser import settle

PHONE = {"has_touch": True, "is_mobile": True, "width": 390, "height": 664}
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"
PLACES = {"thumb": 0, "track": 90}  # px to the right of the thumb


@pytest.fixture
def finger(turn):
    """A page on a phone, and what puts a finger on it, moves it in steps and lifts it."""
    page = turn("/explore?fn=elu", **PHONE)
    page.locator(".st-key-elu-alpha").evaluate("slider => slider.scrollIntoView({ block: 'center' })")
    page.wait_for_timeout(200)
    tools = page.context.new_cdp_session(page)

    def touch(kind, *places):
        points = [{"x": x, "y": y} for x, y in places]
        tools.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})
        page.evaluate(hand.FRAMES)

    return page, touch


@pytest.mark.parametrize("place", PLACES)
def test_a_swipe_up_or_down_scrolls_the_page_and_leaves_the_value(finger, place):
    page, touch = finger
    value, drawn, sent = hand.value(page, "elu-alpha"), hand.drawn(page), len(page.traffic.sent)
    for way, lean in ((-1, 0), (1, 0), (-1, 0.4), (1, 0.4)):
        scrolled = page.evaluate(SCROLLED)
        x, y = page.evaluate(hand.THUMB, "elu-alpha")
        x += PLACES[place]
        touch("Start", (x, y))
        for i in range(1, 11):
            touch("Move", (x + lean * 12 * i, y + way * 12 * i))
            assert hand.value(page, "elu-alpha") == value
        touch("End")
        page.wait_for_timeout(300)
        assert way * (scrolled - page.evaluate(SCROLLED)) > 50
    settle(page)
    assert hand.value(page, "elu-alpha") == value and hand.drawn(page) == drawn and len(page.traffic.sent) == sent


def test_a_slow_finger_to_the_side_is_followed_and_may_then_wander(finger):
    page, touch = finger
    x, y = page.evaluate(hand.THUMB, "elu-alpha")
    before, scrolled = hand.value(page, "elu-alpha"), page.evaluate(SCROLLED)
    touch("Start", (x, y))
    for i in range(1, 41):
        touch("Move", (x + i, y))
    for i in range(1, 11):
        touch("Move", (x + 40, y + 4 * i))
    reached = page.evaluate(hand.THUMB, "elu-alpha")[0]
    touch("End")
    settle(page)
    assert reached == pytest.approx(x + 40, abs=3), "the thumb is under the finger"
    assert hand.value(page, "elu-alpha") > before + 0.3 and page.evaluate(SCROLLED) == scrolled
    assert "elu.alpha=" in page.url and not page.traffic.errors


def test_a_tap_on_the_track_brings_the_thumb(finger):
    page, touch = finger
    x, y = page.evaluate(hand.THUMB, "elu-alpha")
    touch("Start", (x + 80, y))
    touch("End")
    settle(page)
    assert page.evaluate(hand.THUMB, "elu-alpha")[0] == pytest.approx(x + 80, abs=3) and "elu.alpha=" in page.url
