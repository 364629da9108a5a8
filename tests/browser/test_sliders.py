"""Every slider of every page moves its picture: with each step, by itself, and to where Plotly would draw it."""

import pytest

from activations import CATALOGUE
from browser import hand
from harness.browser import settle
from labs.why import LABS

# of each kind of function the one with most sliders
KINDS = {
    kind: max((f for f in CATALOGUE.values() if type(f) is kind), key=lambda f: len(f.params))
    for kind in dict.fromkeys(map(type, CATALOGUE.values()))
}
PAGES = [
    *(
        "/",
        "/gallery",
        "/compare?fns=elu,swish,softplus,rrelu&view=both",
        "/compare?fns=swish&view=gap&ref=elu",
    ),
    *(f"/why?experiment={name}" for name in LABS),
    *(f"/explore?fn={function.id}" for function in KINDS.values()),
    "/swap",
]
STEP = CATALOGUE["elu"].params[0].step
TOUCH = {"has_touch": True, "is_mobile": True, "width": 390, "height": 800}


@pytest.mark.parametrize("path", PAGES)
def test_every_slider_of_a_page_moves_a_picture_with_each_step(turn, path):
    page = turn(path)
    keys = hand.sliders(page)
    assert keys
    for key in keys:
        hand.approach(page, key)
        sent = len(page.traffic.sent)
        moves = hand.follow(page, key)
        assert len(page.traffic.sent) == sent, (key, "a message left during the drag")
        changed = [move for move in moves if move["changed"]]
        assert len(changed) >= 3 and sum(move["drawn"] for move in changed) >= 0.95 * len(changed), key
        assert all(move["told"] == move["shown"] for move in moves), (key, "not what the slider then shows")
        hand.let_go(page)
    settle(page)
    assert not hand.differences(page)
    assert not page.traffic.errors


def test_a_second_slider_catches_up_while_it_is_dragged_and_shows_no_wrong_picture(turn):
    page = turn("/explore?fn=softmax")
    for key in ("softmax-z1", "softmax-z3", "softmax-temperature"):
        hand.follow(page, key)
        hand.arrive(page)
        *z, temperature = (hand.value(page, name) for name in hand.sliders(page))
        exact = CATALOGUE["softmax"](z, temperature=temperature)
        assert hand.curve(page) == pytest.approx(list(exact), abs=0.0005), key
        page.mouse.up()
    settle(page)
    assert not page.traffic.errors


def test_arrow_keys_move_the_picture(turn):
    page = turn("/explore?fn=elu")
    page.locator(".st-key-elu-alpha input[type=range]").focus()
    before, count = hand.value(page, "elu-alpha"), hand.drawn(page)
    for _ in range(20):
        page.keyboard.down("ArrowRight")
        page.evaluate(hand.FRAMES)
    page.keyboard.up("ArrowRight")
    steps = round((hand.value(page, "elu-alpha") - before) / STEP)
    assert hand.drawn(page) - count >= 0.95 * steps >= 19


def test_a_finger_moves_the_picture(turn):
    page = turn("/explore?fn=elu", **TOUCH)
    page.locator(".st-key-elu-alpha").scroll_into_view_if_needed()
    x, y = page.evaluate(hand.THUMB, "elu-alpha")
    tools = page.context.new_cdp_session(page)
    count, before, sent = hand.drawn(page), hand.value(page, "elu-alpha"), len(page.traffic.sent)
    tools.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for i in range(1, 21):
        tools.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x + 3 * i, "y": y}]})
        page.evaluate(hand.FRAMES)
    steps = round((hand.value(page, "elu-alpha") - before) / STEP)
    assert hand.drawn(page) - count >= 0.95 * min(steps, 20) > 0 and len(page.traffic.sent) == sent
    tools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    settle(page)
    assert "elu.alpha=" in page.url and not page.traffic.errors
