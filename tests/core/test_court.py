"""Judgements of claims: addresses that are read back, fair rounds, and what answers show."""

import itertools

import pytest
from failures import every

from labs import court
from labs.claim import VERDICTS
from labs.claims import CLAIMS
from labs.court import Judgement

ADDRESS = 1500 - 800 - 100  # signs of a link that are left beside the longest list of judgements, host and language
FORGED = [
    "C042",
    "C042c",
    "C042c4",
    "C042q1",
    "C999c1",
    "C042c1-C042x",
    "C042c1-",
    "c042c1",
    "C042c1 ",
    "C\u0664\u0662\u0660x",
]
FORGED_ROUNDS = ["x", "-1", "10000", "\u0664", "C999", "C042-C042", "", "7~C999x", "C042~C043x", "C042~C042x-C043x"]


def answered(seed, verdict=None, sure=2):
    """A round of which every claim has the same answer; without a verdict the right one."""
    begun = court.drawn(seed)
    for id in begun.claims:
        begun = begun.answered(Judgement(id, verdict or CLAIMS[id].verdict, sure))
    return begun


def test_an_address_says_every_judgement_again():
    said = [Judgement("C042", v, s) for v, s in itertools.product(VERDICTS, court.SURE)] + [Judgement("C042")]
    assert [court.read(str(one)) for one in said] == [[one] for one in said]
    assert len(court.write(Judgement(id, "wrong", 1) for id in CLAIMS)) <= 800


@every("raw", FORGED)
def test_what_is_no_judgement_is_refused(raw):
    with pytest.raises(ValueError):
        court.read(raw)


@every("raw", FORGED_ROUNDS)
def test_what_is_no_round_is_refused(raw):
    with pytest.raises(ValueError):
        court.read_round(raw)


def test_answers_belong_to_their_round():
    begun = answered(7)
    assert court.read_round(str(begun)) == begun and len(str(begun)) < ADDRESS
    with pytest.raises(ValueError):
        court.read_round(str(begun).replace("7~", "8~", 1))


@every("seed", range(0, court.SEEDS, 97))
def test_a_round_has_ten_claims_half_of_them_myths(seed):
    begun = court.drawn(seed)
    verdicts = [CLAIMS[id].verdict for id in begun.claims]
    assert len(set(begun.claims)) == 10 and begun == court.drawn(seed)
    assert sum(verdict in ("wrong", "misleading") for verdict in verdicts) == 5
    assert sum(CLAIMS[id].printed for id in begun.claims) == 2


def test_no_place_in_a_round_tells_the_verdict_and_no_claim_is_left_out():
    rounds = [court.drawn(seed).claims for seed in range(1000)]
    for place in range(10):
        myths = sum(CLAIMS[ids[place]].verdict in court.MYTHS for ids in rounds)
        assert 420 < myths < 580, place  # five deviations of 1000 throws of a coin
    assert set().union(*rounds) == {c.id for c in CLAIMS.values() if c.functions}


def test_only_myths_are_printed_as_facts():
    assert {c.verdict for c in CLAIMS.values() if c.printed} <= set(court.MYTHS)


@every("verdict", VERDICTS)
def test_a_round_counts_what_is_right(verdict):
    """Against the verdicts counted one by one from the ids in the address."""
    begun = court.read_round(str(answered(3, verdict, 3)))
    ids = [part[:4] for part in str(begun).split("~")[1].split("-")]
    right = sum(CLAIMS[id].verdict == verdict for id in ids)
    assert court.calibration(begun.given) == {1: (0, 0), 2: (0, 0), 3: (10, right)}
    assert [one.claim for one in begun.missed] == [id for id in ids if CLAIMS[id].verdict != verdict]
    holds = sum(
        (CLAIMS[id].verdict in ("conditions", "correct")) == (verdict in ("conditions", "correct")) for id in ids
    )
    assert sum(one.right_side for one in begun.given) == holds and begun.next is None


def test_being_shown_is_neither_right_nor_a_guess():
    one = Judgement("C042")
    assert not one.right and not one.right_side and court.calibration([one]) == dict.fromkeys(court.SURE, (0, 0))
