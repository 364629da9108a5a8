"""A round of ten claims by its address, what it says at its end, and a claim for a show of hands."""

import re
from urllib.parse import parse_qs, urlencode, urlsplit

from failures import every

import content
from app.test_court import NAMES, PAGE, SAY, badges, judged
from app.test_pages import open_page, shown
from labs import court
from labs.claim import VERDICTS
from labs.claims import CLAIMS
from labs.court import Judgement

SEED = 417
ROUND = court.drawn(SEED)
# one of each kind: sure and right, sure and not, fairly sure and right, guessed rightly twice and not once, shown
KINDS = [(True, 3), (True, 3), (False, 3), (True, 2), (False, 2), (True, 1), (True, 1), (False, 1), None, (True, 3)]


def answers():
    """Judgements of a round, of these kinds."""
    for id, kind in zip(ROUND.claims, KINDS, strict=True):
        truth = CLAIMS[id].verdict
        other = next(one for one in VERDICTS if one != truth)
        yield Judgement(id, truth if kind[0] else other, kind[1]) if kind else Judgement(id)


def raw(count):
    return f"{SEED}~{court.write([*answers()][:count])}"


def on_screen(at):
    """The claims whose verdict is asked for, or told."""
    return [one.key.removeprefix("verdict_") for one in at.radio if one.key.startswith("verdict_")]


def test_a_round_goes_from_claim_to_claim_and_all_of_it_is_in_the_address():
    at = open_page(PAGE, lang="en", round=str(SEED))
    for step, one in enumerate(answers()):
        assert on_screen(at) == [one.claim] and not badges(at) and SAY("step", at=step + 1, all=10) in shown(at)
        if one.verdict:
            at = judged(at, one.verdict, one.sure, one.claim)
        else:
            at = at.button(key=f"show_{one.claim}").click().run()
        assert not at.exception and not on_screen(at) and len(badges(at)) == 1
        assert at.query_params["round"] == raw(step + 1)
        at = at.button(key="next").click().run()
    assert SAY("score", right=6, all=10, side=side()) in shown(at) and at.query_params["round"] == raw(10)
    assert len(urlencode(dict(at.query_params))) < 400


def side():
    """How many are on the right side, from the letters of the address."""
    holds = {"u", "c"}
    letters = re.findall(r"(C\d+)([wmouc])", raw(10))
    return sum((letter in holds) == (CLAIMS[id].verdict in ("conditions", "correct")) for id, letter in letters)


@every("count", range(10))
def test_a_link_opens_at_the_claim_that_comes_next(count):
    at = open_page(PAGE, lang="en", round=raw(count) if count else str(SEED))
    assert on_screen(at) == [ROUND.claims[count]] and not badges(at) and not at.info


@every("lang", content.LANGS)
def test_the_end_says_how_sure_against_how_right(lang):
    at, say = open_page(PAGE, lang=lang, round=raw(10)), content.reader("court", lang)
    table = next(one.value for one in at.markdown if one.value.startswith(say("calibration_head").replace(" | ", "|")))
    numbers = [[int(n) for n in re.findall(r"\d+", line)] for line in table.splitlines()[2:]]
    assert numbers == [[3, 2, 67], [2, 1, 50], [4, 3, 75]] and [
        line.count("\u2588") for line in table.splitlines()[2:]
    ] == [7, 5, 8]
    text = shown(at)
    assert say("sure_failed", missed=1, all=4) in text and say("guessed_well") in text


def test_whoever_was_right_whenever_sure_is_told_so():
    given = [Judgement(id, CLAIMS[id].verdict, 3) for id in ROUND.claims]
    text = shown(open_page(PAGE, lang="en", round=f"{SEED}~{court.write(given)}"))
    assert SAY("sure_held") in text and SAY("missed") not in text and SAY("guessed_well") not in text


def test_what_was_missed_comes_back_by_a_link_of_its_own():
    missed = [one.claim for one in answers() if not one.right]
    at = open_page(PAGE, lang="en", round=raw(10))
    links = [link for one in at.markdown for link in re.findall(r"\]\(((?:facts|explore)\?[^)]+)\)", one.value)]
    queries = [{key: value for key, (value,) in parse_qs(urlsplit(link).query).items()} for link in links]
    assert [query["claim"] for query in queries if "claim" in query] == missed
    (again,) = [query for query in queries if "round" in query]
    fresh = open_page(PAGE, **again)
    assert on_screen(fresh) == missed[:1] and SAY("step", at=1, all=4) in shown(fresh) and not fresh.info
    now = at.button(key="again").click().run()
    assert on_screen(now) == missed[:1] and now.query_params["round"] == again["round"]


def test_a_round_is_drawn_by_a_button_and_left_by_another():
    at = open_page(PAGE, lang="en").button(key="round_new").click().run()
    assert re.fullmatch(r"\d{1,4}", at.query_params["round"]) and len(on_screen(at)) == 1
    assert len(on_screen(at.button(key="leave").click().run())) == 8 and "round" not in at.query_params


@every("forged", ["x", f"{SEED}~C999x", raw(10).replace(f"{SEED}~", f"{SEED + 1}~"), "C042-C042", f"{raw(10)}-C001x"])
def test_a_forged_round_is_told_in_one_line(forged):
    at = open_page(PAGE, lang="en", round=forged, topic="softmax")
    assert not at.exception and len(at.info) == 1 and "`round`" in at.info[0].value
    assert at.session_state.topic == "softmax" and on_screen(at)


def test_a_room_sees_no_verdict_until_it_is_revealed():
    at = open_page(PAGE, lang="en", view="hands", topic="softmax", ask="off")
    order = [claim.id for claim in CLAIMS.values() if claim.topic == "softmax"]
    assert not badges(at) and SAY("step", at=1, all=len(order)) in shown(at)
    at = at.button(key="hands_reveal").click().run()
    assert badges(at) == [f"### :red-badge[{NAMES(f'verdict_{CLAIMS[order[0]].verdict}')}]"]
    at = at.button(key="hands_next").click().run()
    assert not badges(at) and at.query_params["claim"] == order[1] and at.query_params["view"] == "hands"
    at = at.button(key="hands_previous").click().run().button(key="hands_previous").click().run()
    assert at.query_params["claim"] == order[-1] and not at.exception
    assert not at.button(key="leave").click().run().query_params.get("view")


def test_a_room_may_see_a_claim_that_no_filter_lets_through():
    at = open_page(PAGE, lang="en", view="hands", topic="softmax", claim="C001")
    assert SAY("step", at=1, all=len(CLAIMS)) in shown(at)
