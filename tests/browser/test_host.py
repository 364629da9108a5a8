"""The parts of Streamlit's page that our scripts and style sheets know are where they look for them."""

import pytest

from ui.host import page as host

ADDRESSES = sorted({address for address, _ in host.PARTS.values()})


@pytest.mark.parametrize("address", ADDRESSES)
def test_parts_are_found(turn, address):
    wanted = {name: selector for name, (where, selector) in host.PARTS.items() if where == address}
    for width in (1280, 390):  # some parts are for narrow screens alone
        page = turn(address, width=width, ready='[data-test-script-state="notRunning"] h1')
        page.locator(".stApp").hover(position={"x": width / 2, "y": 500})
        wanted = {name: selector for name, selector in wanted.items() if not page.locator(selector).count()}
        if not wanted:
            break
    assert not wanted


def test_the_class_of_a_widget_is_made_of_its_key(turn):
    page = turn("/explore?fn=elu")
    assert page.locator(f".st-key-{host.widget_class('elu.alpha')} input[type=range]").count() == 1


def test_every_part_of_the_page_may_use_its_colours(turn):
    page = turn("/explore?fn=elu")
    for name in host.COLOURS:
        value = f"element => getComputedStyle(element).getPropertyValue({name!r}).trim()"
        assert page.locator(".chart").first.evaluate(value), name
