"""All claims, discovered from the modules of this folder, one for each topic."""

from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from labs.claim import Claim, Evidence


def _discover() -> dict[str, Claim]:
    found = [
        replace(claim, topic=module.name)
        for module in iter_modules(__path__)
        for claim in import_module(f"{__name__}.{module.name}").CLAIMS
    ]
    return {claim.id: claim for claim in sorted(found, key=lambda claim: claim.id)}


CLAIMS: dict[str, Claim] = _discover()
TOPICS: tuple[str, ...] = tuple(dict.fromkeys(claim.topic for claim in CLAIMS.values()))


def about(function_id: str) -> list[Claim]:
    """The claims about one function."""
    return [claim for claim in CLAIMS.values() if function_id in claim.functions]


@cache
def evidence(claim_id: str) -> Evidence:
    """What its evidence computes, or nothing; computed once."""
    compute = CLAIMS[claim_id].evidence
    return compute() if compute else Evidence()


def trial(claim_id: str) -> Evidence:
    """What its experiment finds, which may take seconds; KeyError if it has none."""
    run = CLAIMS[claim_id].trial
    if not run:
        raise KeyError(claim_id)
    return run()
