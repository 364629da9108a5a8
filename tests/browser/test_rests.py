"""Numbers that wait for the server look like it from the first move until they have come, and stay readable."""

import pytest
from playwright.sync_api import expect

from browser import hand
from harness.browser import until

NUMBERS = '[class*="st-key-rests_"]'
STALE = "document.documentElement.classList.contains('stale')"
# the least contrast of greyed texts with what they stand on: colours laid over one another, opacities multiplied
LEAST = """boxes => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const read = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
    };
    const over = (top, share, below) => below.map((v, i) => v + (top[i] - v) * top[3] * share);
    const linear = (v) => v <= 10.3 ? v / 3294.6 : ((v / 255 + 0.055) / 1.055) ** 2.4;
    const light = (colour) => colour.reduce((sum, v, i) => sum + [0.2126, 0.7152, 0.0722][i] * linear(v), 0.05);
    let least = Infinity;
    for (const box of boxes) {
        const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            const own = walk.currentNode.parentElement;
            if (!walk.currentNode.data.trim() || !own.getClientRects().length || own.closest('.katex-mathml')) continue;
            const around = [];
            for (let e = own; e; e = e.parentElement) around.unshift(getComputedStyle(e));
            let ground = [255, 255, 255], opacity = 1;
            for (const style of around) {
                opacity *= style.opacity;
                ground = over(read(style.backgroundColor), opacity, ground);
            }
            const pair = [over(read(around.at(-1).color), opacity, ground), ground].map(light);
            least = Math.min(least, Math.max(...pair) / Math.min(...pair));
        }
    }
    return least;
}"""


@pytest.mark.parametrize(
    "path, key, scheme",
    [("/explore?fn=elu&code=torch", "elu-alpha", "light"), ("/why?experiment=depth", "depth-layers", "dark")],
)
def test_numbers_left_behind_are_grey_until_the_answer(visit, path, key, scheme):
    page = visit(path, color_scheme=scheme, reduced_motion="reduce")
    boxes = page.locator(NUMBERS)
    before = boxes.all_inner_texts()
    assert before and not page.evaluate(STALE)
    x, y = page.evaluate(hand.THUMB, key)
    hand.follow(page, key, moves=4)
    assert page.evaluate(STALE) and boxes.all_inner_texts() == before
    page.mouse.move(x, y)
    until(page, f"!{STALE}")  # back where they belong to, without a word from the server
    hand.follow(page, key, moves=4)
    page.wait_for_timeout(50)  # without motion it is there at once
    assert boxes.first.evaluate("e => getComputedStyle(e).opacity < 1") and boxes.evaluate_all(LEAST) >= 4.5
    page.mouse.up()
    until(page, f"!{STALE}")
    expect(boxes.first).to_have_css("opacity", "1")
    assert boxes.all_inner_texts() != before
    assert not page.traffic.errors
