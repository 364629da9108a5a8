"""Experiments that take seconds: run beside the server, one at a time, and shared by all who ask meanwhile."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

import streamlit as st
from cachetools import TTLCache

from ui.host import runs
from ui.server.pool import Full, Lost, Pool, Wish
from ui.state import language

LOOK = 0.25  # seconds between two looks whether it is done; Streamlit may end a run that nobody waits for at each
SHARED = 600.0  # seconds for which a result is shown to others who ask for the same
_pool = Pool(1, ["labs.claims", "labs.dead_units"], most=32, each=4, idle=60.0)
_results: TTLCache[Hashable, Any] = TTLCache(128, SHARED)
_lock = Lock()


def outcome(waiting: str, function: Callable[..., Any], *arguments: Hashable) -> Any:
    """The result of `function(*arguments)`, with a sign of work while it runs.

    None, said in words, if it cannot be had.
    """
    key = (function.__module__, function.__qualname__, arguments)
    with _lock:
        if key in _results:
            return _results[key]
    try:
        with _pool.ask(function, *arguments, reader=runs.session()) as wish, st.spinner(waiting):
            found = _awaited(wish)
    except (Full, Lost):
        st.info(language.reader("ui")("trial_unavailable"))
        return None
    with _lock:
        _results[key] = found
    return found


def _awaited(wish: Wish) -> Any:
    say, line = language.reader("ui"), st.empty()
    while not wish.future.done():
        if wish.started:
            line.empty()
        else:
            line.caption(say("trial_waits"))
        try:
            wish.result(LOOK)
        except TimeoutError:
            continue
    line.empty()
    return wish.result()
