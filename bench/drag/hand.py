"""A hand on a slider, at its own pace: one pointer move for each frame of the screen, whatever the page makes of it."""

import asyncio
import time
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from playwright.async_api import CDPSession, Page

from bench.drag.messages import Messages
from harness.browser import READER

MOVES = 60
FRAME = 1000 / 60  # ms
REST = 0.25  # s that a hand rests before it lets go
AFTER = 2.0  # s that are filmed after it has let go
SEARCH = 9  # halvings when looking for the place of a value
SLOW = 0.06  # s for one move while finding out what each move does


@dataclass(frozen=True, slots=True)
class Path:
    """Where the hand goes, and the slider's value at each place, the start first."""

    y: float
    places: tuple[float, ...]
    values: tuple[float, ...]

    def crossings(self) -> list[int]:
        """The moves that reach another value of the slider than the one before."""
        return [i for i, (before, after) in enumerate(pairwise(self.values)) if after != before]


async def try_out(page: Page, low: float, high: float) -> Path:
    """Drag slowly from the value `low` to the value `high` and write down which place means which value."""
    x, y = await page.evaluate("film.thumb()")
    await page.mouse.move(x, y)
    await page.mouse.down()
    start = await _place(page, low, x - 60, x + 60, y)
    end = await _place(page, high, x, READER["viewport"]["width"] - 1, y)
    places = tuple(start + (end - start) * i / MOVES for i in range(MOVES + 1))
    values = [await _at(page, place, y) for place in places]
    await page.mouse.up()
    return Path(y, places, tuple(values))


async def _at(page: Page, x: float, y: float) -> float:
    await page.mouse.move(x, y)
    await asyncio.sleep(SLOW)
    return await page.evaluate("film.value()")


async def _place(page: Page, value: float, low: float, high: float, y: float) -> float:
    """The leftmost place, nearly, where the slider shows at least `value`."""
    for _ in range(SEARCH):
        middle = (low + high) / 2
        low, high = (low, middle) if await _at(page, middle, y) >= value else (middle, high)
    return high


async def drag(page: Page, path: Path, messages: Messages) -> dict[str, Any]:
    """Press, move, rest, let go; the film of it, with how many messages left the browser meanwhile and afterwards."""
    tools = await page.context.new_cdp_session(page)
    await page.mouse.move(path.places[0], path.y)
    await page.mouse.down()
    await asyncio.sleep(0.5)
    await page.evaluate("() => { film.frames.length = film.moves.length = 0 }")
    await asyncio.sleep(0.2)
    before = messages.sent
    await _move(tools, path, await _phase(page))
    await asyncio.sleep(REST)
    resting = messages.sent
    await page.mouse.up()
    await asyncio.sleep(AFTER)
    film = await page.evaluate("({ frames: film.frames, moves: film.moves, released: film.released })")
    return film | {"while_dragging": resting - before, "at_release": messages.sent - resting}


async def _phase(page: Page) -> float:
    """A moment in the middle of a coming frame, in seconds of this clock."""
    origin, last = await page.evaluate("[performance.timeOrigin, document.timeline.currentTime]")
    frames = (time.time() * 1000 - origin - last) // FRAME + 3.5
    return (origin + last + frames * FRAME) / 1000


async def _move(tools: CDPSession, path: Path, moment: float) -> None:
    """Send every move at its time and wait for none of them; a late one delays the rest, as a hand cannot jump."""
    answers = []
    for x in path.places[1:]:
        await asyncio.sleep(moment - time.time())
        event = {"type": "mouseMoved", "x": x, "y": path.y, "button": "left", "buttons": 1}
        answers.append(asyncio.create_task(tools.send("Input.dispatchMouseEvent", event)))
        late = max(0.0, time.time() - moment - FRAME / 4000)
        moment += FRAME / 1000 * (1 + -(-late * 1000 // FRAME))
    await asyncio.gather(*answers)
