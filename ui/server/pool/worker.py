"""The other side of the pool: a process that grants one wish after another, as it is told on its standard input.

Messages are pickles. In: ("grant", number, function, arguments) or ("cancel", number). Out: ("progress", share),
("granted", result) or ("failed", exception). Its arguments name modules to load beforehand; it ends with its input.
"""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from queue import SimpleQueue
from typing import Any, BinaryIO

from ui.server import threads

NICE = 5  # readers' moves are answered first


@dataclass
class _Now:
    """The wish under way, and the last one that was given up, by their numbers; how to tell of progress."""

    number: int = 0
    cancelled: int = 0
    tell: Callable[..., None] | None = None


_now = _Now()


class Cancelled(Exception):
    """Nobody waits for the result any more."""


def report(share: float) -> None:
    """Say how much of the work is done, from 0 to 1; raises Cancelled if nobody wants the rest.

    Outside of a pool it does nothing.
    """
    if not _now.tell:
        return
    if _now.cancelled == _now.number:
        raise Cancelled
    _now.tell("progress", share)


def _listen(wire: BinaryIO, wishes: SimpleQueue[tuple[int, Callable, Sequence]]) -> None:
    """Ends the process when the server is gone, or when for any other reason nobody would be heard any more."""
    try:
        while True:
            kind, number, *work = pickle.load(wire)
            if kind == "cancel":
                _now.cancelled = number
            else:
                wishes.put((number, *work))
    finally:
        os._exit(0)


def _sendable(problem: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(problem))
    except Exception:
        return RuntimeError(f"{type(problem).__name__}: {problem}")
    return problem


def main(modules: Sequence[str]) -> None:
    """Grant wishes until the input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not get between the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # meant for the server, which then closes our input
    if hasattr(os, "nice"):
        os.nice(NICE)

    def tell(*message: Any) -> None:
        answers.write(pickle.dumps(message))
        answers.flush()

    for name in modules:
        import_module(name)
    threads.one()
    _now.tell = tell
    wishes = SimpleQueue[tuple[int, Callable, Sequence]]()
    # it imports what wishes name: beside imports of this thread that can end in a lock which nobody opens
    threading.Thread(target=_listen, args=(sys.stdin.buffer, wishes), daemon=True).start()
    while True:
        _now.number, function, arguments = wishes.get()
        try:
            tell("granted", function(*arguments))
        except Exception as problem:
            tell("failed", _sendable(problem))
