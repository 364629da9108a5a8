"""Readers without a browser who go on moving sliders while something breaks, and count what they lose."""

import asyncio
import random
import threading
import time
import uuid
from dataclasses import dataclass, field
from statistics import median

from harness.sessions.session import Session
from harness.sessions.wire import Lost

PATIENCE = 15.0


@dataclass
class Costs:
    """What a fault has cost the crowd."""

    answered: list[float] = field(default_factory=list)  # seconds each answer took
    lost: int = 0  # moves that were sent and never answered
    withheld: int = 0  # moves that could not be made, because a page without its server holds its sliders still
    silent: list[str] = field(default_factory=list)  # readers who got no answer at the very end


class Load:
    """`n` readers of one server; each moves a slider about once a second until the block is left."""

    def __init__(self, url, paths, n):
        self.sessions = [Session(url, paths[i % len(paths)], faithful=True) for i in range(n)]
        for session in self.sessions:
            session.cookies["reader"] = uuid.uuid4().hex  # as the proxy gives it with the page itself
        self.costs, self.n = Costs(), n
        self._dice, self._over, self._ready = random.Random(1), threading.Event(), threading.Barrier(2)
        self._error = None

    def __enter__(self):
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        self._ready.wait(60)
        return self

    def __exit__(self, *_):
        self._over.set()
        self._thread.join(120)
        if self._error:
            raise self._error

    def _run(self):
        try:
            asyncio.run(self._all())
        except Exception as e:
            self._error = e
            self._ready.abort()

    async def _all(self):
        await asyncio.gather(*(s.arrive(60) for s in self.sessions))
        await asyncio.gather(*(self._move(s) for s in self.sessions))
        await asyncio.to_thread(self._ready.wait, 60)
        await asyncio.gather(*(self._stay(s) for s in self.sessions))
        await asyncio.gather(*(s.close() for s in self.sessions))

    async def _stay(self, session):
        while not self._over.is_set():
            await asyncio.sleep(self._dice.uniform(0.5, 1.5))
            await self._move(session)
        if not await self._once_more(session):
            self.costs.silent.append(session.tab.page)

    async def _once_more(self, session):
        """Whatever has happened, in the end a move is answered."""
        until = time.monotonic() + 2 * PATIENCE
        while time.monotonic() < until:
            before = len(self.costs.answered)
            await self._move(session)
            if len(self.costs.answered) > before:
                return True
            await asyncio.sleep(0.5)
        return False

    async def _move(self, session):
        if not (session.connected and session.tab.sliders):  # back, but its page has not run again
            self.costs.withheld += 1
            return
        slider = self._dice.choice(list(session.tab.sliders.values()))
        value = slider.elsewhere(session.tab.value(slider), self._dice)
        try:
            self.costs.answered.append(await session.move(slider, value, PATIENCE))
        except Lost:
            self.costs.lost += 1

    def row(self, fault, pages, until_back):
        """One row of the table of costs."""
        away = [seconds for s in self.sessions for seconds in s.losses.away]
        return {
            "fault": fault,
            "readers": self.n,
            "moves answered": len(self.costs.answered),
            "lost": self.costs.lost,
            "held back": self.costs.withheld,
            "reconnections": sum(s.losses.returns for s in self.sessions),
            "away, median (s)": median(away) if away else 0.0,
            "away, longest (s)": max(away, default=0.0),
            "slowest answer (s)": max(self.costs.answered),
            "pages as they were": pages,
            "pages at rest again after (s)": until_back,
        }
