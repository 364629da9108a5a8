"""One worker process, seen from the server."""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
START = "import sys; from ui.server.pool import worker; worker.main(sys.argv[1:])"
# Matrices here are small: more threads of BLAS would only take memory and processor time from readers.
ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Process:
    """Grants one wish at a time, each with a number. EOFError or OSError means that it has died."""

    def __init__(self, modules: Sequence[str]) -> None:
        command = [sys.executable, "-c", START, *modules]
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._lock, self._number = threading.Lock(), 0

    @property
    def pid(self) -> int:
        return self._process.pid

    def grant(
        self, function: Callable[..., Any], arguments: Sequence[Any], progress: Callable[[float], None]
    ) -> tuple[str, Any]:
        """Compute `function(*arguments)` over there: ("granted", result) or ("failed", exception)."""
        with self._lock:
            self._number += 1
            self._send("grant", self._number, function, arguments)
        assert self._process.stdout
        while True:
            kind, value = pickle.load(self._process.stdout)
            if kind == "progress":
                progress(value)
                continue
            with self._lock:
                self._number += 1  # what was under this number cannot be given up any more
            return kind, value

    def cancel(self, grace: float) -> None:
        """Ask for the wish under way to be given up, and end the process if that has not helped after some seconds."""
        with self._lock:
            number = self._number
            with suppress(OSError):
                self._send("cancel", number)
        timer = threading.Timer(grace, self._kill_if_still, [number])
        timer.daemon = True
        timer.start()

    def _kill_if_still(self, number: int) -> None:
        with self._lock:
            if self._number == number:
                self._process.kill()

    def _send(self, *message: Any) -> None:
        assert self._process.stdin
        self._process.stdin.write(pickle.dumps(message))
        self._process.stdin.flush()

    def end(self) -> None:
        """Let it go: at the end of its input it stops by itself."""
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if stream:
                    stream.close()
        try:
            self._process.wait(1)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
