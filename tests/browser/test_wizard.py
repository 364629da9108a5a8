"""The wizard in a real browser: question by question, by a worked case, by link, and on paper."""

import itertools
import re
from urllib.parse import urlencode

from playwright.sync_api import expect

import content
from activations.choosing.advice import DIMENSIONS, MANY, advise
from activations.choosing.cases import CASES
from browser import hand
from harness.browser import settle, until
from ui.choose import sheet

READY = ".st-key-cards button"
ANSWER = "/choose?position=hidden&task=mlp&engineering=very_deep&lang="


def card(page, name):
    page.locator(".st-key-cards button", has=page.get_by_text(name, exact=True)).click()
    settle(page)


def press(page, key):
    page.locator(f".st-key-{key} button").click()
    settle(page)


def arrived(page):
    """The new question has the focus, in sight."""
    until(page, "document.activeElement.matches('h2')")
    return page.evaluate("[document.activeElement.innerText, document.activeElement.getBoundingClientRect().top]")


def test_four_taps_on_a_phone_lead_to_an_answer_and_back(visit):
    page = visit("/choose?lang=en", width=390, height=664, ready=READY, has_touch=True)
    assert page.locator(".st-key-dimensions img").evaluate("i => i.complete && i.naturalWidth > 0 && i.alt !== ''")
    first, bar = (page.locator(one).first.bounding_box() for one in (READY, ".st-key-onward"))
    assert first["y"] + first["height"] <= bar["y"], "a first card is in sight"
    card(page, "hidden layer")
    heading, top = arrived(page)
    assert heading.startswith("Task") and 0 <= top < 400
    assert "ReLU" in page.locator(".st-key-so_far").inner_text()
    card(page, "GAN discriminator")
    assert arrived(page)[0].startswith("Engineering") and "Leaky ReLU" in page.locator(".st-key-so_far").inner_text()
    bar = page.locator(".st-key-onward").bounding_box()
    assert bar["y"] + bar["height"] <= 664
    press(page, "forward")
    press(page, "forward")
    assert "Leaky ReLU" in arrived(page)[0]
    assert "position=hidden" in page.url and "task=gan_discriminator" in page.url and "step" not in page.url
    page.get_by_text("2 Task").click()
    settle(page)
    assert page.locator(".st-key-cards [aria-checked=true]").inner_text().startswith("GAN discriminator")
    card(page, "GAN discriminator")  # pressed again it stays chosen, and leads on
    assert arrived(page)[0].startswith("Engineering") and "task=gan_discriminator" in page.url


def test_a_worked_case_leaves_the_readers_own_answers_as_they_are(visit):
    page = visit("/choose?lang=en&position=hidden&step=task", ready=READY)
    page.locator(".st-key-case button").nth(list(CASES).index("gan")).click()
    settle(page)
    assert "Leaky ReLU" in arrived(page)[0] and "case=gan" in page.url
    page.go_back()
    settle(page)
    assert "case" not in page.url and "position=hidden" in page.url and page.locator(READY).count() > 4


def sheets(page):
    """On how many sheets of A4 a page is printed."""
    paper = page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "12mm"))
    return len(re.findall(rb"/Type\s*/Page\b", paper))


def letters(answers):
    """How much the wizard has to say to some answers, in both languages."""
    advice = advise(*answers)
    first = advice.ranking[0]
    rules = (*advice.symptoms, *advice.remarks, *first.reasons_for, *first.reasons_against)
    slots = {*(f"rule_{rule.id}" for rule in rules), *(f"measure_{measure}" for measure in advice.measures)}
    slots |= {f"conflict_{conflict.id}" for conflict in advice.conflicts}
    return sum(len(text) for slot in slots for text in content.in_every_language("advice", slot))


def fullest():
    """The answers to which there is most to say: everything ticked, or all but one, whatever the layer and the task."""
    engineering, symptom = (
        [DIMENSIONS[one], *itertools.combinations(DIMENSIONS[one], len(DIMENSIONS[one]) - 1)] for one in MANY
    )
    single = ([None, *DIMENSIONS[one]] for one in ("position", "task"))
    return max(itertools.product(*single, engineering, symptom), key=letters)


def emptied(answers):
    """These answers, and what is left of them as one tick after the other is taken back."""
    position, task, *ticks = answers
    while any(ticks):
        yield position, task, *ticks
        longest = max(range(len(ticks)), key=lambda i: len(ticks[i]))
        ticks[longest] = ticks[longest][:-1]


def address(answers, lang):
    said = {name: given if isinstance(given, str) else ",".join(given) for name, given in answers.items() if given}
    return f"/choose?{urlencode(said | {'step': 'answer', 'lang': lang})}"


def test_every_answer_fits_on_one_sheet_of_paper(turn):
    """The fullest answer of all, and the fullest in each size of type that is met on the way down from it."""
    by_size = {}
    for answers in emptied(fullest()):
        by_size.setdefault(sheet.size(advise(*answers)), answers)
    assert len(by_size) > 3 and max(by_size) == len(sheet.SHEETS)
    for answers in by_size.values():
        given = dict(zip(DIMENSIONS, answers, strict=True))
        assert sheets(turn(address(given, "both"))) == 1, given
    assert sheets(turn(address(dict(zip(DIMENSIONS, fullest(), strict=True)), "en"))) == 1
    assert sheets(turn(ANSWER + "both")) == 1


def test_the_answer_leads_to_its_curve_with_the_settings_it_advises(turn):
    page = turn("/choose?position=hidden&task=gan_discriminator&lang=en")
    page.get_by_role("link", name="Open its page").click()
    expect(page.locator("h1")).to_have_text("Explore one function")
    settle(page)
    assert hand.value(page, "leaky_relu-alpha") == 0.2
