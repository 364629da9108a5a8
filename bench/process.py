"""A Streamlit server as a process of its own, and what the system says of its memory and processor time."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
LESSON = ROOT / "app.py"
APPS = ROOT / "bench" / "apps"
PLAIN = APPS / "with_streamlit.py"
PEERS = APPS / ".venv" / "bin" / "python"  # where Streamlit stands with nothing of ours beside it
STARTS_WITHIN, STOPS_WITHIN = 60.0, 10.0  # seconds
LOOK = 0.01  # seconds between two looks whether it is healthy


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Process:
    """`streamlit run`: the lesson with its settings, or the plain page with Streamlit's own."""

    def __init__(self, script: Path = LESSON) -> None:
        self.port, self.script = free_port(), script
        self.base = f"http://localhost:{self.port}"

    def __enter__(self) -> "Process":
        python = sys.executable if self.script == LESSON else str(PEERS)
        command = [python, "-m", "streamlit", "run", str(self.script)]
        command += ["--server.port", str(self.port), "--server.headless", "true"]
        # Streamlit reads settings from the folder it is started in: the plain page gets an empty one
        self._folder = TemporaryDirectory()
        folder = ROOT if self.script == LESSON else self._folder.name
        paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
        start = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | {"PYTHONPATH": paths},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.started = self._healthy() - start
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._folder.cleanup()

    def _healthy(self) -> float:
        """Wait until it answers; when that was."""
        give_up = time.perf_counter() + STARTS_WITHIN
        while time.perf_counter() < give_up and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.base}/_stcore/health", timeout=STARTS_WITHIN):
                    return time.perf_counter()
            except OSError:
                time.sleep(LOOK)
        self.__exit__()
        raise RuntimeError(f"{self.script.name} did not start")

    def memory(self) -> int:
        """Resident memory in bytes."""
        return int(self._stat("statm").split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def busy(self) -> float:
        """Processor seconds used so far."""
        fields = self._stat("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _stat(self, name: str) -> str:
        return Path(f"/proc/{self.process.pid}/{name}").read_text()
