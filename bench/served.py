"""Apps as processes of their own on free ports, and the real Chromium that visits them."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
APPS = ROOT / "bench" / "apps"
PEERS = APPS / ".venv" / "bin" / "python"  # the peers live in an environment of their own


@dataclass(frozen=True, slots=True)
class App:
    """How one app is started, where its page is, and where on the page its slider and its numbers are.

    In `command`, {port} stands for the port; so does the variable PORT.
    """

    name: str
    command: Sequence[str]
    numbers: str
    slider: str = "input[type=range], [role=slider]"
    page: str = "/"
    health: str = "/"
    folder: Path = APPS
    environment: Mapping[str, str] = field(default_factory=dict)


OURS = App(
    "Activation Lab",
    (sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "{port}"),
    numbers=".st-key-card table",
    slider=".st-key-elu-alpha input[type=range]",
    page="/explore?fn=elu&lang=en",
    health="/_stcore/health",
    folder=ROOT,
)


class Server:
    """One app, running until `stop()`."""

    def __init__(self, app: App):
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            port = s.getsockname()[1]
        self.app, self.url = app, f"http://localhost:{port}"
        self.process = subprocess.Popen(
            [part.format(port=port) for part in app.command],
            cwd=app.folder,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PORT": str(port)} | app.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def ready(self, seconds: float = 180) -> "Server":
        """Wait until it answers."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            try:
                urllib.request.urlopen(self.url + self.app.health, timeout=5)
                return self
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"{self.app.name} did not start")

    def stop(self) -> None:
        """End it with whatever it started itself."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
