"""Experiments run by a button: computed beside the server, shared, and told in words when they cannot be."""

import pytest

import content
from app.test_pages import open_page, shown
from labs.claims import CLAIMS
from ui.server.pool import Full, Lost
from ui.shell import trial

CLAIM = next(claim for claim in CLAIMS.values() if claim.trial)
UNAVAILABLE = content.load("ui")["trial_unavailable"]


def pressed(lang="zh"):
    at = open_page("pages/check/facts", claim=CLAIM.id, lang=lang)
    before = shown(at)
    at.button(key=f"run_{CLAIM.id}").click().run(timeout=60)
    assert not at.exception
    return shown(at).replace(before, "")


@pytest.fixture
def fresh(monkeypatch):
    monkeypatch.setattr(trial, "_results", dict[object, object]())


def test_a_trial_shows_what_it_found_and_others_are_shown_the_same(fresh):
    first = pressed()
    computed = dict(trial._results)
    assert len(computed) == 1 and first
    assert pressed() == first, "numbers that depend on the machine would have changed"
    assert trial._results == computed


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("problem", [Full, Lost])
def test_a_trial_that_cannot_be_had_says_so(fresh, monkeypatch, problem, lang):
    def refuse(*_, **__):
        raise problem

    monkeypatch.setattr(trial._pool, "ask", refuse)
    assert getattr(UNAVAILABLE, lang) in pressed(lang)
