"""The page of swapped activations as a reader has it: the box for a configuration, and the three things to try."""

import json

from playwright.sync_api import expect

from harness.browser import settle

BOX = ".st-key-_config textarea"
SECRET = "my-unreleased-model"


def test_a_pasted_text_is_read_and_stays_between_reader_and_server(visit):
    page = visit("/swap?lang=zh", locale="zh-CN")
    box = page.locator(BOX)
    box.fill(json.dumps({"_name_or_path": SECRET, "hidden_act": "quick_gelu"}))
    assert "Ctrl" not in page.locator("[data-testid=stMain]").inner_text()
    box.press("Control+Enter")
    expect(page.locator(".stMarkdown", has_text="quick_gelu")).to_be_visible()
    settle(page)
    assert not any(SECRET in address for address in [page.url, *page.traffic.requests])
    box.fill("x" * 21_000)
    box.press("Control+Enter")
    expect(page.locator(".stAlert")).to_contain_text("20 kB")
    assert len(box.input_value()) == 21_000
    assert not page.traffic.errors


def test_a_text_stays_in_the_box_when_the_language_changes(visit):
    page = visit("/swap?lang=en")
    page.locator(BOX).fill('"hidden_act": "relu2"')
    page.locator(BOX).press("Control+Enter")
    expect(page.locator(".stMarkdown", has_text="relu2")).to_be_visible()
    page.locator(".st-key-lang button", has_text="中文").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN", timeout=20_000)
    settle(page)
    assert page.locator(BOX).input_value() == '"hidden_act": "relu2"'
    expect(page.locator(".stMarkdown", has_text="hidden_act: relu2")).to_be_visible()


def test_a_press_swaps_at_once_and_says_what_has_changed(visit):
    page = visit("/swap?lang=en")
    told = page.locator(".chart-sentence p")
    before = told.inner_text()
    page.locator(".st-key-try_alike button").click()
    expect(told).to_contain_text("not one answer has changed")
    page.locator(".st-key-try_scaled button").click()
    expect(told).to_contain_text("50.0%")
    settle(page)
    assert told.inner_text() != before and "trained=tanh" in page.url and not page.traffic.errors
