"""The lesson for readers who do not see it, see it otherwise, use keys only, or read it on a phone."""

import pytest
from playwright.sync_api import expect

import content
from browser.test_states import PHONE, mended
from harness.addresses import pages
from harness.browser import settle, until

STATUS = "body > .unseen[role=status]"
MENU, EXPAND = "[data-testid=stSidebar]", "[data-testid=stExpandSidebarButton]"


def test_a_page_is_named_after_what_it_shows_and_parts_are_named_in_the_language_of_the_reader(visit):
    page = visit("/explore?fn=elu", locale="zh-CN")
    mended(page)
    assert page.title().startswith(f"ELU - {content.load('pages/learn/explore')['menu'].zh}")
    words = content.load("ui")
    assert page.locator(MENU).get_attribute("aria-label") == words["label_sidebar"].zh
    assert page.get_by_test_id("stSkipToContent").inner_text() == words["label_skip"].zh
    page.locator(".st-key-lang button", has_text="English").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en", timeout=20_000)
    expect(page.locator(MENU)).to_have_attribute("aria-label", words["label_sidebar"].en)
    expect(page).to_have_title("ELU - " + page.title().partition(" - ")[2])
    page.locator("[data-testid=stSidebarNavLink]").first.click()
    expect(page.locator(STATUS)).to_have_text("Begin with a lamp - Activation Lab", timeout=20_000)


def test_each_part_is_read_in_its_own_language_while_two_share_the_page(turn):
    page = turn("/explore?fn=elu&lang=both", ready="h1")
    mended(page)
    spoken = """() => [...document.querySelectorAll('[data-testid=stMain] :is(p, li)')]
        .filter(e => /[a-z]{3,} [a-z]{3,}/.test(e.innerText) && !/[\\u4e00-\\u9fff]/.test(e.textContent))
        .map(e => e.closest('[lang]').lang)"""
    languages = page.evaluate(spoken)
    assert len(languages) > 5 and set(languages) == {"en"}
    assert not page.evaluate(
        "[...document.querySelectorAll('[lang=en]')].some(e => /[\\u4e00-\\u9fff]/.test(e.textContent))"
    )


def test_a_picture_tells_what_it_shows_and_what_a_hand_makes_of_it(turn):
    page = turn("/explore?fn=elu&lang=en")
    picture = page.locator(".chart").first
    until(page, "document.querySelector('.chart').ariaLabel.includes('lowest')")
    before = picture.get_attribute("aria-label")
    assert "α 1.00." in before and "f(x): from −0.998 at x = −6" in before
    assert page.locator(".chart .plot-container[aria-hidden=true]").count() == page.locator(".chart").count()
    page.locator(".st-key-elu-alpha input[type=range]").focus()
    for _ in range(50):
        page.keyboard.press("ArrowRight")
    expect(page.locator(STATUS)).to_contain_text("f(x): from −1.5 at x = −6", timeout=20_000)
    assert "α 1.50." in picture.get_attribute("aria-label")
    page.locator(".chart-values summary").first.focus()
    page.keyboard.press("Enter")
    table = page.locator(".chart-values table").first
    expect(table.locator("caption")).to_have_text("f(x)")
    assert table.locator("td").nth(1).inner_text().startswith("−1.5") and table.locator("tr").count() > 10


def test_the_menu_of_a_phone_makes_way_and_is_closed_to_keys(visit):
    page = visit("/?lang=en", **PHONE)
    closed = f"document.querySelector('{MENU}').dataset.collapsed === 'true' && document.querySelector('{MENU}').inert"
    until(page, closed)
    page.locator(EXPAND).click()
    until(page, f"!document.querySelector('{MENU}').inert")
    page.keyboard.press("Escape")
    until(page, closed)
    until(page, f"document.activeElement.matches('{EXPAND}')")
    page.keyboard.press("Enter")
    page.locator("[data-testid=stSidebarNavLink]").nth(2).click()
    expect(page.locator("h1")).to_have_text("All functions", timeout=20_000)
    until(page, closed)


def test_names_in_the_menu_are_whole_in_two_languages(turn):
    page = turn("/?lang=both")
    mended(page)
    names = page.locator("[data-testid=stSidebarNavLink] p")
    assert names.count() == len(pages())
    assert not names.evaluate_all("all => all.filter(e => e.scrollWidth > e.clientWidth).map(e => e.innerText)")


def test_an_unknown_page_answers_in_the_language_of_the_reader(visit):
    said = content.load("ui")["lost"]
    for locale, words in (("zh-CN", said.zh), ("en-GB", said.en)):
        page = visit("/no/such/page", locale=locale, ready="[data-testid=stAlert]")
        expect(page.locator("[data-testid=stAlert]")).to_contain_text(words)


@pytest.mark.parametrize("address", ["/facts?q=qqqq", "/glossary?q=qqqq", "/models?follow=step&field=speech"])
def test_where_nothing_is_found_the_filters_are_cleared_by_one_button(turn, address):
    page = turn(address + "&lang=en", ready="h1")
    page.get_by_role("button", name=content.load("ui")["clear_filters"].en).click()
    expect(page.locator(".st-key-clear_filters")).to_have_count(0, timeout=20_000)
    settle(page)
    assert page.url.endswith("?lang=en") or "?" not in page.url


def test_a_sheet_of_claims_begins_at_its_top(turn):
    page = turn("/facts?lang=en", ready="[data-testid=stPagination]")
    page.locator("[data-testid=stPagination] button").last.click()
    expect(page.locator(".st-key-claim_C009")).to_have_count(1, timeout=20_000)
    settle(page)
    top = page.locator(".st-key-claim_C009").bounding_box()["y"]
    assert 0 <= top < 300


def test_a_verdict_waits_until_it_is_asked_for(visit):
    page = visit("/facts?claim=C009&lang=en")
    verdict = content.load("pages/check/facts")["verdict_conditions"].en
    card = page.locator(".st-key-claim_C009")
    assert card.locator("[data-testid=stMarkdownContainer]", has_text=verdict).count() == 1  # the answer on offer
    for answer in ("correct", "fairly sure"):
        card.get_by_text(answer, exact=True).click()
    card.locator("[class*=st-key-give_] button").click()
    reply = content.load("court")["reply_missed_2"].en.replace("<<given>>", "correct")
    expect(card.get_by_role("heading", name=reply)).to_be_focused(timeout=20_000)
    assert verdict in card.locator("[class*=st-key-spoken_]").inner_text()


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1024, 768), (390, 664)])
def test_the_picture_of_a_claim_and_its_slider_share_the_screen(turn, size):
    page = turn("/facts?claim=C009&lang=zh", width=size[0], height=size[1])
    picture, slider = (
        page.locator(f".st-key-claim_C009 {part}").first.bounding_box() for part in (".chart", ".stSlider")
    )
    assert slider["y"] + slider["height"] - picture["y"] < size[1] - 60


def test_colours_of_the_reader_leave_sliders_and_choices_visible(visit):
    page = visit("/explore?fn=elu&lang=en")
    mended(page)
    page.emulate_media(forced_colors="active")
    look = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(document.body).backgroundColor]"
    thumb = page.locator(".st-key-elu-alpha div:has(> div > input)").first
    for part in (thumb, page.locator(".st-key-lang [data-selected=true]")):
        own, ground = part.evaluate(look)
        assert own != ground


def test_what_is_pressed_is_large_enough_for_a_finger(turn):
    page = turn("/compare?fns=relu,elu&lang=en")
    mended(page)
    small = """() => [...document.querySelectorAll('[data-testid=stMain] :is(button, summary, a)')]
        .filter(e => e.checkVisibility() && getComputedStyle(e).display !== 'inline' && !e.closest('.chart-values'))
        .map(e => [e.getAttribute('aria-label') ?? e.innerText, e.getBoundingClientRect()])
        .filter(([, { width, height }]) => width && Math.min(width, height) < 23.5)
        .map(([name, { width, height }]) => `${name} ${width}x${height}`)"""
    assert page.locator(".stMultiSelect [data-tag] button").count() == 2 and not page.evaluate(small)
