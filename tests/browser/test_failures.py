"""A picture that cannot be drawn says so, disturbs no other, and comes back with the next move."""

import pytest
from playwright.sync_api import expect

from browser import hand

BREAK = """() => {
    const [broken] = document.querySelectorAll('.chart'), { react } = Plotly;
    window.mend = () => { Plotly.react = react; };
    Plotly.react = (chart, ...rest) => {
        if (chart === broken) throw new Error('no picture');
        return react(chart, ...rest);
    };
}"""
NOTICE = ".chart-notice:not(:empty)"


@pytest.mark.parametrize(
    ("start", "to", "lang", "words"),
    [
        ("en-GB", "中文", "zh-CN", "没能画出来"),
        ("zh-CN", "English", "en", "could not be drawn"),
    ],
)
def test_a_picture_that_fails_says_so_and_is_drawn_with_the_next_move(visit, start, to, lang, words):
    page = visit("/explore?fn=softmax", locale=start)
    page.wait_for_selector(".chart >> nth=2")
    page.evaluate(BREAK)
    before = page.evaluate(hand.DRAWN)
    page.get_by_text(to, exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", lang, timeout=20_000)
    expect(page.locator(NOTICE)).to_have_count(1)
    expect(page.locator(NOTICE)).to_contain_text(words)
    for _ in range(100):
        after = page.evaluate(hand.DRAWN)
        if all(b > a for a, b in zip(before[1:], after[1:], strict=True)):
            break
        page.wait_for_timeout(50)
    assert after[0] == before[0] and all(b > a for a, b in zip(before[1:], after[1:], strict=True))
    assert set(page.traffic.errors) == {"no picture"}, "told to whoever looks for errors"
    page.evaluate("mend()")
    page.locator(".st-key-softmax-z1 input[type=range]").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(NOTICE)).to_have_count(0)
    assert page.evaluate(hand.DRAWN)[0] > before[0]
