"""The wizard in a real browser: question by question, by a worked case, by link, and on paper."""

import re

import pytest
from playwright.sync_api import expect

from activations.choosing.cases import CASES
from browser import hand
from harness.browser import settle, until

READY = "[data-testid=stRadio]"
ANSWER = "/choose?position=hidden&task=mlp&engineering=very_deep&lang=en"


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()
    settle(page)


def test_the_questions_lead_to_an_answer_and_back(visit):
    page = visit("/choose?lang=en", ready=READY)
    page.locator("label", has_text="hidden layer").first.click()
    settle(page)
    assert page.locator("img[src*='lit=hidden']").evaluate("i => i.complete && i.naturalWidth > 0 && i.alt !== ''")
    press(page, "Next")
    page.locator("label", has_text="GAN discriminator").first.click()
    settle(page)
    press(page, "Next")
    press(page, "Next")
    press(page, "Show the answer")
    expect(page.locator("h3").first).to_contain_text("Leaky ReLU")
    assert "position=hidden" in page.url and "task=gan_discriminator" in page.url and "step" not in page.url
    page.get_by_text("2 Task").click()
    settle(page)
    assert page.locator("label:has(input:checked)").inner_text().startswith("GAN discriminator")
    press(page, "Back")
    assert "step=position" in page.url and page.locator("label:has(input:checked)").inner_text().startswith("hidden")


@pytest.mark.parametrize("name", CASES)
def test_a_worked_case_is_one_click_away_and_its_address_opens_it_again(visit, name):
    page = visit("/choose?lang=en", ready=READY)
    page.locator(".st-key-case button").nth(list(CASES).index(name)).click()
    settle(page)
    answer = page.locator("h3").first.inner_text()
    assert answer.startswith("Our answer")
    for dimension, given in CASES[name].items():
        assert f"{dimension}={given if isinstance(given, str) else ','.join(given)}" in page.url
    again = visit("/" + page.url.split("/", 3)[3])
    expect(again.locator("h3").first).to_have_text(answer)


def test_the_answer_fits_on_one_sheet_of_paper(visit):
    page = visit(ANSWER)
    paper = page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "12mm"))
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


def test_the_answer_leads_to_its_curve_with_the_settings_it_advises(visit):
    page = visit("/choose?position=hidden&task=gan_discriminator&lang=en")
    page.get_by_role("link", name="Open its page").click()
    expect(page.locator("h1")).to_have_text("Explore one function")
    settle(page)
    assert hand.value(page, "leaky_relu-alpha") == 0.2


@pytest.mark.parametrize("view", ["second", "gap", "tails"])
def test_every_view_of_a_comparison_follows_the_sliders(visit, view):
    page = visit(f"/compare?fns=relu,elu&view={view}&lang=en")
    count, sent, before = hand.drawn(page), len(page.traffic.sent), hand.curve(page, 1)
    changed = hand.drag(page, "elu-alpha", moves=20)
    assert hand.drawn(page) - count >= 0.95 * changed > 0 and len(page.traffic.sent) == sent
    assert hand.curve(page, 1) != before
    page.mouse.up()
    settle(page)
    assert not page.traffic.errors


def test_many_functions_are_drawn_in_small_pictures(visit):
    page = visit("/compare?fns=relu,elu,selu,gelu,silu,mish,tanh&lang=en")
    until(page, "document.querySelectorAll('.chart[data-drawn]').length === 7")
    assert all(c.get_attribute("aria-label") for c in page.locator(".chart").all())
