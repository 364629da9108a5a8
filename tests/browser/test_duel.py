"""Networks that learn in the page: they play without a word to the server, and a link leads to the same weights."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from browser import hand
from harness.browser import settle, until
from labs.training.tasks import COLUMNS, sketched
from ui.duel import SEEDS, UNTIL

READY = ".trainer[data-drawn]"
SMALL = "units=4&layers=1"
STEP = "Number(document.querySelector('.trainer').dataset.step)"
PRINT = "document.querySelector('.trainer').dataset.print"
PLAYS = "document.querySelector('.trainer').dataset.plays === 'true'"
HIDDEN = """() => {
    Object.defineProperty(document, 'hidden', { value: true });
    document.dispatchEvent(new Event('visibilitychange'));
}"""
ONCE = ".trainer-bar button >> nth=2"
SCRUB = ".trainer-bar input[type=range]"


@pytest.fixture
def duel(visit):
    """Open a race and wait until it rests."""

    def open_race(query="", **options):
        page = visit(f"/duel?{query}", ready=READY, **options)
        until(page, f"!({PLAYS}) && {STEP} > 0")
        settle(page)
        return page

    return open_race


def test_a_run_plays_without_a_message_and_the_address_learns_where_it_rests(visit):
    page = visit("/duel?at=0&units=32&layers=3", ready=READY)  # large, so that it takes a while
    until(page, f"{STEP} > 0")
    sent = len(page.traffic.sent)
    assert page.evaluate(f"{PLAYS} && {STEP} < {UNTIL}")
    until(page, f"{STEP} === {UNTIL} && !({PLAYS})", 60)
    page.wait_for_url(f"**&at={UNTIL}")
    assert len(page.traffic.sent) == sent + 1 and hand.pictures(page) > 20
    assert not page.traffic.errors


def test_a_link_leads_to_the_same_weights_however_one_came_there(duel):
    """A slow hand, a fast one and a link: forwards, back over what is remembered, and at once."""
    played = duel(f"fns=gelu,elu&elu.alpha=1.5&batch=16&{SMALL}&random=7")
    scrub = played.locator(SCRUB)
    scrub.fill("113")
    until(played, f"{STEP} === 113")
    back = played.evaluate(PRINT)
    played.locator(".trainer-bar button").first.click()
    until(played, f"{STEP} === 0")
    for _ in range(3):
        played.locator(ONCE).click()
    until(played, f"{STEP} === 3")
    third = played.evaluate(PRINT)
    linked = duel(f"fns=gelu,elu&elu.alpha=1.5&batch=16&{SMALL}&random=7&at=113", locale="zh-CN")
    assert linked.evaluate(STEP) == 113 and linked.evaluate(PRINT) == back
    linked.locator(SCRUB).fill("3")
    until(linked, f"{STEP} === 3")
    assert linked.evaluate(PRINT) == third != back
    assert not played.traffic.errors and not linked.traffic.errors


def test_a_slider_moves_the_run_as_it_goes_on(duel):
    page = duel(f"fns=elu,relu&{SMALL}&at=60")
    before, sent = page.evaluate(PRINT), len(page.traffic.sent)
    page.locator(ONCE).click()
    until(page, f"{STEP} === 61")
    alike = page.evaluate(PRINT)
    page.locator(SCRUB).fill("60")
    until(page, f"{STEP} === 60")
    assert page.evaluate(PRINT) == before
    sent, drawn = len(page.traffic.sent), hand.pictures(page)
    x, y = hand.grab(page, "elu-alpha")
    for i in range(1, 6):
        page.mouse.move(x + 8 * i, y)
        page.wait_for_timeout(60)
    assert hand.pictures(page) >= drawn + 3 and len(page.traffic.sent) == sent
    page.mouse.up()
    page.locator(ONCE).click()
    until(page, f"{STEP} === 61")
    assert page.evaluate(PRINT) != alike
    settle(page)
    assert "elu.alpha=" in page.url and not page.traffic.errors


def test_a_link_repeats_what_a_hand_moved_on_the_way(duel):
    page = duel(f"fns=elu,relu&{SMALL}&at=20")
    page.locator(".trainer-bar .primary").click()
    x, y = hand.grab(page, "elu-alpha")
    for i in range(1, 8):
        page.mouse.move(x + 6 * i, y)
        page.wait_for_timeout(50)
    page.mouse.up()
    until(page, f"{STEP} === {UNTIL} && !({PLAYS})", 40)
    page.wait_for_url("**turns=elu.alpha-*")
    settle(page)
    turned, address = page.evaluate(PRINT), page.url.split("?")[1]
    assert len(re.search(r"turns=elu\.alpha-(\w+)", address)[1]) >= 5 * 4  # the beginning and some of the way
    linked = duel(address)
    assert linked.evaluate(PRINT) == turned
    straight = duel(re.sub(r"&?turns=[^&]+", "", address))
    assert straight.evaluate(PRINT) != turned
    straight.locator(".trainer-bar button").last.click()  # from all seeds: with the same turns, or none
    linked.locator(".trainer-bar button").last.click()
    for one in (straight, linked):
        until(one, f"document.querySelectorAll('.trainer-seeds circle').length === {2 * SEEDS}", 60)
    places = "[...document.querySelectorAll('.trainer-seeds circle')].map((one) => one.getAttribute('cx')).join()"
    assert straight.evaluate(places) != linked.evaluate(places)
    linked.locator(".trainer-bar button").first.click()
    until(linked, f"{STEP} === 0")
    expect(linked).not_to_have_url(re.compile("turns="))
    assert not page.traffic.errors and not linked.traffic.errors


def test_many_seeds_are_shown_with_what_they_allow_to_say(duel):
    page = duel(f"fns=sigmoid,relu&{SMALL}&data=moons")
    page.locator(".trainer-bar button").last.click()
    until(page, "document.querySelector('.trainer-seeds p').textContent.includes('median')", 60)
    assert page.locator(".trainer-seeds circle").count() == 2 * SEEDS
    assert page.locator(".trainer-seeds .median").count() == 2
    assert not page.traffic.errors


def test_whoever_wants_no_motion_sees_a_finished_run(duel):
    page = duel(SMALL, reduced_motion="reduce")
    assert page.evaluate(STEP) == UNTIL and hand.pictures(page) <= 3


def test_the_space_bar_plays_and_pauses(duel):
    page = duel(f"{SMALL}&at=5")
    page.locator(SCRUB).focus()
    page.keyboard.press("Space")
    until(page, f"{STEP} > 5")
    page.keyboard.press("Space")
    until(page, f"!({PLAYS})")
    settle(page)
    assert page.evaluate(STEP) > 5 and page.evaluate("document.activeElement.matches('.trainer-bar input')")


def test_a_run_that_diverges_says_so_and_stops(duel):
    page = duel("fns=squared_relu&rule=descent&rate=1&data=wave")
    stopped = page.evaluate(STEP)
    expect(page.locator(".trainer .chart-notice")).to_contain_text(f"step {stopped}")
    assert 0 < stopped < UNTIL and page.locator(".trainer-bar .primary").is_disabled()


def test_a_reader_without_workers_is_told(visit):
    page = visit("/duel", ready=".trainer")
    page.add_init_script("delete window.Worker")
    page.reload()
    expect(page.locator(".trainer .chart-notice")).to_contain_text("Web Worker")
    assert not page.traffic.errors


def test_no_worker_is_left_behind(duel):
    page = duel(f"{SMALL}&at=1")
    for _ in range(10):
        page.locator("[data-testid=stSidebarNavLink]", has_text="How to choose").click()
        page.wait_for_url("**/choose*")
        settle(page)
        assert not page.workers
        page.locator("[data-testid=stSidebarNavLink]", has_text="Duel").click()
        until(page, f"document.querySelector('{READY}') !== null && !({PLAYS})")
        settle(page)
        assert len(page.workers) == 1
    assert not page.traffic.errors


def test_a_page_out_of_sight_pauses(visit):
    page = visit("/duel", ready=READY)
    until(page, f"{STEP} > 0")
    page.evaluate(HIDDEN)
    until(page, f"!({PLAYS})")
    assert page.evaluate(STEP) < UNTIL


def test_a_curve_drawn_by_hand_is_learned_and_kept_in_the_address(duel):
    page = duel(f"data=drawn&{SMALL}")
    box = page.locator(".trainer-plane").first.bounding_box()
    left, top, size = box["x"], box["y"], box["width"]
    page.mouse.move(left + 0.1 * size, top + 0.8 * size)
    page.mouse.down()
    page.mouse.move(left + 0.5 * size, top + 0.3 * size, steps=8)
    page.mouse.move(left + 0.9 * size, top + 0.8 * size, steps=8)
    page.mouse.up()
    page.wait_for_url("**hand=*")
    drawn = re.search(r"hand=(\w+)", page.url)[1]
    until(page, f"!({PLAYS}) && {STEP} === {UNTIL}", 40)
    heights = sketched(drawn)(np.linspace(-2, 2, COLUMNS))
    assert heights[0] < -0.7 and heights[-1] < -0.7 and heights[COLUMNS // 2] > 0.4
    assert not page.traffic.errors


def test_what_is_learned_is_chosen_in_a_fold_and_begins_a_new_race(duel):
    page = duel(SMALL)
    before = page.evaluate(PRINT)
    page.locator("[data-testid=stExpander] summary", has_text="Data, network").click()
    page.locator(".st-key-data button", has_text="Moons").click()
    page.wait_for_url("**data=moons*")
    until(page, f"{PRINT} !== {before!r} && {STEP} === {UNTIL} && !({PLAYS})", 40)
    settle(page)
    assert "data=moons" in page.url and "units=4" in page.url and not page.traffic.errors
