"""What holds for every page, whatever it shows, in both languages and themes, on wide and narrow screens."""

import os
import re
from itertools import cycle, product
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from activations import CATALOGUE
from harness.addresses import pages
from harness.browser import settle, until

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(v => v.nodes.map(one => `${v.id}: ${one.html.slice(0, 200)} ${one.any[0]?.message}`)))"""
KINDS = {type(function): name for name, function in CATALOGUE.items()}.values()
STATES = [
    *pages(),
    *(f"/explore?fn={name}" for name in KINDS),
    *("/explore?fn=maxout&code=torch", "/compare?view=both&table=all", "/compare?fns=swish&view=gap&ref=elu"),
    *("/choose?step=symptom", "/choose?position=hidden&task=mlp", "/choose?task=rnn"),
    *("/facts?ask=off&sheet=2", "/facts?q=qqqq", "/glossary?part=questions", "/glossary?part=reading"),
    "/swap?trained=tanh&served=sigmoid&swap.t=1&guess=few&code=jax",
]
OPEN = """() => [...document.querySelectorAll('[data-testid=stExpander] details')].slice(-3)
    .forEach(one => one.open || one.querySelector('summary').click())"""
WIDE, TABLET, PHONE = {"width": 1440, "height": 900}, {"width": 1024, "height": 768}, {"width": 390, "height": 664}
ZOOMED = [{"width": 640, "height": 256}, {"width": 320, "height": 256}]  # as with 1280 pixels at 200 % and 400 %
QUIET = """() => new Promise(done => {
    let timer;
    const seen = new MutationObserver(wait);
    function wait() {
        clearTimeout(timer);
        timer = setTimeout(() => { seen.disconnect(); done(); }, 400);
    }
    seen.observe(document.body, { subtree: true, childList: true, attributes: true });
    wait();
})"""
DRAWN_ALL = "[...document.querySelectorAll('.chart')].every(chart => chart.dataset.drawn)"
WIDER = """() => {
    const { scrollWidth, clientWidth } = document.querySelector('[data-testid=stMain]');
    return scrollWidth > clientWidth + 1 ? [`wider than the screen: ${scrollWidth}`] : [];
}"""
ODD = """() => {
    const found = [];
    for (const icon of document.querySelectorAll('[data-testid=stIconMaterial]')) {
        if (icon.scrollWidth > 1.5 * parseFloat(getComputedStyle(icon).fontSize)) found.push(icon.textContent);
    }
    for (const chart of document.querySelectorAll('.chart')) {
        const { width, height } = chart.getBoundingClientRect();
        if (width <= 150 || height <= 120) found.push(`a picture of ${width} x ${height}`);
        if (chart.ariaLabel.length <= (document.documentElement.lang === 'en' ? 20 : 10)) found.push(chart.ariaLabel);
    }
    return found;
}"""
WORDS = """() => {
    const walker = document.createTreeWalker(document.querySelector('[data-testid=stMain]'), NodeFilter.SHOW_TEXT);
    const said = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        if (text.parentElement.checkVisibility() && !text.parentElement.closest('pre, code')) said.push(text.data);
    }
    return said.join('\\n');
}"""
ENGLISH = re.compile(r"\b(?:Choose|Select|Press Enter|Download|Infinity|None|True|False)\b")  # Streamlit's words


def mended(page):
    """Wait until what Streamlit leaves undone is done for the page as it is: nothing has changed for a while."""
    until(page, "document.querySelector('[data-testid=stSidebarNavItems] > div[role=list]') !== null")
    page.evaluate(QUIET)


def faults(page, size, scheme, *looks):
    """What is wrong with the page on a screen of that size, in a light or dark theme; `looks` are ways to look."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(size)
    mended(page)
    until(page, DRAWN_ALL)
    found = [fault for look in (WIDER, *looks) for fault in page.evaluate(look, RULES)]
    return [f"{page.url.partition('/')[2]} {size['width']} {scheme} {fault}" for fault in found]


# what is looked at in English, then in Chinese: states take turns, unless all are asked for (`make states`)
TURNS = (
    (((WIDE, "light", ODD, RUN), (ZOOMED[0], "light")), ((PHONE, "dark", ODD, RUN), (TABLET, "dark", ODD))),
    (((PHONE, "light", ODD, RUN), (ZOOMED[1], "light")), ((WIDE, "dark", ODD, RUN), (TABLET, "light", ODD))),
)
ALL = [*TURNS, *(turn[::-1] for turn in TURNS)]
CHOSEN = product(STATES, ALL) if os.environ.get("STATES") == "all" else zip(STATES, cycle(TURNS))


@pytest.mark.parametrize(
    ("address", "looks"),
    CHOSEN,
    ids=lambda it: it if isinstance(it, str) else "{width}-{}".format(it[0][0][1], **it[0][0][0]),
)
def test_every_state_is_sound(turn, address, looks):
    page = turn(address, ready="h1", locale="en-GB")
    page.evaluate(OPEN)
    settle(page)
    page.evaluate(AXE)
    found = [fault for look in looks[0] for fault in faults(page, *look)]
    charts = page.locator(".chart")
    count = charts.evaluate_all("all => all.forEach(one => { one.stays = true }) || all.length")
    page.locator(".st-key-lang button", has_text="中文").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN", timeout=20_000)
    settle(page)
    assert charts.evaluate_all("all => all.filter(one => one.stays).length") == charts.count() == count
    found += [fault for look in looks[1] for fault in faults(page, *look)]
    assert not found, "\n".join(found)
    assert not ENGLISH.findall(page.evaluate(WORDS))
    assert not page.traffic.errors
