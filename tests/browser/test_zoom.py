"""Two buttons step through windows of x; a slider moves the picture in any of them, and a hand has the last word."""

import pytest

from activations import CATALOGUE
from activations.measure import properties
from browser import hand
from harness.browser import settle, until

RANGE = "document.querySelector('.chart')._fullLayout.xaxis.range"
DRAWN = "document.querySelector('.chart').data.find((trace) => trace.name === 'f(x)')"
KEY = "swish-beta"


def reach(page):
    """Both ends of what is shown, which are those of the curve as well."""
    found = page.evaluate(RANGE)
    assert page.evaluate(f"[{DRAWN}.x[0], {DRAWN}.x.at(-1)]") == pytest.approx(found, abs=1e-6)
    return found


def test_buttons_change_how_much_of_x_is_shown_and_sliders_leave_it(visit):
    page = visit("/explore?fn=swish")
    nearer, farther = page.locator(".chart-zoom button").all()
    assert all(min(box["width"], box["height"]) >= 24 for box in (nearer.bounding_box(), farther.bounding_box()))
    usual, sent = reach(page), len(page.traffic.sent)
    farther.focus()
    page.keyboard.press("Enter")
    until(page, f"{RANGE}[1] > {usual[1]}")
    wide = reach(page)
    until(page, f"document.querySelector('.chart').getAttribute('aria-label').includes('{wide[1]:g}')")
    assert len(page.traffic.sent) == sent, "the server need not know"
    hand.approach(page, KEY)
    moves = [move for move in hand.follow(page, KEY) if move["changed"]]
    assert len(moves) >= 3 and sum(move["drawn"] for move in moves) >= 0.95 * len(moves)
    assert len(page.traffic.sent) == sent, "a message left during the drag"
    hand.let_go(page)
    settle(page)
    assert reach(page) == wide
    assert not hand.differences(page)
    for _ in range(10):
        nearer.evaluate("button => button.click()")
    settle(page)
    assert reach(page)[1] < usual[1] and nearer.get_attribute("aria-disabled") == "true"
    assert nearer.evaluate("e => e.getAttribute('aria-label').length > 5 && e.ariaLabel !== e.textContent")
    assert not page.traffic.errors


def test_a_minimum_far_off_is_shown_once_the_hand_rests(visit):
    page = visit("/explore?fn=swish")
    low = reach(page)[0]
    away = properties(CATALOGUE["swish"], beta=0.1)["argmin"]
    assert away < low
    page.locator(f".st-key-{KEY} input[type=range]").focus()
    for _ in range(round((hand.value(page, KEY) - 0.1) / CATALOGUE["swish"].params[0].step)):
        page.keyboard.press("ArrowLeft")
    until(page, f"{RANGE}[0] < {away}")
    assert hand.value(page, KEY) == pytest.approx(0.1) and not page.traffic.errors
