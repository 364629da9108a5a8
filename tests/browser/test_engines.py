"""The essentials in engines beside Chromium: every page renders, pictures are drawn, follow, speak, are restored."""

import re
from urllib.parse import urlsplit

import pytest

import content
from activations import CATALOGUE, Activation
from browser import engines
from harness.slider import FRAMES, THUMB
from labs.claims import CLAIMS
from ui.site import PAGES, STEPS, Step

KINDS = {type(function): function.id for function in CATALOGUE.values()}
CLAIM = next(claim.id for claim in CLAIMS.values() if claim.plot and claim.plot.knobs)
# what the course does not come by, and how many pictures are there at least
BESIDE = {
    **{f"/explore?fn={name}": 1 for kind, name in KINDS.items() if kind is not Activation},
    **{f"/facts?claim={CLAIM}": 1, "/glossary": 0, "/swap": 1, "/dead-units": 0, "/surrogate": 0, "/quiz": 0},
}
WITHOUT = (Step("why", "sum"), Step("choose"), Step("duel"))  # steps of the course that show no chart
REST = "!!document.querySelector('h1') && !!document.querySelector('[data-test-script-state=notRunning]')"
MARKS = ".main-svg :is(.scatterlayer, .barlayer, .heatmaplayer, .contourlayer) :is(path, image)"
ALL_DRAWN = f"""(charts => charts.length >= %s && charts.every(chart =>
    chart.dataset.drawn && chart.querySelector('{MARKS}')))([...document.querySelectorAll('.chart')])
    && [...document.querySelectorAll('.trainer')].every(trainer => trainer.dataset.drawn)"""
NOTICES = "[...document.querySelectorAll('.chart-notice, [data-testid=stException]')].map(e => e.textContent).join('')"
TITLE = "document.querySelector('h1').textContent"
LEFT = "document.querySelector('.chart').data[0].y[0]"
SHOWN = "document.querySelector('.st-key-elu-alpha input[type=range]').getAttribute('aria-valuetext')"
NEXT = "document.querySelector('.st-key-course_next :is(a, button)').click()"
FOOT = "(document.querySelector('.st-key-screen_course')?.textContent ?? '')"
BUTTON = """(name => {
    const box = [...document.querySelectorAll('.st-key-lang button')]
        .find(button => button.textContent === name).getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
})"""
TRAINER = "document.querySelector('.trainer')"
PRINT, DRAWN = f"{TRAINER}.dataset.print", f"Number({TRAINER}.dataset.drawn)"
POLICY = re.compile("WebAssembly|wasm")  # Streamlit's 64-bit numbers try it, and do well without it


@pytest.fixture(scope="module", params=("webkit", "firefox"))
def tab(request):
    if lacking := engines.missing(request.param):
        pytest.skip(f"{request.param} needs {lacking}")
    opened = {"webkit": engines.WebKit, "firefox": engines.Firefox}[request.param]()
    yield opened
    opened.close()


def visit(tab, address, pictures):
    tab.go(address)
    rest(tab, pictures)


def rest(tab, pictures):
    tab.until(REST)
    tab.until(ALL_DRAWN % pictures)
    assert tab.evaluate(NOTICES) == ""


def errors(tab):
    return [error for error in tab.errors if not POLICY.search(error)]


@pytest.mark.parametrize("path", BESIDE)
def test_every_kind_of_picture_is_drawn(tab, server, path):
    visit(tab, server.url + path, BESIDE[path])
    assert tab.evaluate(TITLE) and not errors(tab)


def test_the_course_leads_through_its_pages(tab, server):
    visit(tab, f"{server.url}/?lang=en", 1)
    for at, step in enumerate(STEPS[1:], 2):
        tab.until("document.querySelector('.st-key-course_next :is(a, button)') !== null")
        tab.evaluate(NEXT)
        tab.until(f"location.pathname === {PAGES[step.page].address!r}")
        tab.until(f"{FOOT}.includes({content.reader('ui', 'en')('course_step', step=at, steps=len(STEPS))!r})")
        rest(tab, int(step not in WITHOUT))
        assert not errors(tab), step


def test_every_page_is_in_the_course_or_opened_here():
    opened = {*(step.page for step in STEPS), *(path.strip("/").partition("?")[0].replace("-", "_") for path in BESIDE)}
    assert opened == set(PAGES)


def test_a_drag_moves_the_picture_the_language_switches_and_the_link_restores_both(tab, server):
    visit(tab, f"{server.url}/explore?fn=elu&lang=en", 1)
    start, title = tab.evaluate(LEFT), tab.evaluate(TITLE)
    assert start == pytest.approx(-1, abs=0.01), "the left end of ELU is near -alpha"
    tab.until("document.querySelector('.st-key-elu-alpha input[type=range]') !== null")  # may come after the picture
    tab.evaluate("document.querySelector('.st-key-elu-alpha').scrollIntoView({ block: 'center' })")
    x, y = tab.evaluate(f"({THUMB})('elu-alpha')")
    tab.point("pointerMove", x, y)
    tab.point("pointerDown")
    for step in range(1, 9):
        before = tab.evaluate(LEFT)
        tab.point("pointerMove", x + 10 * step, y)
        tab.evaluate(f"({FRAMES})().then(() => true)")
        assert tab.evaluate(LEFT) < before, "the picture follows in the next frames"
        tab.until(f"Math.abs({LEFT} + Number({SHOWN})) < 0.02", seconds=5)  # Streamlit's own text comes after it
    assert tab.evaluate(LEFT) < start - 0.3
    tab.point("pointerUp")
    tab.until("location.search.includes('elu.alpha=')")
    tab.evaluate("scrollTo(0, 0) ?? document.querySelector('.st-key-lang').scrollIntoView({ block: 'center' })")
    tab.point("pointerMove", *tab.evaluate(f"{BUTTON}('中文')"))
    tab.point("pointerDown")
    tab.point("pointerUp")
    tab.until("document.documentElement.lang === 'zh-CN'")
    tab.until("location.search.includes('lang=zh')")
    tab.until(REST)
    alpha, moved = tab.evaluate(SHOWN), tab.evaluate(TITLE)
    assert moved != title
    visit(tab, f"{server.url}{urlsplit(tab.evaluate('location.href'))._replace(scheme='', netloc='').geturl()}", 1)
    tab.until("document.querySelector('.st-key-elu-alpha input[type=range]') !== null")  # may come after the picture
    assert tab.evaluate(SHOWN) == alpha and tab.evaluate(TITLE) == moved and not errors(tab)


def test_a_drag_turns_a_run_in_a_worker_and_its_link_leads_to_the_same_weights(tab, server):
    still = f"{TRAINER}?.dataset.plays === 'false' && Number({TRAINER}.dataset.step)"
    visit(tab, f"{server.url}/duel?fns=elu,relu&units=4&layers=1&at=40&lang=en", 0)
    tab.until(f"{still} === 40")
    tab.until("document.querySelector('.st-key-elu-alpha input[type=range]') !== null")
    before = tab.evaluate(PRINT)
    tab.evaluate("document.querySelector('.st-key-elu-alpha').scrollIntoView({ block: 'center' })")
    x, y = tab.evaluate(f"({THUMB})('elu-alpha')")
    tab.point("pointerMove", x, y)
    tab.point("pointerDown")
    for step in range(1, 5):
        drawn = tab.evaluate(DRAWN)
        tab.point("pointerMove", x + 10 * step, y)
        tab.until(f"{DRAWN} > {drawn}", seconds=5)
    tab.point("pointerUp")
    tab.evaluate(f"{TRAINER}.querySelectorAll('.trainer-bar button')[2].click()")
    tab.until(f"{still} === 41")
    turned = tab.evaluate(PRINT)
    assert turned != before
    tab.until("location.search.includes('at=41') && location.search.includes('turns=elu.alpha-')")
    visit(tab, server.url + tab.evaluate("location.pathname + location.search"), 0)
    tab.until(f"{still} === 41")
    assert tab.evaluate(PRINT) == turned and not errors(tab)
