"""An hour of mixed use: does the memory of the server stay where it is after five minutes?"""

import asyncio
import random
import time
from collections import Counter

from activations import CATALOGUE
from bench.report import table
from harness.addresses import pages, with_sliders
from harness.server import LESSON, Server
from harness.sessions.crowd import NO_SLIDER, Crowd
from labs.claims import CLAIMS

MINUTES, SHOWN = 60.0, (5, 10, 20, 30, 40, 50, 60)
READERS, SECONDS, SEED = 30, 24.0, 5
WHAT = """Round after round, {readers} readers arrive within {within:g} s at pages drawn by lot (every page, every
function, every claim with a slider, in all languages), move sliders every 2 s for half a minute, and leave. Memory is
looked at when all have left a round."""


def addresses() -> list[str]:
    """Every page, function and claim with sliders, in every language."""
    claims = [f"/facts?claim={claim.id}" for claim in CLAIMS.values() if claim.plot and claim.plot.knobs]
    plain = [*pages(), *with_sliders(), *claims, *(f"/compare?fns={name},relu" for name in CATALOGUE)]
    return [f"{path}{'&' if '?' in path else '?'}lang={lang}" for path in plain for lang in ("zh", "en", "both")]


async def _live(server: Server, minutes: float) -> list[tuple[float, int, int, int]]:
    lot, everywhere, start, looks = random.Random(SEED), addresses(), time.perf_counter(), []
    while (passed := (time.perf_counter() - start) / 60) < minutes:
        crowd = Crowd(server.url, lot.sample(everywhere, READERS), READERS, seed=lot.getrandbits(32))
        await crowd.arrive(READERS / 10)
        await crowd.move(SECONDS)
        errors = (await crowd.leave()).errors - Counter({NO_SLIDER: READERS * READERS})  # some pages have none to move
        looks.append((passed, server.memory(), server.workers(), errors.total()))
    return looks


def report(minutes: float = MINUTES) -> str:
    """Memory of the server and of its workers as time passes, and how much it has grown since the fifth minute."""
    with Server(LESSON) as server:
        looks = asyncio.run(_live(server, minutes))
    rows = []
    for minute in [m for m in SHOWN if m <= minutes + 1]:
        at, memory, workers, _ = min(looks, key=lambda look: abs(look[0] - minute))
        rows.append([f"{at:.0f}", f"{memory / 1e6:.0f}", f"{workers / 1e6:.0f}"])
    fifth = min(looks, key=lambda look: abs(look[0] - 5))
    growth = (looks[-1][1] + looks[-1][2]) / (fifth[1] + fifth[2]) - 1
    told = f"{len(looks)} rounds, {sum(look[3] for look in looks)} errors; since the fifth minute {growth:+.1%}."
    lead = WHAT.format(readers=READERS, within=READERS / 10)
    return f"{lead}\n\n{table(['minute', 'server, MB', 'its workers, MB'], rows)}\n\n{told}"
