"""What readers' browsers wish for and the pool computes, so that no move waits behind it."""

import asyncio
from collections.abc import Callable
from typing import Any

from starlette.requests import Request

from ui.server.pool import Full, Pool
from ui.server.pool.cores import cores

# Samples of pictures take milliseconds each. One core is left to the readers' moves.
SAMPLES = Pool(max(1, min(4, cores() - 1)), ["figures.samples.encoding"])
PATIENCE = 8.0  # seconds that an answer may take
NAMES = ("reader", "_streamlit_xsrf")  # the cookies of our proxy and of Streamlit that tell readers apart
LONGEST = 200  # letters of such a cookie


async def granted(request: Request, pool: Pool, function: Callable[..., Any], *arguments: Any) -> Any:
    """What the pool computes for a request; raises Full if it takes too long or the reader has gone."""
    reader, address = who(request)
    with pool.ask(function, *arguments, reader=reader, group=address) as wish:
        result, gone = asyncio.wrap_future(wish.future), asyncio.ensure_future(_gone(request))
        result.add_done_callback(_heard)
        try:
            await asyncio.wait({result, gone}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        finally:
            gone.cancel()
        if not result.done():
            raise Full
        return result.result()


def _heard(result: asyncio.Future[Any]) -> None:
    """What comes of a wish that was left is no fault for the log."""
    if not result.cancelled():
        result.exception()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def who(request: Request) -> tuple[str, str]:
    """The reader, by cookie if there is one, and the address it comes from."""
    address = request.headers.get("x-real-ip") or (request.client.host if request.client else "")
    known = next(filter(None, (request.cookies.get(name) for name in NAMES)), address)
    return known[:LONGEST], address[:LONGEST]
