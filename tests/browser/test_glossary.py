"""The glossary as a reader has it: it searches while one types, and nothing typed is lost on the way."""

from playwright.sync_api import expect

from harness.browser import settle

BOX = "input[type=search]"


def test_the_list_narrows_while_one_types_and_the_address_follows(turn):
    page = turn("/glossary", locale="en-GB", ready="h1")
    box, rows = page.locator(BOX), page.locator(".st-key-words tbody tr")
    expect(rows).not_to_have_count(0)
    every = rows.count()
    box.press_sequentially("batch norm", delay=30)
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("批规范化")
    assert every > 60 and "q=batch" in page.url
    page.get_by_test_id("stTextInputClearButton").click()
    expect(rows).to_have_count(every)
    assert "q=" not in page.url and not page.traffic.errors


APART = """() => {
    const parts = ['.st-key-letters', '#letter-s'].map((name) => document.querySelector(name));
    const [row, heading] = parts.map((part) => part.getBoundingClientRect());
    const { x, width, y, height } = row;
    const seen = document.elementFromPoint(x + width / 2, y + height / 2).closest('.st-key-letters');
    return [heading.top - row.bottom, Boolean(seen)];
}"""


def test_a_letter_leads_to_its_words_and_the_row_of_letters_stays_in_reach(turn):
    for width, height in ((1280, 900), (390, 664)):
        page = turn("/glossary?lang=zh", ready=".st-key-letters a", width=width, height=height)
        page.locator(".st-key-letters").get_by_role("link", name="S", exact=True).click()
        settle(page)
        below, seen = page.evaluate(APART)
        assert 0 <= below <= 60 and seen, (width, below)
        page.locator(".st-key-letters").get_by_role("link", name="Z", exact=True).click()
        settle(page)
        assert page.evaluate(APART)[0] < 0 and not page.traffic.errors


def test_a_search_survives_another_part_another_page_and_the_way_back(visit):
    page = visit("/glossary?q=drop", locale="en-GB", ready=BOX)
    page.get_by_text("Questions", exact=True).click()
    expect(page.locator("details")).not_to_have_count(0)
    page.locator("details a").first.click()
    expect(page.locator("h1")).to_have_text("How to choose")
    settle(page)
    while "/glossary" not in page.url:
        page.go_back()
        settle(page)
    page.get_by_text("Words", exact=True).click()
    expect(page.locator(BOX)).to_have_value("drop")
    expect(page.locator(".st-key-words")).to_contain_text("AlphaDropout")
    assert not page.traffic.errors
