"""What a websocket may say: what a reader's page says, at a reader's pace, and no more than memory has room for.

Most of what Streamlit would hear besides is not for readers: one message empties the caches of everybody.
"""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from streamlit.logger import get_logger
from websockets.frames import CloseCode

from ui.host import messages
from ui.server import descriptors
from ui.server.admission import STREAM, told
from ui.server.prefix import prefix

# anything else is passed over, such as the request for a file that a download button would make on a click: files are
# made before they are asked for, so that no message but a run, which has its pace, sets the server to work
HEARD = {"rerun_script", "stop_script", "app_heartbeat"}
WIDGETS = 200  # whose states one message may carry; the fullest page has 32
RATE, AT_ONCE = 10.0, 100.0  # messages a second, and how many may come together: each key of a search is one
LOCAL = ("localhost", "127.0.0.1", "0.0.0.0")  # as Streamlit has it
SOCKETS = 600  # of one process, which is sized for 200 readers; as many as nginx grants one address
HELD = 8_000_000  # bytes that the last messages of all sockets together may have; in memory they take six times that


@dataclass
class Pace:
    """Lets through `AT_ONCE` messages, then `RATE` a second: the others wait, and with them the one who sends."""

    left: float = AT_ONCE
    at: float = 0.0

    async def wait(self) -> None:
        now = asyncio.get_running_loop().time()
        self.left, self.at = min(AT_ONCE, self.left + RATE * (now - self.at)), now
        self.left -= 1
        if self.left < 0:
            await asyncio.sleep(-self.left / RATE)


def fault(message: Message) -> tuple[int, bool]:
    """The code a message is to be answered with by closing (0 for none), and whether it is to be heard at all."""
    if message.get("bytes") is None:
        return CloseCode.UNSUPPORTED_DATA, False  # text: Streamlit speaks bytes
    try:
        said = messages.read(message["bytes"])
    except ValueError:
        return CloseCode.PROTOCOL_ERROR, False
    if said.widgets > WIDGETS:
        return CloseCode.MESSAGE_TOO_BIG, False
    return 0, said.kind in HEARD


def at_home(headers: Headers) -> bool:
    """Is it one of our pages that asks? Of any other, Streamlit asks the internet, and meanwhile answers nobody."""
    origin = headers.get("origin")
    try:
        found = urlsplit(origin or "")
        return origin is None or found.netloc == headers.get("host") or found.hostname in LOCAL
    except ValueError:
        return False


class Conversations:
    """All websockets of this process."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.open, self.held = app, 0, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
        elif self._lets_in(scope):
            await self._talk(scope, receive, send)
        else:
            await WebSocketClose()(scope, receive, send)  # before it is open: 403

    def _lets_in(self, scope: Scope) -> bool:
        room = self.open < descriptors.sockets(SOCKETS)
        return room and scope["path"] == prefix() + STREAM and at_home(Headers(scope=scope))

    async def _talk(self, scope: Scope, receive: Receive, send: Send) -> None:
        one = Conversation(self, receive, send)
        self.open += 1
        try:
            await self.app(scope, one.hear, one.say)
        except Exception as error:
            if not one.over:  # when its reader has gone, Streamlit stumbles over that
                get_logger(__name__).error("%s: %s", STREAM, told(error))
        finally:
            self.open -= 1
            self.held -= one.size


class Conversation:
    """One websocket between Streamlit and its reader."""

    def __init__(self, among: Conversations, receive: Receive, send: Send) -> None:
        self.among, self.receive, self.send = among, receive, send
        self.pace, self.size, self.over = Pace(), 0, False

    async def hear(self) -> Message:
        """The next message for Streamlit; one that may not be said ends the conversation."""
        while True:
            message = await self.receive()
            if message["type"] != "websocket.receive":
                self.over = message["type"] == "websocket.disconnect"
                return message
            await self.pace.wait()
            code, heard = fault(message)
            code = code or self._hold(len(message["bytes"]) if heard else 0)
            if code:
                await self.say({"type": "websocket.close", "code": code})
                return {"type": "websocket.disconnect", "code": code}
            if heard:
                return message

    def _hold(self, size: int) -> int:
        """Streamlit keeps the last states of every session, so all sessions share one room."""
        grown = max(0, size - self.size)
        if self.among.held + grown > HELD and size > HELD // SOCKETS:
            return CloseCode.TRY_AGAIN_LATER
        self.size += grown
        self.among.held += grown
        return 0

    async def say(self, message: Message) -> None:
        """Streamlit goes on for a moment when its reader has gone: no fault, and nothing for the log."""
        if self.over:
            raise OSError("the websocket is closed")
        self.over = message["type"] == "websocket.close"
        try:
            await self.send(message)
        except (RuntimeError, OSError) as error:  # closed by uvicorn, or cut
            self.over = True
            raise OSError(str(error)) from None


def middleware() -> Middleware:
    return Middleware(Conversations)
