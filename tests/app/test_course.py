"""The course goes from step to step through every page of the lesson, and is found from everywhere."""

from urllib.parse import parse_qs, parse_qsl

import pytest
from failures import every

import content
from activations import CATALOGUE
from activations.spec import Activation
from app.test_pages import open_page
from labs.claims import CLAIMS, TOPICS
from ui import site
from ui.shell import course, laboratory
from ui.site import EXPERIMENTS, PAGES, STEPS, Step

LOOKED_UP = [name for name in PAGES if Step(name) not in STEPS and name != site.WHY]


def script(step):
    page = PAGES[step.page]
    return f"pages/{page.section}/{page.name}"


def called(step):
    """The name of a step in English."""
    return content.reader(PAGES[step.page].words, "en")(f"title_{step.experiment}" if step.experiment else "menu")


def links(at):
    return {link.proto.label: link.proto.query_string for link in at.get("page_link")}


def labels(at):
    return [*links(at), *(button.label for button in at.button)]


@pytest.mark.parametrize("at", range(len(STEPS)))
def test_every_step_says_where_it_is_and_leads_on_and_back(at):
    page = open_page(script(STEPS[at]), lang="en", **STEPS[at].query)
    assert not page.exception
    (progress,) = page.get("progress")
    assert progress.proto.text == f"Step {at + 1} of {len(STEPS)}"
    shown = labels(page)
    neighbours = {"Back": STEPS[at - 1] if at else None, "Next": STEPS[at + 1] if at + 1 < len(STEPS) else None}
    for which, other in neighbours.items():
        found = [label for label in shown if label.startswith(f"{which}: ")]
        assert found == ([f"{which}: {called(other)}"] if other else [])


def test_the_steps_are_all_experiments_and_each_a_step_once():
    assert len(set(STEPS)) == len(STEPS) and STEPS[0] == Step(site.HOME)
    assert [step.experiment for step in STEPS if step.page == site.WHY] == list(EXPERIMENTS)
    assert all(step.page in PAGES for step in STEPS)


def test_a_page_beside_the_course_leads_to_where_it_was_left():
    for name in LOOKED_UP:
        page = PAGES[name]
        at = open_page(script(Step(site.WHY)), lang="en", experiment="depth")
        at.switch_page(str(page.script))
        at.run()
        label = f"On with the course: {called(Step(site.WHY, 'depth'))}"
        assert links(at)[label] == "experiment=depth" and not at.get("progress")


@every("family", sorted({function.family for function in CATALOGUE.values()}))
def test_every_function_page_leads_into_the_course(family):
    function = next(f for f in CATALOGUE.values() if f.family == family)
    at = open_page("pages/learn/explore", lang="en", fn=function.id)
    assert f"experiment={course.SHOWN_BY[family]}" in links(at).values()


@every("topic", TOPICS)
def test_every_claim_leads_into_the_course(topic):
    claim = next(claim for claim in CLAIMS.values() if claim.topic == topic)
    at = open_page("pages/check/facts", lang="en", claim=claim.id)
    assert f"experiment={course.TOLD_BY[topic]}" in links(at).values()


@every("topic", [topic for topic in TOPICS if topic in laboratory.SHOWN])
def test_a_claim_leads_to_the_lab_that_shows_it(topic):
    claim = next(claim for claim in CLAIMS.values() if claim.topic == topic)
    page, query = laboratory.SHOWN[topic]
    at = open_page("pages/check/facts", lang="en", claim=claim.id)
    assert (page, query) in [(where, dict(parse_qsl(state))) for where, state in labs(at)]
    assert not open_page(script(Step(page)), lang="en", **query).session_state["_refused"]


@every("name", ["relu", "gelu", "snake", "softmax", "swiglu"])
def test_a_function_of_one_number_is_put_beside_another(name):
    found = [query for page, query in labs(open_page("pages/learn/explore", lang="en", fn=name)) if page == "duel"]
    assert bool(found) == isinstance(CATALOGUE[name], Activation)
    for query in found:
        (fns,) = parse_qs(query)["fns"]
        assert fns.split(",")[0] == name and len(set(fns.split(","))) == 2


def test_an_answer_of_the_wizard_leads_to_its_candidates_side_by_side():
    at = open_page("pages/learn/choose", lang="en", step="answer", position="hidden", task="mlp")
    ((_, query),) = [found for found in labs(at) if found[0] == "duel"]
    assert 2 <= len(parse_qs(query)["fns"][0].split(",")) <= laboratory.MOST


def labs(at):
    """The pages of the laboratory that a page links to, and with which state."""
    found = [(link.proto.page.replace("-", "_"), link.proto.query_string) for link in at.get("page_link")]
    return [(page, query) for page, query in found if page in site.SECTIONS["lab"]]


def test_no_way_in_is_left_over():
    assert set(laboratory.SHOWN) < set(TOPICS)
    assert set(course.SHOWN_BY) == {function.family for function in CATALOGUE.values()}
    assert set(course.TOLD_BY) == set(TOPICS)
    assert {*course.SHOWN_BY.values(), *course.TOLD_BY.values()} <= set(EXPERIMENTS)


LOOKED_FOR = {
    "depth": (
        "为什么 ReLU 取代了 sigmoid",
        "梯度消失",
        "梯度爆炸",
        "為什麼用 ReLU",
        "vanishing gradient",
        "why did relu replace sigmoid",
    ),
    "xor": ("XOR", "折一下"),
    "sparsity": ("neurons keep silent",),
}


@every("typed, name", [(typed, name) for name, all_of_them in LOOKED_FOR.items() for typed in all_of_them])
def test_a_search_finds_the_experiment_that_answers_it(typed, name):
    assert course.found(typed)[0] == Step(site.WHY, name)
    at = open_page("pages/check/glossary", lang="en", q=typed)
    assert f"experiment={name}" in links(at).values()


def test_a_search_for_nothing_finds_no_step():
    assert not course.found(" ") and not course.found("\u7532\u4e59\u4e19")


def test_the_first_page_counts_the_steps_and_leads_to_what_a_beginner_asks():
    shown = links(open_page("pages/learn/home", lang="en"))
    assert [query for label, query in shown.items() if f"{len(STEPS)} steps" in label] == [""]
    assert "experiment=depth" in shown[content.reader("pages/learn/why", "en")("ask_depth")]
