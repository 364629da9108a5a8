"""Claims are judged before they are told: on their own page, below a function, and in every link of either."""

import re
from urllib.parse import urlencode

import pytest
from failures import every

import content
from app.test_pages import EXPLORE, ROOT, folds, open_page, shown
from labs import court
from labs.claim import VERDICTS
from labs.claims import CLAIMS, about
from labs.court import Judgement
from ui.claims import card

PAGE = card.PAGE
ID = "C042"
SAY = content.reader("court", "en")
NAMES = content.reader(PAGE, "en")


def badges(at):
    """The verdicts on screen."""
    return [one.value for one in at.markdown if "-badge[" in one.value]


def judged(at, verdict, sure, id=ID):
    at.radio(key=f"verdict_{id}").set_value(verdict)
    at.radio(key=f"sure_{id}").set_value(sure)
    return at.button(key=f"give_{id}").click().run()


@pytest.fixture
def asked():
    return open_page(PAGE, lang="en", claim=ID)


def right(id, lang="en"):
    """The first words of what is right, up to the first thing that is not plain."""
    words = getattr(content.load(f"facts/{CLAIMS[id].topic}")[f"right_{id}"], lang)
    return re.split(r"[$`]|<<", words)[0]


@every("lang", list(content.languages()))
def test_a_verdict_is_hidden_until_one_is_given(lang):
    at = open_page(PAGE, lang=lang)
    assert len(at.radio) == 16 and not badges(at) and not at.exception
    for id in list(CLAIMS)[:8]:
        assert right(id) not in shown(at) and right(id, "zh") not in shown(at)


@every("verdict", VERDICTS)
def test_a_reply_is_about_this_very_judgement(verdict):
    at = judged(open_page(PAGE, lang="en", claim=ID), verdict, 3)
    text, truth = shown(at), CLAIMS[ID].verdict
    assert badges(at) == [f":red-badge[{NAMES(f'verdict_{truth}')}]"] and right(ID) in text
    outcome = SAY("reply_right_3") if verdict == truth else SAY("reply_missed_3", given=NAMES(f"verdict_{verdict}"))
    assert f"##### {outcome}" in text
    beliefs = {given for given in VERDICTS if f"pair_{given}_{truth}" in SAY and SAY(f"pair_{given}_{truth}") in text}
    assert beliefs == {verdict} - {truth}
    assert court.read(at.query_params["given"]) == [Judgement(ID, verdict, 3)]


def test_every_pair_of_verdicts_has_a_reply_of_its_own():
    pairs = [f"pair_{given}_{truth}" for given in VERDICTS for truth in VERDICTS if given != truth]
    for lang in content.LANGS:
        assert len({content.reader("court", lang)(pair) for pair in pairs}) == 20


def test_half_an_answer_is_asked_for_the_other_half(asked):
    at = asked.radio(key=f"verdict_{ID}").set_value("wrong").run()
    at = at.button(key=f"give_{ID}").click().run()
    assert SAY("unsaid") in shown(at) and not badges(at) and "given" not in at.query_params
    assert SAY("unsaid") not in shown(judged(at, "wrong", 1)) and badges(at)


def test_whoever_wants_to_be_shown_is_shown(asked):
    at = asked.button(key=f"show_{ID}").click().run()
    assert badges(at) and at.query_params["given"] == f"{ID}x" and not at.radio


def test_a_link_keeps_judgements_and_tells_no_other_claim():
    at = open_page(PAGE, lang="en", given="C002w1-C001x")
    assert len(badges(at)) == 2 and len(at.radio) == 12
    assert len(judged(at, "wrong", 2, "C003").radio) == 10
    assert at.query_params["given"] == "C002w1-C001x-C003w2"


@every("told", [{"ask": "off"}, {"told": "all"}])
def test_asking_can_be_switched_off_for_the_whole_lesson(told):
    at = open_page(PAGE, lang="en", **told)
    assert len(badges(at)) == 8 and not at.radio and at.query_params["ask"] == "off" and "told" not in at.query_params
    at.switch_page(str(ROOT / "pages/learn/gallery.py")).run()
    assert at.query_params["ask"] == "off" and not at.info
    at.switch_page(str(ROOT / "pages/check/facts.py")).run()
    assert len(badges(at)) == 8
    at = at.toggle(key="ask").set_value(True).run()
    assert not badges(at) and at.radio and "ask" not in at.query_params


def test_a_filter_by_verdict_gives_none_away():
    first = open_page(PAGE, lang="en", verdict="outdated")
    assert len(first.radio) == 16 and not badges(first) and NAMES("unjudged") in shown(first)
    assert NAMES("count", count=len(CLAIMS), all=len(CLAIMS)) in shown(first)
    known = open_page(PAGE, lang="en", verdict="outdated", given="C001x-C002w1")
    assert not badges(known) and NAMES("count", count=len(CLAIMS) - 2, all=len(CLAIMS)) in shown(known)
    off = open_page(PAGE, lang="en", verdict="outdated", ask="off")
    assert set(badges(off)) == {":violet-badge[outdated]"}


def test_below_a_function_a_claim_is_judged_as_well():
    found = about("softsign")
    at = open_page(EXPLORE, folds(open_page(EXPLORE, lang="en", fn="softsign")), lang="en", fn="softsign")
    assert len([one for one in at.radio if one.key.startswith("verdict_")]) == len(found) and not badges(at)
    query = {"lang": "en", "fn": "softsign", "given": f"{found[0].id}c1"}
    told = open_page(EXPLORE, folds(at), **query)
    assert len(badges(told)) == 1 and dict(told.query_params) == query


@every("query", [{"given": "C042q9"}, {"given": "C042c3-C042x"}, {"ask": "perhaps"}, {"given": "x" * 900}])
def test_a_forged_link_is_told_in_one_line(query):
    at = open_page(PAGE, lang="en", claim=ID, **query)
    assert not at.exception and len(at.info) == 1 and f"`{next(iter(query))}`" in at.info[0].value
    assert len(at.radio) == 2 and at.session_state.claim == ID


def test_a_link_with_all_judgements_is_short_enough():
    every_one = court.write(Judgement(id, "wrong", 1) for id in CLAIMS)
    at = open_page(PAGE, lang="en", given=every_one)
    assert not at.info and len(urlencode(dict(at.query_params))) < 1000
