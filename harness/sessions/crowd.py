"""Many readers of one server: they arrive, and each releases a slider every two seconds."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import quantiles

from harness.sessions.session import Losses, Session
from harness.sessions.tab import Slider
from harness.sessions.wire import Lost

PERIOD, JITTER = 2.0, 0.5  # seconds between two moves of a reader, and how far a move may stray to either side
SETTLE = 4.0  # seconds of moves that are not counted
SEED = 1
ARRIVAL, MOVE = "arrival", "move"  # what errors begin with
NO_SLIDER = "a page without a slider"


def percentile(seconds: Sequence[float], percent: int) -> float | None:
    """The time within which `percent` of the answers came."""
    if len(seconds) < 2:
        return seconds[0] if seconds else None
    return quantiles(seconds, n=100, method="inclusive")[percent - 1]


@dataclass
class Result:
    """What a crowd saw; all times in seconds."""

    readers: int
    arrivals: list[float] = field(default_factory=list)
    moves: list[float] = field(default_factory=list)
    pictures: list[float] = field(default_factory=list)  # samples fetched when a hand comes to a slider
    errors: Counter[str] = field(default_factory=Counter)
    losses: list[Losses] = field(default_factory=list)
    late: list[float] = field(default_factory=list)  # how long after its time each move was sent
    received: int = 0  # bytes of the websockets
    own: float = 0.0  # processor time of the readers themselves, as a share of one core
    seconds: float = 0.0

    @property
    def lost_moves(self) -> int:
        return sum(loss.moves for loss in self.losses)

    @property
    def returns(self) -> int:
        return sum(loss.returns for loss in self.losses)

    @property
    def errors_in_all(self) -> int:
        return self.errors.total()


class Crowd:
    """Readers of `paths` in turn, on the server at `base`."""

    def __init__(self, base: str, paths: Sequence[str], n: int, *, faithful: bool = False, seed: int = SEED) -> None:
        self.random = random.Random(seed)
        self.sessions = [Session(base, paths[i % len(paths)], faithful=faithful) for i in range(n)]
        self.result = Result(n)
        self.counting = True

    async def arrive(self, within: float) -> None:
        """Everyone comes at a random moment of `within` seconds; returns when all have the page or gave up."""
        start = time.perf_counter()
        moments = [start + self.random.uniform(0, within) for _ in self.sessions]
        await asyncio.gather(*(self._arrive(s, at) for s, at in zip(self.sessions, moments, strict=True)))

    async def _arrive(self, session: Session, at: float) -> None:
        await asyncio.sleep(max(0, at - time.perf_counter()))
        try:
            self.result.arrivals.append(await session.arrive())
        except (OSError, Lost, TimeoutError) as e:
            self.result.errors[f"{ARRIVAL}: {str(e) or type(e).__name__}"] += 1
            await session.close()  # who waits that long for a page goes away
        else:
            await self._look(session, counts=False)

    async def move(self, seconds: float, settle: float = SETTLE) -> None:
        """Everyone moves a slider every two seconds; the first `settle` seconds are not counted."""
        start = time.perf_counter()
        readers = [asyncio.create_task(self._keep_moving(s, start, settle + seconds)) for s in self.sessions]
        self.counting = False
        await asyncio.sleep(settle)
        self.counting, counted, busy = True, time.perf_counter(), time.process_time()
        received = self._received()
        await asyncio.sleep(seconds)
        self.result.seconds = time.perf_counter() - counted
        self.result.own = (time.process_time() - busy) / self.result.seconds
        self.result.received = self._received() - received
        await asyncio.gather(*readers)

    def _received(self) -> int:
        return sum(s.received + (s.socket.received if s.socket else 0) for s in self.sessions)

    async def _keep_moving(self, session: Session, start: float, seconds: float) -> None:
        """Moves follow a clock of their own, whether or not the last one has been answered."""
        if not session.tab.runs:
            return
        phase, turn, moves = self.random.uniform(0, PERIOD), 0, set()
        while (at := phase + turn * PERIOD + self.random.uniform(-JITTER, JITTER)) < seconds:
            turn += 1
            if (wait := start + at - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            moves.add(task := asyncio.create_task(self._move(session, start + at)))
            task.add_done_callback(moves.discard)
        await asyncio.gather(*moves)

    async def _move(self, session: Session, due: float) -> None:
        counts = self.counting
        if counts:
            self.result.late.append(max(0, time.perf_counter() - due))
        sliders = list(session.tab.sliders.values())
        if not sliders:
            self.result.errors[NO_SLIDER] += counts
            return
        slider = self.random.choice(sliders)
        await self._look(session, counts, slider)
        value = slider.elsewhere(session.tab.value(slider), self.random)
        try:
            seconds = await session.move(slider, value)
        except Lost as e:
            self.result.errors[f"{MOVE}: {e}"] += counts
        else:
            self.result.moves.extend([seconds] * counts)

    async def _look(self, session: Session, counts: bool, slider: Slider | None = None) -> None:
        """What the browser fetches beside the websocket; its times count only when a hand comes to a slider."""
        try:
            taken = await session.fetch_pictures(slider)
            self.result.pictures.extend(taken if counts else [])
        except (OSError, Lost, TimeoutError) as e:
            self.result.errors[f"picture: {str(e) or type(e).__name__}"] += 1

    async def leave(self) -> Result:
        for session in self.sessions:
            self.result.errors.update(session.tab.errors)
            self.result.losses.append(session.losses)
            await session.close()
        self.result.errors["connection cut"] = sum(loss.cuts for loss in self.result.losses)
        self.result.errors = +self.result.errors
        return self.result


def run(
    base: str,
    paths: Sequence[str],
    n: int,
    seconds: float,
    *,
    within: float | None = None,
    settle: float = SETTLE,
    faithful: bool = False,
) -> Result:
    """`n` readers of `paths` in turn arrive within some seconds (by default slowly), then move for `seconds`.

    `faithful` readers come back by themselves after a cut.
    """

    async def attend() -> Result:
        crowd = Crowd(base, paths, n, faithful=faithful)
        await crowd.arrive(within or max(3, n / 10))
        if seconds:
            await crowd.move(seconds, settle)
        return await crowd.leave()

    return asyncio.run(attend())
