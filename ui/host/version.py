"""Which Streamlit this room was written for: the lesson says so when it meets another."""

import logging

import streamlit as st

TRIED = "1.67.0"  # as pinned in requirements.txt; every test of `tests/host/` has passed with it
_log = logging.getLogger(__name__)


def check() -> bool:
    """Is it the Streamlit that was tried? If not, the log tells what to do."""
    tried = st.__version__ == TRIED
    if not tried:
        _log.warning(
            "This is Streamlit %s, but the lesson leans on details of %s: install requirements.lock, or run the tests.",
            st.__version__,
            TRIED,
        )
    return tried
