"""Counts the messages that leave a browser: requests, and websocket frames of pages and of the workers they share."""

import asyncio
import json
from typing import Any

from playwright.async_api import Browser, CDPSession, Page


class Messages:
    """How many messages have been `sent` so far."""

    def __init__(self, tools: CDPSession):
        self.sent = 0
        self._tools, self._tasks = tools, set[asyncio.Task[None]]()
        tools.on("Target.targetCreated", self._created)
        tools.on("Target.receivedMessageFromTarget", lambda event: self._heard(json.loads(event["message"])))

    @classmethod
    async def of(cls, browser: Browser) -> "Messages":
        """The messages of a browser; its pages are added by `follow`."""
        messages = cls(await browser.new_browser_cdp_session())
        await messages._tools.send("Target.setDiscoverTargets", {"discover": True})
        return messages

    def follow(self, page: Page) -> None:
        page.on("request", self._count)
        page.on("websocket", lambda socket: socket.on("framesent", self._count))

    def _count(self, _: object) -> None:
        self.sent += 1

    def _created(self, event: dict[str, Any]) -> None:
        if event["targetInfo"]["type"] == "shared_worker":  # Playwright does not tell what these send
            task = asyncio.create_task(self._join(event["targetInfo"]["targetId"]))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _join(self, target: str) -> None:
        session = await self._tools.send("Target.attachToTarget", {"targetId": target, "flatten": False})
        message = json.dumps({"id": 1, "method": "Network.enable"})
        await self._tools.send("Target.sendMessageToTarget", {"sessionId": session["sessionId"], "message": message})

    def _heard(self, message: dict[str, Any]) -> None:
        self.sent += message.get("method") == "Network.webSocketFrameSent"
