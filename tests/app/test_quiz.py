"""Exercises on their page: right, wrong, unreadable, just shown; and a link that opens the very same one."""

import re

import pytest
from failures import every

import content
from app.test_pages import LANGS, open_page, shown
from labs import practice
from ui.quiz import spoken

PAGE = "pages/check/quiz"
each_lang = pytest.mark.parametrize("lang", LANGS)
each_kind = every("kind", practice.KINDS)


def opened(kind, lang="en", level=2, seed=5, n=3):
    at = open_page(PAGE, lang=lang, kinds=kind, level=str(level), series=str(seed), n=str(n))
    assert not at.exception and not at.info
    return at, practice.of_series([kind], level, seed, n)


def give(at, exercise, answer, sure=3):
    """As a reader answers: a place in the list, or what is typed."""
    if exercise.options:
        at.radio[0].set_value(answer)
    else:
        at.text_input[0].set_value(str(answer))
    return at.button(key=f"sure_{sure}").click().run()


def right(exercise):
    return exercise.right if exercise.options else exercise.value


def mistakes(exercise):
    """Every wrong answer that has a sentence of its own."""
    if exercise.options:
        return {i: option.error for i, option in enumerate(exercise.options) if option.error}
    return {slip.value: slip.error for slip in exercise.slips}


def words(phrase, lang):
    """What stands in the text of a phrase before its first blank, in one language."""
    return [re.split("<<", text)[0] for text in content.reader("practice", lang).each(phrase.slot, **Blanks(phrase))]


class Blanks(dict):
    """Facts of a phrase as the page spells them."""

    def __init__(self, phrase):
        super().__init__(spoken.facts(phrase))


@each_lang
@each_kind
def test_a_right_answer_is_called_right_and_given_its_reason(kind, lang):
    at, exercise = opened(kind, lang)
    give(at, exercise, right(exercise))
    assert not at.exception and at.success and not at.error
    for text in words(exercise.why, lang):
        assert text in shown(at)


@each_lang
@each_kind
def test_each_wrong_answer_is_told_the_error_behind_it(kind, lang):
    _, exercise = opened(kind, lang)
    for answer, error in mistakes(exercise).items():
        at, _ = opened(kind, lang)
        give(at, exercise, answer, 1)
        assert not at.exception and at.error and not at.success
        for text in words(error, lang):
            assert text in shown(at), error


@each_lang
@each_kind
def test_the_answer_can_just_be_shown_and_does_not_count(kind, lang):
    at, _ = opened(kind, lang)
    at.button(key="told").click().run()
    assert not at.exception and at.info and not at.success and not at.error
    assert content.reader(PAGE, lang).each("score", right=0, all=1)[0] not in shown(at)


@each_lang
@each_kind
def test_what_cannot_be_read_is_said_in_one_line_and_nothing_is_lost(kind, lang):
    at, exercise = opened(kind, lang)
    if exercise.options:
        at.button(key="sure_2").click().run()
    else:
        give(at, exercise, "about a half?")
        assert at.text_input[0].value == "about a half?"
    trouble = "choice" if exercise.options else "number"
    assert [w.value for w in at.warning] == [content.reader(PAGE, lang)(f"trouble_{trouble}")]
    assert at.button(key="sure_3") and not at.exception
    give(at, exercise, right(exercise))
    assert at.success and not at.warning


@each_kind
def test_a_link_opens_the_very_exercise(kind):
    at, exercise = opened(kind)
    again = open_page(PAGE, **{k: v if isinstance(v, str) else v[-1] for k, v in at.query_params.items()})
    for one in (at, again):
        assert spoken_ask(exercise) in shown(one)
    assert [e.value for e in again.get("latex")] == [e.value for e in at.get("latex")]
    assert pictures(again) == pictures(at)


def spoken_ask(exercise):
    return words(exercise.ask, "en")[0]


def pictures(at):
    return [e.proto.body for e in at.get("html")]


def test_next_leads_on_and_the_visit_is_counted_by_confidence():
    at, exercise = opened("slope")
    give(at, exercise, right(exercise), 3)
    at.button(key="next").click().run()
    assert at.query_params["n"] == ["4"] or at.query_params["n"] == "4"
    give(at, practice.of_series(["slope"], 2, 5, 4), 77, 2)
    say = content.reader(PAGE, "en")
    assert say("score", right=1, all=2) in shown(at)
    assert say("score_3", right=1, all=1) in shown(at) and say("score_2", right=0, all=1) in shown(at)


def test_another_level_begins_a_series_and_keeps_the_score():
    at, exercise = opened("slope")
    give(at, exercise, right(exercise))
    at.segmented_control(key="level").set_value(4).run()
    assert not at.exception and "n" not in at.query_params
    assert content.reader(PAGE, "en")("score", right=1, all=1) in shown(at)


def test_whoever_comes_without_an_address_gets_a_series_of_their_own():
    seeds = {str(open_page(PAGE, lang="en").query_params["series"]) for _ in range(3)}
    assert len(seeds) > 1


@every(
    "query", [{"kinds": "nonsense"}, {"level": "9"}, {"series": "-1"}, {"n": "0"}, {"n": "1e3"}, {"series": "x" * 999}]
)
def test_rubbish_in_an_address_is_told_and_replaced(query):
    at = open_page(PAGE, lang="en", **query)
    assert not at.exception and len(at.info) == 1 and at.title


def test_no_picture_is_told_by_a_name():
    """What screen readers hear of a picture are heights, as one reads them off."""
    at, _ = opened("match")
    told = re.findall('alt="([^"]+)"', "".join(pictures(at)))
    assert len(told) == 5 and len(set(told)) == 5
    assert not any(content.load(f"functions/{name}")["name"].en in text for text in told for name in ("sigmoid", "elu"))
