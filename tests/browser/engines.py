"""One face for two engines beside Chromium: WebKitGTK by WebDriver, Firefox by WebDriver BiDi.

Playwright's WebKit and Firefox are builds of its own, and no driver of Debian's Firefox comes without a download; these
are the browsers as they are installed. The pointer speaks the actions of the WebDriver standard.
"""

import base64
import contextlib
import json
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from selenium.common.exceptions import TimeoutException
from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from websockets.sync.client import connect

SIZE = {"width": 1280, "height": 900}
MINIBROWSER = "lib/*/webkit2gtk-4.*/MiniBrowser"
ERRORS = "window.failures = []; addEventListener('error', e => failures.push(e.message))"
STARTS_WITHIN = 60  # seconds
OPENS_WITHIN = 30  # seconds, by themselves WebDrivers would wait five minutes


class Tab:
    """A page in one engine. `errors` are those that its scripts did not catch."""

    errors: list[str]

    def go(self, url: str) -> None:
        """Leave what was open, and return when the document is there; what it draws may still be coming."""
        raise NotImplementedError

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression, awaited."""
        raise NotImplementedError

    def point(self, action: str, x: float = 0, y: float = 0) -> None:
        """Of the mouse: "pointerMove" to a place in the window, "pointerDown", "pointerUp"."""
        raise NotImplementedError

    def screenshot(self) -> bytes:
        """A PNG of the window."""
        raise NotImplementedError

    def close(self) -> None:
        """End the engine, or what of it was opened for this tab."""
        raise NotImplementedError

    def until(self, expression: str, seconds: float = 30) -> Any:
        """Wait until an expression is true; its value."""
        give_up = time.monotonic() + seconds
        while not (value := self.evaluate(expression)):
            assert time.monotonic() < give_up, f"never true: {expression}"
            time.sleep(0.05)
        return value


def actions(action: str, x: float, y: float) -> list[dict[str, Any]]:
    """One action of the mouse, as both WebDriver protocols want it."""
    step = {"type": action, "button": 0} if action != "pointerMove" else {"type": action, "x": round(x), "y": round(y)}
    return [{"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": [step]}]


class WebKit(Tab):
    """Debian's `webkit2gtk-driver` in a screen that nobody sees."""

    def __init__(self) -> None:
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
        self.screen = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8")
        assert self.screen.stdout
        display = self.screen.stdout.readline().strip()
        options = Options()
        options.binary_location = str(minibrowser())
        options.add_argument("--automation")
        options.page_load_strategy = "eager"
        service = Service(shutil.which("WebKitWebDriver"), env={**os.environ, "DISPLAY": f":{display}"})
        self.driver = WebKitGTK(options=options, service=service)
        self.driver.set_page_load_timeout(OPENS_WITHIN)
        inner = "[innerWidth, innerHeight]"
        self.driver.set_window_rect(0, 0, **SIZE)
        width, height = self.evaluate(inner)
        self.driver.set_window_rect(0, 0, 2 * SIZE["width"] - width, 2 * SIZE["height"] - height)

    def go(self, url: str) -> None:
        """Open; again if need be: a script sent while WebKit changes its process for a new origin is never answered."""
        with contextlib.suppress(TimeoutException):
            return self._open(url)
        self._open(url)

    def _open(self, url: str) -> None:
        self.driver.get(url)
        self.driver.execute_script(ERRORS)

    @property
    def errors(self) -> list[str]:  # type: ignore[override]
        return self.evaluate("failures")

    def evaluate(self, expression: str) -> Any:
        return self.driver.execute_script(f"return {expression}")

    def point(self, action: str, x: float = 0, y: float = 0) -> None:
        self.driver.execute("actions", {"actions": actions(action, x, y)})

    def screenshot(self) -> bytes:
        return self.driver.get_screenshot_as_png()

    def close(self) -> None:
        self.driver.quit()
        self.screen.terminate()
        self.screen.communicate()


class Firefox(Tab):
    """Debian's `firefox-esr`, spoken to without anything in between."""

    def __init__(self) -> None:
        self.number, self.errors = 0, []
        self.profile = tempfile.TemporaryDirectory()
        settings = ("--headless", "--no-remote", "--profile", self.profile.name, "--remote-debugging-port", "0")
        self.process = subprocess.Popen([firefox(), *settings], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.socket = connect(f"{self._address()}/session", max_size=None, compression=None)
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded"])
        self.context = self._ask("browsingContext.create", type="tab")["context"]
        self._ask("browsingContext.setViewport", context=self.context, viewport=SIZE)

    def _address(self) -> str:
        """Where it listens, which it writes into its profile."""
        told, give_up = Path(self.profile.name, "WebDriverBiDiServer.json"), time.monotonic() + STARTS_WITHIN
        while time.monotonic() < give_up and self.process.poll() is None:
            with contextlib.suppress(OSError, ValueError):
                place = json.loads(told.read_text("utf-8"))
                return f"ws://{place['ws_host']}:{place['ws_port']}"
            time.sleep(0.05)
        raise RuntimeError("Firefox did not start")

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": params}))
        while (answer := json.loads(self.socket.recv(STARTS_WITHIN))).get("id") != self.number:
            if answer.get("method") == "log.entryAdded" and answer["params"]["type"] == "javascript":
                self.errors += [answer["params"]["text"]] * (answer["params"]["level"] == "error")
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['message']}")
        return answer["result"]

    def go(self, url: str) -> None:
        self.errors.clear()
        self._ask("browsingContext.navigate", context=self.context, url=url, wait="interactive")

    def evaluate(self, expression: str) -> Any:
        text = f"Promise.resolve({expression}).then(value => JSON.stringify(value) ?? 'null')"
        target = {"context": self.context}
        answer = self._ask("script.evaluate", expression=text, target=target, awaitPromise=True)
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def point(self, action: str, x: float = 0, y: float = 0) -> None:
        self._ask("input.performActions", context=self.context, actions=actions(action, x, y))

    def screenshot(self) -> bytes:
        return base64.b64decode(self._ask("browsingContext.captureScreenshot", context=self.context)["data"])

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self._ask("browser.close")
        self.socket.close()
        self.process.communicate(timeout=STARTS_WITHIN)
        self.profile.cleanup()


def minibrowser() -> Path | None:
    return next(iter(sorted(Path("/usr").glob(MINIBROWSER), reverse=True)), None)


def firefox() -> str | None:
    return next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)


def missing(engine: str) -> str:
    """What the machine lacks to drive an engine; empty if nothing."""
    needs: dict[str, dict[str, str | Path | None]] = {
        "webkit": {"MiniBrowser": minibrowser(), **{name: shutil.which(name) for name in ("WebKitWebDriver", "Xvfb")}},
        "firefox": {"firefox-esr": firefox()},
    }
    return ", ".join(name for name, found in needs[engine].items() if not found)
