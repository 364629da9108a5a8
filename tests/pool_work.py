"""Work for the processes of a pool, to be imported there by name."""

import os
import time
import uuid
from pathlib import Path

from ui.server.pool import report


def once():
    """Different each time it is computed."""
    return uuid.uuid4().hex


def nap(seconds, name=""):
    time.sleep(seconds)
    return name, time.monotonic()


def steps(folder, n=2000):
    """Reports as it goes; leaves a file when it is given up."""
    try:
        for i in range(n):
            report(i / n)
            time.sleep(0.005)
    except BaseException:
        Path(folder, "given up").touch()
        raise


def deaf(folder):
    """Does not report, so it cannot be given up but with its process."""
    Path(folder, "begun").touch()
    time.sleep(60)


def die():
    os._exit(3)


def print_and_fail():
    print("a print must not get between the answers")
    raise OSError("an error of the work itself")


class Odd(Exception):
    def __init__(self, a, b):
        super().__init__(a)


def fail_oddly():
    raise Odd("cannot be pickled", 2)
