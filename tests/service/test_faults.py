"""What breaks, breaks: every page comes back by itself exactly as it was, and what was lost is counted."""

import time
from contextlib import contextmanager

import pytest

import content
from harness.stand import Replica
from service.load import Load
from service.readers import answers, back, drawn, gone, seen

MOVED = ["/explore?fn=elu", "/explore?fn=softmax", "/compare?fns=relu,elu,gelu"]
FIXED = [
    "/explore?fn=elu&elu.alpha=2.25&lang=zh",
    "/compare?fns=relu,elu,selu,gelu&elu.alpha=0.5&lang=zh",
    "/choose?position=hidden&task=mlp&engineering=very_deep&lang=zh",
]
CUT = 5.0  # seconds


@pytest.fixture
def alone():
    """One process without a proxy."""
    with Replica() as instance:
        yield instance


@contextmanager
def watched(visit, cost, fault, server, paths, crowd):
    """Readers at rest and a crowd at work; after the fault all is as before, and still answers."""
    pages = visit(server, paths)
    before = [seen(page) for page in pages]
    with Load(server.url, MOVED, crowd) as load:
        time.sleep(2)
        start = time.monotonic()
        yield pages
        for page in pages:
            back(page)
        until_back = time.monotonic() - start
    assert [seen(page) for page in pages] == before
    assert all(answers(page) for page in pages)
    assert not [page.traffic.errors for page in pages if page.traffic.errors]
    assert not load.costs.silent
    cost(**load.row(fault, len(pages), until_back))
    whole = [s for s in load.sessions if not s.losses.cuts]
    assert not sum(s.losses.moves for s in whole), "who was not cut has lost nothing"
    cut = crowd - len(whole)
    assert load.costs.lost <= 2 * cut, "the move that was under way, and one made before the page had run again"


def test_a_replica_is_killed_under_load(visit, cost, stand):
    with watched(visit, cost, "one of two replicas killed", stand, FIXED, 40) as pages:
        stand.serving(pages[0]).kill()
        gone(pages[0])


def test_the_server_restarts(visit, cost, alone):
    with watched(visit, cost, "the only server killed and started again", alone, FIXED, 12) as pages:
        alone.kill()
        for page in pages:
            gone(page)
        alone.start()


def test_the_connection_is_refused_for_five_seconds(visit, cost, stand):
    with watched(visit, cost, "connection refused for 5 s", stand, list(drawn(3, seed=1)), 24):
        stand.proxy.stop()
        time.sleep(CUT)
        stand.proxy.start()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_readers_drawn_by_lot_survive_a_restart(visit, cost, alone, seed):
    with watched(visit, cost, f"restart, readers drawn ({seed})", alone, list(drawn(6, seed)), 12) as pages:
        alone.kill()
        for page in pages:
            gone(page)
        alone.start()


@pytest.mark.slow
@pytest.mark.parametrize("what", ["proxy", "replica"])
def test_the_connection_is_silent_for_five_seconds(visit, cost, stand, what):
    with watched(visit, cost, f"{what} frozen for 5 s", stand, list(drawn(6, seed=5)), 24) as pages:
        frozen = stand.proxy if what == "proxy" else stand.serving(pages[0])
        frozen.freeze()
        time.sleep(CUT)
        frozen.thaw()


@pytest.mark.slow
def test_the_server_is_away_for_half_a_minute(visit, cost, alone):
    with watched(visit, cost, "away for 30 s", alone, FIXED, 12) as pages:
        alone.kill()
        time.sleep(30)
        told = [page.locator("[role=dialog]").all_inner_texts() for page in pages]
        assert all(len(texts) == 1 and content.reader("arrival", "zh")("title_away") in texts[0] for texts in told)
        alone.start()


@pytest.mark.slow
def test_both_replicas_are_killed_one_after_the_other(visit, cost, stand):
    with watched(visit, cost, "a rolling restart of two replicas", stand, list(drawn(6, seed=7)), 40):
        for replica in stand.replicas:
            replica.kill()
            time.sleep(2)
            replica.start()
            time.sleep(2)
