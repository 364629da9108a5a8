"""A slider and what it moves are on the screen together: on every page that has one, on wide screens from the top."""

import pytest

from activations import CATALOGUE
from browser.test_sliders import KINDS
from harness.browser import settle

BY_KIND = {kind: [one for one in CATALOGUE.values() if type(one) is kind] for kind in KINDS}
SIZES = {(1440, 900): True, (1366, 768): True, (1024, 768): False, (390, 664): False}  # seen without scrolling?
MOST = (max(those, key=lambda one: len(one.params)).id for those in BY_KIND.values())  # sliders
STAGES = (
    "/",
    "/explore?fn=relu",
    "/explore?fn=elu",
    "/explore?fn=hard_tanh",
    *(f"/explore?fn={function.id}" for function in KINDS.values()),
    *(f"/explore?fn={name}" for name in MOST),
    *("/duel?fns=elu,swish&at=1", "/duel?fns=elu,swish,tanh,gelu&at=1", "/dead-units?bet=some&treat=slope&at=1"),
    *("/swap", "/swap?trained=leaky_relu_keras&served=hard_sigmoid_keras2&guess=told"),
)
LEAST = 150  # px of a picture's height in which something can still be seen
SCROLL = "document.querySelector('[data-testid=stMain]').scrollTo(0, 0)"
BOXES = """() => {
    const box = (element) => { const { top, bottom } = element.getBoundingClientRect(); return [top, bottom]; };
    const stage = document.querySelector('[class*="st-key-stage_"]');
    const picture = box(stage.querySelector('.chart, .trainer'));
    return [...stage.querySelectorAll('.stSlider')].map((slider) => [box(slider), picture]);
}"""

# what of the pinned picture's words is covered by something else, or out of the picture
COVERED = """() => {
    const stage = document.querySelector('[class*="st-key-stage_"]');
    const ground = stage.querySelector('.chart-ground, .trainer').getBoundingClientRect();
    const plot = stage.querySelector('.chart .nsewdrag')?.getBoundingClientRect() ?? ground;
    const seen = [...stage.querySelectorAll('.chart-sentence p')].filter((part) => {
        const { left, top, width, height } = part.getBoundingClientRect();
        return !part.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    const key = [...stage.querySelectorAll('.chart-key span')].filter((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const size = parseFloat(getComputedStyle(part).fontSize);
        return left < ground.left || right > ground.right || top < ground.top || bottom > plot.top + 1 || size < 14;
    });
    return [...seen, ...key].map((part) => part.textContent);
}"""


def beside(pair, height):
    """All of a slider and all of the stage's first picture, on the screen and not one over the other if pinned."""
    (top, low), (upper, lower) = pair
    apart = top >= lower or upper > 0  # a picture at the very top is pinned
    return apart and min(top, upper) >= 0 and max(low, lower) <= height


def seen(page, i, height):
    """Are both on the screen, uncovered, with that slider in its middle or at its end, or the picture in the middle?"""
    for selector, n, block in (
        (".stSlider", i, "center"),
        (".stSlider", i, "end"),
        (":is(.chart, .trainer)", 0, "center"),
    ):
        part = page.locator(f'[class*="st-key-stage_"] {selector}').nth(n)
        part.evaluate(f"e => e.scrollIntoView({{ block: '{block}' }})")
        page.wait_for_timeout(50)
        if beside(page.evaluate(BOXES)[i], height) and not page.evaluate(COVERED):
            return True
    return False


@pytest.mark.parametrize("path", dict.fromkeys(STAGES))
def test_handles_and_picture_are_on_the_screen_together(turn, path):
    page = turn(path, ready=".chart[data-drawn], .trainer[data-drawn]")
    for (width, height), at_once in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        page.evaluate(SCROLL)
        boxes = page.evaluate(BOXES)
        assert boxes and all(bottom - top >= LEAST for _, (top, bottom) in boxes), (width, boxes)
        if at_once:
            assert all(beside(box, height) for box in boxes), (width, boxes)
            assert not page.evaluate(COVERED), width
        for i in range(len(boxes)):
            assert seen(page, i, height), (width, i, page.evaluate(BOXES)[i], page.evaluate(COVERED))
        page.evaluate(SCROLL)
    assert not page.traffic.errors


def test_every_kind_of_function_has_a_stage():
    assert {type(CATALOGUE[path.partition("=")[2]]) for path in STAGES if path.startswith("/explore")} == set(KINDS)
