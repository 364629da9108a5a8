"""One reader of a Streamlit page: arrives, releases sliders, and comes back after a cut as a browser does."""

import asyncio
import random
import time
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from harness.sessions.pictures import Album, class_of, pictures, values
from harness.sessions.tab import Slider, Tab
from harness.sessions.wire import PATIENCE, Lost, Socket, get

# How a browser asks for a server it has lost (seconds): first after a moment, then less and less often.
FIRST_RETRY, QUICKEST, SLOWEST = (0.25, 0.5), 0.1, 4.0


@dataclass
class Waiting:
    """A rerun that was asked for at `sent` and not answered yet."""

    sent: float
    answer: asyncio.Future[float]


@dataclass
class Losses:
    """What a reader has gone through."""

    moves: int = 0  # without an answer
    cuts: int = 0
    returns: int = 0  # connections made again
    strangers: int = 0  # of them, how often the server no longer knew the session
    away: list[float] = field(default_factory=list)  # seconds from the cut to the connection


class Session:
    """One tab and its websocket; `faithful` comes back by itself after a cut."""

    def __init__(self, base: str, path: str, *, faithful: bool = False, locale: str = "en-US") -> None:
        self.base, self.faithful, self.tab = base.rstrip("/"), faithful, Tab(base, path, locale)
        self.cookies: dict[str, str] = {}
        self.socket: Socket | None = None
        self.losses, self.received = Losses(), 0
        self.fetched, self.album = set[str](), Album()
        self._waiting: list[Waiting] = []
        self._started = 0.0
        self._closing = False
        self._return: asyncio.Task[None] | None = None

    @property
    def connected(self) -> bool:
        return self.socket is not None

    async def arrive(self, patience: float = PATIENCE) -> float:
        """Open the page; seconds until its first run has finished."""
        start = time.perf_counter()
        async with asyncio.timeout(patience):
            await self._connect()
            await self._ask(self.tab.rerun())
        return time.perf_counter() - start

    async def move(self, slider: Slider, value: float, patience: float = PATIENCE) -> float:
        """Release a slider at a value; seconds until the run has finished. Raises Lost."""
        try:
            async with asyncio.timeout(patience):
                return await self._ask(self.tab.move(slider, value))
        except (Lost, TimeoutError) as e:
            self.losses.moves += 1
            raise Lost(str(e) or f"no answer in {patience:g} s") from e

    async def fetch_pictures(self, slider: Slider | None = None) -> list[float]:
        """Ask for the samples the browser needs to show the page, or to move along a slider; seconds for each."""
        now, taken = values(self.tab.states), []
        for picture in [p for component in self.tab.components.values() for p in pictures(component)]:
            address = self.album.wanted(picture, now, class_of(slider.id) if slider else None)
            if address and address not in self.fetched:
                self.fetched.add(address)
                start = time.perf_counter()
                if (status := await get(self.base, address, self.cookies)) != 200:
                    raise Lost(f"{picture.url} answers {status}")
                taken.append(time.perf_counter() - start)
        return taken

    async def close(self) -> None:
        self._closing = True
        if self._return:
            self._return.cancel()
        if self.socket:
            self.socket.close()

    def cut(self) -> None:
        """Break the connection without a word, as a network does."""
        if self.socket:
            self.socket.transport.abort()

    async def _connect(self) -> None:
        """The two questions a browser asks first, then the websocket; a known session is claimed again."""
        for path in ("/_stcore/health", "/_stcore/host-config"):
            if (status := await get(self.base, path, self.cookies)) != 200:
                raise Lost(f"{path} answers {status}")
        tokens = ["streamlit", self.cookies.get("_streamlit_xsrf", "PLACEHOLDER_AUTH_TOKEN")]
        if self.tab.session_id:
            tokens.append(self.tab.session_id)
        address, loop = urlsplit(self.base), asyncio.get_running_loop()
        socket = Socket(self.base, self.cookies, tokens, self._hear, self._lost)
        async with asyncio.timeout(PATIENCE):
            await loop.create_connection(lambda: socket, address.hostname or "", address.port or 80)
            await socket.opened
        self.socket = socket

    async def _ask(self, message: bytes) -> float:
        if not self.socket:
            raise Lost("not connected")
        waiting = Waiting(time.perf_counter(), asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        self.tab.running = True
        self.socket.send(message)
        try:
            return await waiting.answer - waiting.sent
        finally:
            if waiting in self._waiting:
                self._waiting.remove(waiting)

    def _hear(self, data: bytes, at: float) -> None:
        said = self.tab.hear(data)
        if said == "started":
            self._started = at
        elif said == "finished":
            # What was asked for after this run had begun is answered by a later one. Seen from here a run begins
            # a little later than it does: only a move sent while another waits can be answered too soon by that.
            for waiting in [w for w in self._waiting if w.sent < self._started]:
                self._waiting.remove(waiting)
                if not waiting.answer.done():
                    waiting.answer.set_result(at)

    def _lost(self) -> None:
        if self.socket:
            self.received += self.socket.received
            self.losses.cuts += not self._closing
        was_connected, self.socket = self.socket is not None, None
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            if not one.answer.done():
                one.answer.set_exception(Lost("the connection was cut"))
        if was_connected and self.faithful and not self._closing:
            self._return = asyncio.get_running_loop().create_task(self._come_back())

    async def _come_back(self) -> None:
        """Ask until the server answers, connect, and rerun if something may have been missed."""
        start, known, attempt = time.perf_counter(), self.tab.session_id, 0
        await asyncio.sleep(random.uniform(*FIRST_RETRY))
        while True:
            try:
                await self._connect()
                break
            except (OSError, Lost, TimeoutError, ValueError):
                await asyncio.sleep(min(SLOWEST, QUICKEST * 2**attempt) * random.uniform(0.7, 1))
                attempt += 1
        self.losses.returns += 1
        self.losses.away.append(time.perf_counter() - start)
        if self.tab.running or self.tab.ran_fragments or self.tab.repeats:
            with suppress(Lost):  # cut again: that is another return
                await self._ask(self.tab.rerun())
                self.losses.strangers += self.tab.session_id != known
