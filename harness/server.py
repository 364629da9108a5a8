"""Apps as processes of their own on free ports, and what the system says of their memory and processor time."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[1]
STARTS_WITHIN, STOPS_WITHIN = 180.0, 10.0  # seconds
LAST_WORDS = 2000  # letters of what a server said that did not start
LOOK = 0.01  # seconds between two looks whether it answers


@dataclass(frozen=True, slots=True)
class App:
    """How one app is started; in `command`, {port} stands for the port, and so does the variable PORT."""

    name: str
    command: Sequence[str]
    health: str = "/"
    folder: Path = ROOT  # Streamlit reads its settings from the folder it is started in
    environment: Mapping[str, str] = field(default_factory=dict)


def streamlit(name: str, python: str, script: str, folder: Path) -> App:
    command = (python, "-m", "streamlit", "run", script, "--server.port", "{port}", "--server.headless", "true")
    return App(name, command, "/_stcore/health", folder)


LESSON = streamlit("Activation Lab", sys.executable, "app.py", ROOT)


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def free_port() -> int:
    """A port that is free on every address, as servers want it: closed connections of any still hold theirs a while."""
    with socket.socket() as s:
        s.bind(("", 0))
        return s.getsockname()[1]


def answers(url: str, process: subprocess.Popen) -> bool:
    """Wait until an address answers; False if the process ends before it does, or takes too long."""
    give_up = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < give_up and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=STARTS_WITHIN):
                return True
        except OSError:
            time.sleep(LOOK)
    return False


class Server:
    """One app on its port, running inside `with` or from `start()` to `stop()`.

    One with a `session` of its own ends together with whatever it has started itself.
    """

    process: subprocess.Popen | None = None

    def __init__(self, app: App = LESSON, *, session: bool = False) -> None:
        self.app, self.session, self.port = app, session, free_port()
        self.url = f"http://localhost:{self.port}"

    def start(self) -> Self:
        """Start it, anew if it is running, and wait until it answers; `started` is how many seconds that took."""
        self.stop()
        paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
        start = time.perf_counter()
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
            self.process = subprocess.Popen(
                [part.format(port=self.port) for part in self.app.command],
                cwd=self.app.folder,
                env={**os.environ, "PYTHONPATH": paths, "PORT": str(self.port), **self.app.environment},
                stdout=subprocess.DEVNULL,
                stderr=said,
                start_new_session=self.session,
            )
            if not answers(self.url + self.app.health, self.process):
                self.stop()
                said.seek(0)
                raise RuntimeError(f"{self.app.name} did not start: {said.read()[-LAST_WORDS:]}")
        self.started = time.perf_counter() - start
        return self

    def stop(self) -> None:
        if not self.process:
            return
        self._tell(signal.SIGTERM)
        try:
            self.process.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            self._tell(signal.SIGKILL)
            self.process.wait()
        self.process = None

    def _tell(self, what: signal.Signals) -> None:
        assert self.process
        if self.process.poll() is None:
            os.killpg(self.process.pid, what) if self.session else self.process.send_signal(what)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def memory(self) -> int:
        """Resident memory in bytes."""
        return int(self._stat("statm").split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def workers(self) -> int:
        """Memory in bytes of the processes it has started itself; what they share with others counts in part."""
        return sum(_proportional(pid) for pid in self.children())

    def children(self) -> list[int]:
        """The processes it has started itself."""
        assert self.process
        found = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return [int(pid) for path in found for pid in path.read_text("utf-8").split()]

    def busy(self) -> float:
        """Processor seconds used so far."""
        fields = self._stat("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _stat(self, name: str) -> str:
        assert self.process
        return Path(f"/proc/{self.process.pid}/{name}").read_text("utf-8")
