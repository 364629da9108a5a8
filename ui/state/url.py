"""State worth sharing: ids and numbers, kept in the session and mirrored in the address.

Each run goes `restore` (address -> state), widgets, `publish` (state -> address). The address rules
when a reader arrives (a first visit, a link, the back button); otherwise the widgets do.
"""

import math
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from typing import Any

import streamlit as st

from activations.spec import Param
from ui.host import runs
from ui.state import names, search

OF_THE_VISIT = {"lang", "ask"}  # an address with nothing else brings no state
LONGEST = 800  # characters of one value; no honest link is longer


@dataclass(frozen=True, slots=True)
class Field:
    """One piece of state: its name in the address, its default, and how it is read and written.

    `parse` raises ValueError for whatever it cannot accept. `short` is another name, which is read and never written.
    """

    key: str
    default: Any
    parse: Callable[[str], Any]
    write: Callable[[Any], str] = str
    sticky: bool = False  # absent from the address, it stays as it is
    short: str = ""


def choice(key: str, options: Collection[str], default: str | None) -> Field:
    """One id out of `options` (or none, if the default is None)."""
    return Field(key, default, lambda raw: _meant(raw, options))


def _meant(raw: str, options: Collection[str]) -> str:
    """The option that is spelled like this, in other capitals perhaps or by another name of a function."""
    other = {option.lower(): option for option in options}.get(raw.lower())
    for spelling in (raw, other, names.find(raw)):
        if spelling in options and spelling is not None:
            return spelling
    raise ValueError


def choices(key: str, options: Collection[str], default: Sequence[str], most: int) -> Field:
    """Up to `most` different ids, joined by commas; "-" is none."""

    def parse(raw: str) -> list[str]:
        chosen = [] if raw == "-" else [_meant(one, options) for one in raw.split(",")]
        if len(chosen) > most or len(set(chosen)) < len(chosen):
            raise ValueError
        return chosen

    return Field(key, list(default), parse, lambda chosen: ",".join(chosen) or "-")


def number(key: str, p: Param) -> Field:
    """The value of a slider; other numbers within its ends move to the nearest stop."""
    return Field(key, p.default, lambda raw: p.stop(float(raw)), lambda value: f"{value:.10g}")


def whole(key: str, low: int, high: int, default: int | None = None) -> Field:
    """A whole number between two ends, both included; the lower one is the default, unless another is named."""

    def parse(raw: str) -> int:
        if not low <= int(raw) <= high:
            raise ValueError
        return int(raw)

    return Field(key, low if default is None else default, parse)


def words(key: str) -> Field:
    """What a reader looks for: a short text without unprintable characters and needless spaces."""
    return Field(key, "", search.tidy, search.tidy)


def begin() -> None:
    """First thing in a run: does the address rule, because the reader has just come or gone back?"""
    state = st.session_state
    state._address_rules = "_kept" not in state or runs.came_by_history()
    state.setdefault("_kept", {})
    state._known, state._refused, state._entered, state._relabelled = set(), {}, False, False


def enter(page: str) -> None:
    """Once the page is known: a link that brings state with it rules as well."""
    state = st.session_state
    state._entered, state._page = page != state.get("_page"), page
    state._address_rules |= state._entered and bool(set(st.query_params) - OF_THE_VISIT)
    state._relabelled = state.get("_drawn_in") not in (None, state.lang)


def here() -> str:
    """The path of the page that the reader is at, as `enter` was told."""
    return str(st.session_state._page)


def restore(*fields: Field) -> None:
    """Before the widgets: take each value from the address, else the session, else the last visit."""
    state = st.session_state
    for field in fields:
        fresh = field.key not in state._known
        state._known |= {field.key, field.short or field.key}
        key, raw = _given(field)
        if fresh and state._address_rules and not (field.sticky and raw is None):
            state[field.key] = _read(field, raw, key)
        elif (fresh and state._entered) or field.key not in state:
            # a widget of the same name on another page is another widget: its value is handed over
            state[field.key] = _read(field, state._kept.get(field.key), field.key)
        elif fresh:
            # browsers send back labels, and those of the other language would be strangers to the widget
            sent_back = state._relabelled and not field.sticky
            if (sound := _sound(field, value := state[field.key])) is not value or sent_back:
                state[field.key] = sound


def _given(field: Field) -> tuple[str, str | None]:
    """What the address says, and under which name: the full one comes first."""
    address = st.query_params
    key = field.short if field.short and field.short in address and field.key not in address else field.key
    return key, address.get(key)


def _sound(field: Field, value: Any) -> Any:
    """The value if an address could have brought it: widgets keep to their limits in browsers only."""
    with suppress(ValueError, OverflowError, TypeError):
        read = field.parse(raw := field.write(value))
        return value if field.write(read) == raw else read
    return copy(field.default)


def silent(*fields: Field) -> bool:
    """Before `restore`: whether neither the address, where it rules, nor else the last visit tells anything."""
    if st.session_state._address_rules:
        return not set(st.query_params) - OF_THE_VISIT
    return not any(field.key in st.session_state._kept for field in fields)


def renew(*fields: Field) -> None:
    """Before widgets that the last run may have left out: a browser takes only values set in the same run."""
    if not runs.in_fragment():
        for field in fields:
            st.session_state[field.key] = st.session_state[field.key]


def reset(*fields: Field) -> None:
    """Back to the defaults, as a callback of a widget."""
    st.session_state.update({field.key: copy(field.default) for field in fields})


def _read(field: Field, raw: str | None, key: str) -> Any:
    """Links come from strangers: what cannot be understood is the default, and `key` is reported."""
    with suppress(ValueError, OverflowError):
        if raw is not None and len(raw) <= LONGEST:
            return field.parse(raw)
    if raw is not None:
        st.session_state._refused[key] = raw[:LONGEST]
    return copy(field.default)  # a list of its own for each session


def publish(*fields: Field) -> None:
    """After the widgets: the address keeps what differs from the default, and nothing else."""
    kept = st.session_state._kept
    if runs.in_fragment():  # a browser that has not heard of the last run yet has sent its address without it
        for key in kept.keys() & st.session_state._known - st.query_params.keys():
            st.query_params[key] = kept[key]
    for field in fields:
        value = st.session_state[field.key]
        kept.pop(field.key, None)
        if field.short:
            st.query_params.pop(field.short, None)
        if not _same(value, field.default) and (raw := field.write(value)):
            kept[field.key] = raw
            if st.query_params.get(field.key) != raw:
                st.query_params[field.key] = raw
        else:
            st.query_params.pop(field.key, None)


def _same(value: Any, default: Any) -> bool:
    return math.isclose(value, default, abs_tol=1e-12) if isinstance(value, float) else bool(value == default)


def sweep() -> tuple[dict[str, str], int]:
    """After the page: drop strangers from the address; what fields refused, and how many strangers if it ruled."""
    state = st.session_state
    strangers = [key for key in st.query_params if key not in state._known]
    for key in strangers:
        st.query_params.pop(key, None)
    state._drawn_in = state.lang
    return state._refused, len(strangers) if state._address_rules else 0
