"""What a comparison is of, and the sight that it opens on where an address says nothing."""

from dataclasses import replace

import streamlit as st

from activations.spec import Activation
from figures.overlays import OPENING as SIGHT
from figures.overlays import VIEWS
from ui.compare import table
from ui.state import url
from ui.text import function_names

MOST = 12  # functions
OPTIONS = function_names.by_family(Activation)
PICKS = url.choices("fns", OPTIONS, ("sigmoid", "relu", "elu", "gelu"), MOST)
VIEW = url.choice("view", VIEWS, "f")
REFERENCE = url.choice("ref", OPTIONS, "relu")
REST = (REFERENCE, *table.FIELDS)
# PICKS and VIEW keep the defaults that older links count on; an address that says nothing at all opens on these
OPENING = (replace(PICKS, default=[*SIGHT[0]]), replace(VIEW, default=SIGHT[1]))


def restore() -> None:
    """What is compared, from the address, else from the last visit, else the opening sight."""
    silent = url.silent(PICKS, VIEW, *REST)
    url.restore(*(OPENING if silent else (PICKS, VIEW)), *REST)
    url.renew(PICKS, VIEW, *REST)


def publish() -> None:
    """The opening sight leaves no trace; what an older link without a word stood for now has one."""
    if opened():
        url.publish(*OPENING, *REST)
    else:
        wordless = _at(PICKS, VIEW, *REST)
        url.publish(PICKS, replace(VIEW, default=None) if wordless else VIEW, *REST)


def opened() -> bool:
    """Whether a reader sees what an address opens on that says nothing."""
    return _at(*OPENING, *REST)


def _at(*fields: url.Field) -> bool:
    return all(st.session_state[field.key] == field.default for field in fields)
