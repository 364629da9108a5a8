"""The pool: wishes in, results out, computed in a few worker processes beside the server."""

import logging
import pickle
import threading
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from ui.server.pool.places import Full, Places
from ui.server.pool.process import Process
from ui.server.pool.worker import Cancelled

GRACE = 2.0  # seconds that a computation has to notice that nobody wants it any more
_log = logging.getLogger(__name__)


class Lost(Exception):
    """The process that computed it has died."""


@dataclass(eq=False)
class _Task:
    """One computation, however many want its result."""

    key: Hashable
    function: Callable[..., Any]
    arguments: Sequence[Any]
    future: Future[Any] = field(default_factory=Future)
    wanted: int = 0
    progress: float = 0.0
    process: Process | None = None  # where it is under way


class Wish:
    """What somebody waits for. Whoever stops waiting says so with `leave`, or uses it in `with`."""

    def __init__(self, pool: "Pool", task: _Task) -> None:
        self._pool, self._task, self._left = pool, task, False

    @property
    def future(self) -> Future[Any]:
        """The result to come: others may wait for the same, so do not cancel it."""
        return self._task.future

    @property
    def progress(self) -> float:
        """How much is done, from 0 to 1, as far as the computation reports it."""
        return self._task.progress

    @property
    def started(self) -> bool:
        return self._task.process is not None

    def result(self, timeout: float | None = None) -> Any:
        """Wait for the result; TimeoutError if it is not there in time, Full or Lost if it will not come."""
        return self._task.future.result(timeout)

    def leave(self) -> None:
        """Nobody here wants it any more."""
        if not self._left:
            self._left = True
            self._pool._leave(self._task)

    def __enter__(self) -> "Wish":
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()


class Pool:
    """`workers` processes grant wishes: equal ones once, readers in turn, the newest wish of a reader first.

    A function must be importable by name and its arguments hashable. Processes start with the first wish (or `start`),
    load `modules`, and end after `idle` seconds without work, if that is given.
    """

    def __init__(
        self, workers: int, modules: Sequence[str] = (), *, most: int = 128, each: int = 8, idle: float | None = None
    ) -> None:
        self.workers, self.modules, self.idle = workers, modules, idle
        self._places = Places[_Task](most, each)
        self._tasks = dict[Hashable, _Task]()  # those that wait or are under way
        self._changed = threading.Condition()
        self._threads = list[threading.Thread]()
        self._processes = set[Process]()

    def __len__(self) -> int:
        """How many wishes wait."""
        return len(self._places)

    def pids(self) -> list[int]:
        """The processes there are at the moment."""
        return [process.pid for process in self._processes]

    def start(self) -> None:
        """Have the processes ready before the first wish."""
        with self._changed:
            while len(self._threads) < self.workers:
                thread = threading.Thread(target=self._serve, name="pool", daemon=True)
                self._threads.append(thread)
                thread.start()

    def ask(
        self, function: Callable[..., Any], *arguments: Any, reader: Hashable = None, group: Hashable = None
    ) -> Wish:
        """Wish for `function(*arguments)`; raises Full."""
        self.start()
        key = (function.__module__, function.__qualname__, arguments)
        with self._changed:
            task = self._tasks.get(key)
            if not task:
                task = _Task(key, function, arguments)
                task.future.set_running_or_notify_cancel()  # it is not for one of those who wait to cancel it
                displaced = self._places.put(task, reader, group)
                self._tasks[key] = task
                if displaced:
                    self._forget(displaced, Full())
                self._changed.notify()
            task.wanted += 1
            return Wish(self, task)

    def _forget(self, task: _Task, problem: Exception) -> None:
        self._tasks.pop(task.key, None)
        task.future.set_exception(problem)

    def _leave(self, task: _Task) -> None:
        with self._changed:
            task.wanted -= 1
            if task.wanted or task.future.done():
                return
            process = task.process
            self._tasks.pop(task.key, None)  # who wants it from now on asks anew
            if not process:
                self._places.drop(task)
                task.future.set_exception(Cancelled())
        if process:
            process.cancel(GRACE)

    def _next(self, process: Process | None) -> _Task | None:
        """The next task, marked as under way; None after `idle` seconds."""
        with self._changed:
            if not self._changed.wait_for(lambda: len(self._places), self.idle if process else None):
                return None
            return self._places.take()

    def _serve(self) -> None:
        """One thread for each process."""
        process: Process | None = None
        with suppress(OSError):
            process = self._begin()
        while True:
            task = self._next(process)
            if task:
                process = self._grant(task, process)
            elif process:
                self._end(process)
                process = None

    def _begin(self) -> Process:
        process = Process(self.modules)
        self._processes.add(process)
        return process

    def _end(self, process: Process) -> None:
        self._processes.discard(process)
        process.end()

    def _grant(self, task: _Task, process: Process | None) -> Process | None:
        """Grant one wish; the process that may go on."""
        try:
            process = process or self._begin()
            with self._changed:
                if task.future.done():
                    return process
                task.process = process
            kind, value = process.grant(task.function, task.arguments, lambda share: setattr(task, "progress", share))
        except (EOFError, OSError, pickle.UnpicklingError):
            kind, value = "failed", Lost(task.function.__qualname__)
            _log.warning("A worker process has died while computing %s.", task.function.__qualname__)
            if process:
                self._end(process)
                process = None
        with self._changed:
            if self._tasks.get(task.key) is task:
                del self._tasks[task.key]
            task.future.set_result(value) if kind == "granted" else task.future.set_exception(value)
        return process
