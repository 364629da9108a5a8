"""Links of every edition of the lesson, as readers have passed them on: each opens to what it says."""

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from app.test_pages import open_page
from ui import site

LINES = (Path(__file__).parent / "links.txt").read_text("utf-8").splitlines()
LINKS = [line.partition(" => ")[::2] for line in LINES if not line.startswith("#")]
PAGES = {page.address: f"pages/{page.section}/{page.name}" for page in site.PAGES.values()}


def parts(link):
    address = urlsplit(link)
    return PAGES[address.path], dict(parse_qsl(address.query))


@pytest.mark.parametrize(("link", "now"), LINKS, ids=[link for link, _ in LINKS])
def test_an_old_link_opens_to_what_it_says(link, now):
    """Nothing is refused or unknown, and the address says the same afterwards, in today's spelling."""
    page, query = parts(link)
    at = open_page(page, **query)
    assert not at.exception and not [told.value for told in at.info if "`" in told.value]
    expected = parts(now or link)[1]
    assert {name: value for name, value in at.query_params.items() if name != "lang"} == {
        name: value for name, value in expected.items() if name != "lang"
    }
    assert at.session_state.lang == query.get("lang", at.session_state.lang)


def test_every_page_has_old_links():
    assert {parts(link)[0] for link, _ in LINKS} == set(PAGES.values())
