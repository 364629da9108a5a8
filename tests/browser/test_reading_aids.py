"""What readers do with a page beside reading it: let the browser translate it, copy formulas from it."""

import re

import pytest
from playwright.sync_api import expect

from harness.browser import settle

# as browsers translate: the texts that are there, and those that come, give way to wrappers with other words
TRANSLATE = """keep => {
    window.wrapped = 0;
    const wrap = text => {
        if (!text.data.trim() || text.parentElement.closest('font, script, style, .katex, .chart, svg')) return;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        outer.append(inner);
        if (!keep) inner.textContent = `«${text.data}»`;
        text.replaceWith(outer);
        if (keep) inner.append(text);
        wrapped += 1;
    };
    const all = root => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
        while (walker.nextNode()) found.push(walker.currentNode);
        found.forEach(wrap);
    };
    all(document.querySelector('[data-testid=stMain]'));
    new MutationObserver(changes => changes.forEach(({ addedNodes }) => addedNodes.forEach(
        node => node.isConnected && (node.nodeType === 3 ? wrap(node) : node.nodeName !== 'FONT' && all(node)))))
        .observe(document.querySelector('[data-testid=stMain]'), { childList: true, subtree: true });
}"""
# the words of a page without those of the pictures, and without the translator's marks
WORDS = """[...document.querySelectorAll('[data-testid=stMain] :is(h1, h2, h3, p, li, td, label)')]
    .filter(e => !e.closest('.chart-place, .katex, [class*=st-key-lang]')).map(e => e.innerText.replace(/[«»]/g, ''))"""


@pytest.mark.parametrize("keep", [False, True], ids=["replaced", "wrapped"])
@pytest.mark.parametrize("path", ["/why", "/choose?task=rnn"])
def test_a_translated_page_changes_its_language_as_any_other(visit, path, keep):
    page = visit(path, ready="h1")
    page.get_by_text("中文", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN", timeout=20_000)
    settle(page)
    chinese = page.evaluate(WORDS)
    page.get_by_text("English", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en", timeout=20_000)
    settle(page)
    page.evaluate(TRANSLATE, keep)
    assert page.evaluate("wrapped") > 10
    page.locator(".st-key-lang button", has_text="中文").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN", timeout=20_000)
    settle(page)
    assert page.evaluate(WORDS) == chinese
    assert not page.traffic.errors


COPY = """([place, part]) => {
    const range = document.createRange();
    range.selectNodeContents(place);
    const formulas = [...place.querySelectorAll('.katex')];
    if (part) { // from within the first formula to within the last
        const glyphs = formulas.map(one => document.createTreeWalker(one.querySelector('.katex-html'), 4).nextNode());
        range.setStart(glyphs.at(0), 0);
        range.setEnd(glyphs.at(-1), 1);
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    const data = new DataTransfer();
    document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    const display = one => one.closest('.katex-display') ? '$$' : '$';
    const source = one => display(one) + one.querySelector('annotation').textContent.trim() + display(one);
    return [data.getData('text/plain'), data.getData('text/html'), formulas.map(source)];
}"""


@pytest.mark.parametrize("part", [False, True], ids=["whole", "in part"])
def test_formulas_are_copied_as_their_latex(visit, part):
    page = visit("/why?experiment=depth&lang=en")
    page.get_by_text("Go deeper", exact=True).click()
    settle(page)
    places = page.locator("[data-testid=stMain] p:has(.katex)").element_handles()
    for place in places:
        text, html, sources = page.evaluate(COPY, [place, part])
        pieces, rest = [], text
        for source in sources:
            before, found, rest = rest.partition(source)
            assert found, text
            pieces.append(before)
        assert not re.search(r"[\u200b\u2061$]", "".join([*pieces, rest])) and "katex" not in html
        assert not part or not pieces[0] + rest, "whole formulas and no more"
    assert len(places) > 5


def test_text_without_formulas_is_left_to_the_browser(turn):
    page = turn("/explore?fn=elu&lang=en")
    left = """() => {
        getSelection().selectAllChildren(document.querySelector('h1'));
        const clipboardData = new DataTransfer();
        const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
        return document.dispatchEvent(event) && clipboardData.getData('text/plain') === '';
    }"""
    assert page.evaluate(left)
