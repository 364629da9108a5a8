"""Labs in which networks learn in the page: units that fell silent, and slopes that are lent."""

import re

import numpy as np
from playwright.sync_api import expect

from browser.test_duel import PLAYS, READY, STEP
from harness.browser import settle, until
from labs import dead_units
from labs.training.optimisers import Momentum

CAPTIONS = ".trainer-lane figcaption"


def rest(visit, path, **options):
    """Open a page and wait until its run rests."""
    page = visit(path, ready=READY, **options)
    until(page, f"!({PLAYS}) && {STEP} > 0", 60)
    settle(page)
    return page


def test_as_many_units_come_back_as_in_labs(visit):
    begun = dead_units.silenced(2, dead_units.MARGINS[0], 0)
    net, (seen, _) = begun.network(dead_units.RELUS), begun.datasets()
    net.train(seen, Momentum(dead_units.RATE, kept=0.0), dead_units.STEPS)
    back = int((net.forward(seen.x)[1][1][0, :, : dead_units.SILENCED] > 0).any(axis=0).sum())
    page = rest(visit, f"/dead-units?layer=2&bet=some&at={dead_units.STEPS}")
    told = page.locator(CAPTIONS).inner_text()
    assert f"{back} of {dead_units.SILENCED} silent units" in told and 0 < back < dead_units.SILENCED
    assert not page.traffic.errors


def test_nothing_plays_before_the_bet_and_the_first_layer_gets_no_gradient_at_all(visit):
    page = visit("/dead-units", ready=READY)
    page.wait_for_timeout(1000)
    assert page.evaluate(STEP) == 0
    page.locator(".st-key-bet button").first.click()
    until(page, f"{STEP} > 20")
    page.locator(".trainer-bar .primary").click()
    until(page, f"!({PLAYS})")
    settle(page)
    assert f"0 of {dead_units.SILENCED}" in page.locator(CAPTIONS).inner_text()
    page.locator(".trainer-strip select").select_option("0")
    until(page, "document.querySelector('.trainer-close p') !== null")
    told = page.locator(".trainer-close p").inner_text()
    assert "since step 0" in told and told.endswith("is 0.") and "\N{MINUS SIGN}0.05;" in told
    page.locator(".trainer-strip select").select_option(str(dead_units.WIDTHS[0] - 1))
    until(page, "document.querySelector('.trainer-close p')?.textContent.includes('active')")
    assert float(re.search(r"length ([\d.e+-]+)\.$", page.locator(".trainer-close p").inner_text())[1]) > 0
    box = page.locator(".trainer-strip canvas").bounding_box()
    page.mouse.click(box["x"] + 20, box["y"] + 3)
    until(page, "document.querySelector('.trainer-strip select').value === '0'")
    assert not page.traffic.errors


def test_a_treated_network_stands_beside_the_other(visit):
    page = rest(visit, "/dead-units?bet=none&treat=bias&at=5")
    untreated, treated = page.locator(CAPTIONS).all_inner_texts()
    assert f"0 of {dead_units.SILENCED}" in untreated and f"of {dead_units.SILENCED}" not in treated
    assert not page.traffic.errors


def test_steps_learn_by_a_slope_that_is_lent(visit):
    page = rest(visit, "/surrogate")
    own, lent = page.locator(CAPTIONS).all_inner_texts()
    right = [int(re.search(r"(\d+) % right", told)[1]) for told in (own, lent)]
    assert "zero" in lent and right[1] > right[0]
    assert not page.traffic.errors


def test_every_pair_has_its_networks(visit):
    page = rest(visit, "/surrogate?pair=int8&at=50")
    own, lent = page.locator(CAPTIONS).all_inner_texts()
    assert "int8" in own and "Identity" in lent and np.all([text not in own for text in ("°", "zero")])
    page.locator(".st-key-pair label", has_text="B-SiLU").click()
    expect(page.locator(CAPTIONS).first).to_contain_text("ReLU", timeout=20_000)
    until(page, f"{STEP} > 0 && !({PLAYS})", 60)
    settle(page)
    own, lent = page.locator(CAPTIONS).all_inner_texts()
    assert "° off" in lent and "silent units" in own and "silent units" in lent
    assert not page.traffic.errors
