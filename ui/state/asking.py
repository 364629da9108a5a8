"""Whether the lesson asks before it tells: one switch for all of it, in the address and kept for the visit."""

from collections.abc import Callable

import streamlit as st

from ui.state import language, url

NAMES = {"on": True, "off": False, "all": False}  # "told=all" is how older links say it


def _parse(raw: str) -> bool:
    if raw.lower() not in NAMES:
        raise ValueError
    return NAMES[raw.lower()]


ASK = url.Field("ask", True, _parse, lambda on: "on" if on else "off", sticky=True, short="told")


def first() -> bool:
    """Shall a page ask before it tells?"""
    return bool(st.session_state[ASK.key])


def sureness() -> Callable[[int], str]:
    """Words for how sure a reader is, for each of `labs.court.SURE`."""
    say = language.reader("ui")
    return lambda sure: say(f"sure_{sure}")


def switch() -> None:
    """Draw it, on a page that asks; the choice is already in the session."""
    say = language.reader("ui")
    st.toggle(say("ask"), key=ASK.key, help=say("ask_help"))
