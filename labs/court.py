"""Readers judge claims: what a judgement is, how it is written in an address, a round of them, and what it shows.

A round has ten claims, each about some function: two mistakes that pages for learners print as facts, three more that
are wrong or misleading, and five of the others. The seed draws and shuffles them: no place tells a verdict.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from labs.claim import VERDICTS, Claim, Verdict
from labs.claims import CLAIMS

LETTERS: dict[str, Verdict] = dict(zip("wmouc", VERDICTS, strict=True))
SURE = (1, 2, 3)  # a guess, fairly sure, sure
MYTHS: tuple[Verdict, ...] = ("wrong", "misleading")
HOLDS: tuple[Verdict, ...] = ("conditions", "correct")
SHARES = (2, 3, 5)  # printed myths, other myths, the others
LENGTH = sum(SHARES)
SEEDS = 10_000
BETWEEN, THEN = "-", "~"  # signs that no address has to escape
MOST = 110  # judgements in one address
ONE = re.compile(rf"(C\d{{3}})(?:([{''.join(LETTERS)}])([{''.join(map(str, SURE))}])|x)")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reader says of a claim, and how sure; without a verdict the claim was shown unasked."""

    claim: str
    verdict: Verdict | None = None
    sure: int = 0

    @property
    def right(self) -> bool:
        return self.verdict == CLAIMS[self.claim].verdict

    @property
    def right_side(self) -> bool:
        """Does it say rightly whether the claim holds at all?"""
        return self.verdict is not None and (self.verdict in HOLDS) == (CLAIMS[self.claim].verdict in HOLDS)

    def __str__(self) -> str:
        letter = next((letter for letter, verdict in LETTERS.items() if verdict == self.verdict), "")
        return f"{self.claim}{letter}{self.sure}" if letter else f"{self.claim}x"


def write(given: Iterable[Judgement]) -> str:
    """As an address has them; the newest, if there are too many."""
    return BETWEEN.join(map(str, [*given][-MOST:]))


def read(raw: str) -> list[Judgement]:
    """ValueError for what is no list of judgements, or judges a claim twice."""
    found = [_one(part) for part in raw.split(BETWEEN)] if raw else []
    if len({one.claim for one in found}) < len(found) or len(found) > MOST:
        raise ValueError
    return found


def _one(raw: str) -> Judgement:
    said = ONE.fullmatch(raw)
    if not said or said[1] not in CLAIMS:
        raise ValueError
    return Judgement(said[1], LETTERS[said[2]], int(said[3])) if said[2] else Judgement(said[1])


@dataclass(frozen=True, slots=True)
class Round:
    """Claims one at a time, and what has been said of the first of them; without a seed they were named."""

    claims: tuple[str, ...]
    seed: int | None = None
    given: tuple[Judgement, ...] = ()

    @property
    def next(self) -> Claim | None:
        return CLAIMS[self.claims[len(self.given)]] if len(self.given) < len(self.claims) else None

    @property
    def missed(self) -> list[Judgement]:
        return [one for one in self.given if not one.right]

    def answered(self, one: Judgement) -> "Round":
        return replace(self, given=(*self.given, one))

    def __str__(self) -> str:
        name = BETWEEN.join(self.claims) if self.seed is None else str(self.seed)
        return name + (THEN + write(self.given) if self.given else "")


def drawn(seed: int) -> Round:
    """The round of a seed. A claim's place in the draw depends on nothing but its id, so new claims move few others."""
    fit = sorted((c for c in CLAIMS.values() if c.functions), key=lambda c: _lot(seed, "drawn", c.id))
    piles = [
        [c for c in fit if c.verdict in MYTHS and c.printed],
        [c for c in fit if c.verdict in MYTHS and not c.printed],
        [c for c in fit if c.verdict not in MYTHS],
    ]
    chosen = [c.id for pile, share in zip(piles, SHARES, strict=True) for c in pile[:share]]
    return Round(tuple(sorted(chosen, key=lambda id: _lot(seed, "place", id))), seed)


def _lot(seed: int, what: str, id: str) -> bytes:
    return sha256(f"{seed} {what} {id}".encode()).digest()


def of(ids: Iterable[str]) -> Round:
    """A round of named claims."""
    return Round(tuple(ids))


def read_round(raw: str) -> Round:
    """ValueError for what is no round, or has answers to other claims than its own."""
    name, _, answers = raw.partition(THEN)
    begun, given = _named(name), read(answers)
    if [one.claim for one in given] != list(begun.claims[: len(given)]):
        raise ValueError
    return replace(begun, given=tuple(given))


def _named(name: str) -> Round:
    if re.fullmatch(r"\d{1,4}", name, re.ASCII):
        return drawn(int(name))
    ids = name.split(BETWEEN)
    if not set(ids) <= set(CLAIMS) or len(set(ids)) < len(ids) or len(ids) > LENGTH:
        raise ValueError
    return of(ids)


def calibration(given: Iterable[Judgement]) -> dict[int, tuple[int, int]]:
    """For each step of sureness: how many were given, and how many of them were right."""
    said = [one for one in given if one.verdict]
    steps = {sure: [one.right for one in said if one.sure == sure] for sure in SURE}
    return {sure: (len(rights), sum(rights)) for sure, rights in steps.items()}
