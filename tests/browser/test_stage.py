"""A slider and what it moves are on the screen together: on every page that has one, on wide screens from the top."""

import pytest

from activations import CATALOGUE
from browser.test_sliders import KINDS
from harness.browser import settle

SIZES = {(1440, 900): True, (1366, 768): True, (1024, 768): False, (390, 664): False}  # seen without scrolling?
STAGES = (
    "/",
    "/explore?fn=relu",
    "/explore?fn=elu",
    "/explore?fn=hard_tanh",
    *(f"/explore?fn={function.id}" for function in KINDS.values()),
)
LEAST = 150  # px of a picture's height in which something can still be seen
SCROLL = "document.querySelector('[data-testid=stMain]').scrollTo(0, 0)"
BOXES = """() => {
    const box = (element) => { const { top, bottom } = element.getBoundingClientRect(); return [top, bottom]; };
    const stage = document.querySelector('[class*="st-key-stage_"]');
    return [...stage.querySelectorAll('.stSlider')].map((slider) => [box(slider), box(stage.querySelector('.chart'))]);
}"""


def together(page, height):
    """For each slider: whether all of it and all of the stage's first picture are on the screen."""
    return [top >= 0 and max(low, bottom) <= height for (top, low), (_, bottom) in page.evaluate(BOXES)]


@pytest.mark.parametrize("path", STAGES)
def test_handles_and_picture_are_on_the_screen_together(visit, path):
    page = visit(path, locale="en-US")
    for (width, height), at_once in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        page.evaluate(SCROLL)
        boxes = page.evaluate(BOXES)
        assert boxes and all(bottom - top >= LEAST for _, (top, bottom) in boxes), (width, boxes)
        if at_once:
            assert all(together(page, height)), (width, boxes)
        for i in range(len(boxes)):
            page.locator('[class*="st-key-stage_"] .stSlider').nth(i).scroll_into_view_if_needed()
            page.wait_for_timeout(50)
            (top, bottom), (upper, lower) = page.evaluate(BOXES)[i]
            assert top >= 0 and bottom <= height and upper >= 0 and lower <= height, (width, i, top, upper, lower)
            if width == min(SIZES)[0]:
                assert top >= lower, "the pinned picture lies over the slider"
        page.evaluate(SCROLL)
    assert not page.traffic.errors


def test_every_kind_of_function_has_a_stage():
    assert {type(CATALOGUE[path.partition("=")[2]]) for path in STAGES if "=" in path} == set(KINDS)
