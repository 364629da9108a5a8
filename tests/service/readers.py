"""Readers with something set on their page: drawn by lot, with a way to see whether a page is what it was."""

import random

from activations import CATALOGUE
from activations.choosing.cases import CASES
from activations.spec import Activation
from harness.browser import settle

SEEN = """() => JSON.stringify({
    title: document.querySelector('h1').innerText,
    address: location.href,
    language: document.documentElement.lang,
    sliders: [...document.querySelectorAll('input[type=range]')].map(i => i.getAttribute('aria-valuetext')),
    answers: [...document.querySelectorAll('label:has(input:checked)')].map(l => l.innerText),
    curves: [...document.querySelectorAll('.chart')].map(c => c.data.map(t => [t.y, t.z].map(v => v && Array.from(v)))),
    words: document.querySelector('[data-testid=stMain]').innerText,
})"""
DRAWN = "[...document.querySelectorAll('.chart')].every(chart => chart.dataset.drawn && chart.data)"
MOVABLE = [name for name, function in CATALOGUE.items() if isinstance(function, Activation) and function.params]


def _settings(name, dice):
    """Values for all sliders of a function, each at one of its stops, that the function accepts together."""
    function = CATALOGUE[name]
    while True:
        stops = {p.name: dice.randint(0, round((p.high - p.low) / p.step)) for p in function.params}
        values = {p.name: round(p.low + stops[p.name] * p.step, 10) for p in function.params}
        try:
            function(0.5, **values)
        except ValueError:
            continue
        return "".join(f"&{name}.{key}={value:.10g}" for key, value in values.items())


def drawn(n, seed):
    """Addresses in turn of one function, of several compared and of a worked-out choice, in either language."""
    dice = random.Random(seed)
    for i in range(n):
        lang = dice.choice(["zh", "en"])
        if i % 3 == 0:
            name = dice.choice(MOVABLE)
            yield f"/explore?fn={name}{_settings(name, dice)}&lang={lang}"
        elif i % 3 == 1:
            names = dice.sample(MOVABLE, 3)
            yield f"/compare?fns={','.join(names)}{''.join(_settings(name, dice) for name in names)}&lang={lang}"
        else:
            case = CASES[dice.choice(list(CASES))]
            answers = (f"{k}={v if isinstance(v, str) else ','.join(v)}" for k, v in case.items())
            yield f"/choose?{'&'.join(answers)}&lang={lang}"


def at_rest(page):
    """Wait until the script has finished and every picture it asked for is drawn."""
    settle(page)
    for _ in range(600):  # the page's own policy forbids Playwright to wait inside of it
        if page.evaluate(DRAWN):
            break
        page.wait_for_timeout(100)
    settle(page)


def seen(page):
    """All a reader sees and would miss."""
    return page.evaluate(SEEN)


def back(page, timeout=60_000):
    """Wait until the page has come back by itself and is at rest."""
    page.wait_for_selector("[data-test-connection-state=CONNECTED]", state="attached", timeout=timeout)
    at_rest(page)


def gone(page, timeout=60_000):
    page.wait_for_selector("[data-test-connection-state]:not([data-test-connection-state=CONNECTED])", timeout=timeout)


def answers(page):
    """Does the page still do what it is asked? A slider moves its number in the address, else the language changes."""
    slider = page.locator("[data-testid=stMain] input[type=range]").first
    if slider.count():
        before = page.url
        low = slider.get_attribute("aria-valuetext") == slider.get_attribute("min")
        slider.focus()
        page.keyboard.press("ArrowRight" if low else "ArrowLeft")
        settle(page)
        return page.url != before
    before = page.locator("h1").inner_text()
    page.get_by_text("English" if "lang=zh" in page.url else "中文", exact=True).click()
    settle(page)
    return page.locator("h1").inner_text() != before
