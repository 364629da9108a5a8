"""The page of claims: found by filter, search and link, and alive under its sliders."""

import pytest
from playwright.sync_api import expect

import content
from browser import hand
from harness.browser import settle
from labs.claims import CLAIMS, about

LIVE = [claim for claim in CLAIMS.values() if claim.plot and claim.plot.knobs]
COUNT = "[data-testid=stCaptionContainer]"


@pytest.mark.parametrize("claim", LIVE[:: max(len(LIVE) // 4, 1)], ids=lambda c: c.id)
def test_the_picture_of_a_claim_follows_its_slider(turn, claim):
    page = turn(f"/facts?claim={claim.id}")
    key = f"{claim.id}-{claim.plot.knobs[0].name}"
    count, sent = hand.drawn(page), len(page.traffic.sent)
    changed = hand.drag(page, key, moves=40, step=6.0)
    assert changed >= 2 and hand.drawn(page) - count >= 0.95 * changed
    assert len(page.traffic.sent) == sent
    page.mouse.up()
    settle(page)
    assert f"{claim.id}.{claim.plot.knobs[0].name}=" in page.url and not page.traffic.errors


def test_a_search_finds_claims_and_stays_in_the_address(turn):
    page = turn("/facts?lang=en", ready="[data-testid=stTextInput] input")
    box = page.locator("[data-testid=stTextInput] input")
    box.fill("swish")
    box.press("Enter")
    settle(page)
    found = len([c for c in CLAIMS if page.locator(f".st-key-claim_{c}").count()])
    assert 0 < found <= 8 and "q=swish" in page.url
    page.get_by_text("中文", exact=True).click()
    expect(page.locator("h1")).to_have_text(content.load("pages/check/facts")["title"].zh)
    settle(page)
    assert "q=swish" in page.url and box.input_value() == "swish"


def test_sheets_are_turned_and_a_filter_starts_again_at_the_first(turn):
    page = turn("/facts?sheet=2&lang=en&ask=off", ready="[data-testid=stPagination]")
    assert page.locator(".st-key-claim_C001").count() == 0 and page.locator(".st-key-claim_C009").count() == 1
    page.get_by_role("button", name="wrong", exact=True).click()
    settle(page)
    assert "sheet" not in page.url and "verdict=wrong" in page.url
    wrong = sum(claim.verdict == "wrong" for claim in CLAIMS.values())
    expect(page.locator(COUNT).first).to_contain_text(f"{wrong} of {len(CLAIMS)}")


def test_the_page_of_a_function_tells_what_is_said_about_it(turn):
    page = turn("/explore?fn=relu&lang=en")
    told = " ".join(page.locator("[data-testid=stExpander] summary").all_inner_texts())
    assert about("relu")
    for claim in about("relu"):
        first_words = content.load(f"facts/{claim.topic}")[f"said_{claim.id}"].en.split("`")[0].split("$")[0][:20]
        assert first_words in told, claim.id
    page.get_by_role("link", name="See them with their pictures").click()
    settle(page)
    assert "/facts" in page.url and "fn=relu" in page.url
