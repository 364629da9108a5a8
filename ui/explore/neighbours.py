"""The functions before and after one, as small pictures: relatives first, since families stand together."""

import streamlit as st

from activations import CATALOGUE
from content import Reader
from ui.server import pictures
from ui.state import url
from ui.text import function_names

PICK = url.choice("fn", CATALOGUE, "sigmoid")  # the function on stage
REACH = 3  # functions on either side


def show(function_id: str, say: Reader) -> None:
    """A row of small pictures, each of which goes on stage when its name is pressed."""
    order = function_names.by_family()
    first = min(max(order.index(function_id) - REACH, 0), len(order) - 2 * REACH - 1)
    st.caption(say("neighbours"))
    with st.container(horizontal=True, key="neighbours"):
        for other in order[first : first + 2 * REACH + 1]:
            with st.container(key=f"here_{other}" if other == function_id else f"near_{other}"):
                name = function_names.short(other)
                st.markdown(
                    f"![{say('alt_neighbour', name=function_names.spelled(other))}]({pictures.thumbnail_url(other)})"
                )
                st.button(name, key=f"neighbour_{other}", type="tertiary", on_click=_choose, args=(other,))


def _choose(function_id: str) -> None:
    st.session_state[PICK.key] = function_id
