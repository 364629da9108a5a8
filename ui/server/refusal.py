"""Refusing without being worn out by it: who asks for nothing but what is not there has to wait for the answer."""

import asyncio
import time
from collections.abc import Mapping

from starlette.responses import PlainTextResponse

AT_ONCE, A_SECOND = 100.0, 50.0  # refusals that are answered at once, and how fast more of them may be
WAIT = 0.5  # seconds that all others take, which costs the server nothing
ONCE = {"Cache-Control": "no-store"}


class _Purse:
    """How many refusals are left to be answered at once."""

    left, counted = AT_ONCE, 0.0

    def spend(self) -> bool:
        now = time.monotonic()
        self.left = min(AT_ONCE, self.left + (now - self.counted) * A_SECOND)
        self.counted = now
        enough = self.left >= 1
        self.left -= enough
        return enough


_purse = _Purse()


async def refuse(status: int, why: str, headers: Mapping[str, str] = ONCE) -> PlainTextResponse:
    """An answer that says no; late if there have been very many of them."""
    if not _purse.spend():
        await asyncio.sleep(WAIT)
    return PlainTextResponse(why, status, headers)
