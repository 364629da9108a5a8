"""The picture in the served page stands at once, where the chart will be, and gives way to it."""

import pytest

from harness.browser import Traffic, settle

SEEN = """() => {
    const box = (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height];
    };
    const lines = (paths) => paths.map((path) => {
        const { left, right, top, bottom } = path.getBoundingClientRect();
        return [left, right, top, bottom];
    });
    const first = document.querySelector(".first");
    const shown = [...document.querySelectorAll(":is(.first-words, [data-testid=stMain]) :is(h1, b, p)")]
        .filter((one) => one.checkVisibility());
    const chart = document.querySelector(".chart");
    return {
        first: first && box(first),
        stills: first && lines([first.querySelector(".f")]),
        chart: chart && box(chart.parentElement),
        words: Object.fromEntries(shown.map((one) => [one.innerText, one.getBoundingClientRect().y])),
        drawn: Boolean(chart?.dataset.drawn),
        lines: lines([...document.querySelectorAll(".scatterlayer path.js-line")].slice(0, 1)),
    };
}"""

# looks in the first frame that shows it: asked from outside, a busy machine answers when the lesson has come
EARLY = f"""(() => {{
    const look = () => {{
        if (document.querySelector('.first path.f')?.checkVisibility()) window.early = ({SEEN})();
        else requestAnimationFrame(look);
    }};
    look();
}})()"""


@pytest.mark.parametrize(
    ("path", "width", "height"),
    [
        *(("/explore?fn=elu&elu.alpha=2", 1440, 900), ("/explore?fn=elu&elu.alpha=2", 1366, 768)),
        *(("/?dimmer.steepness=3", 1440, 900), ("/compare", 1366, 768)),
    ],
)
def test_it_stands_at_once_and_the_chart_takes_its_place_without_a_jump(browser, server, path, width, height):
    context = browser.new_context(locale="en-US", viewport={"width": width, "height": height}, reduced_motion="reduce")
    page = context.new_page()
    page.traffic = Traffic(page)
    page.add_init_script(EARLY)
    page.goto(server.url + path)
    page.wait_for_selector(".chart[data-drawn]")
    settle(page)
    early = page.evaluate("window.early")
    assert early and not early["drawn"] and not early["chart"], "it stands before the lesson does"
    late = page.evaluate(SEEN)
    context.close()
    assert late["first"] is None and not page.traffic.errors
    assert len(early["words"]) == 2 and all(
        late["words"][text] == pytest.approx(y, abs=4) for text, y in early["words"].items()
    ), "the words stay where they are"
    assert early["first"] == pytest.approx(late["chart"], abs=4), "it stood where the chart is"
    assert early["stills"][0] == pytest.approx(late["lines"][0], abs=6), "and its curve where the chart's is"


def test_it_leaves_when_the_reader_turns_to_anything(browser, server):
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(f"{server.url}/explore?fn=elu", wait_until="commit")
    page.wait_for_selector(".first path.f")
    page.keyboard.press("Tab")
    page.wait_for_selector(".first", state="detached")
    context.close()
