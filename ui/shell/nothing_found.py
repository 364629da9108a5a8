"""What is said where nothing passes the filters, and the way back to everything."""

from functools import partial

import streamlit as st

from ui.state import language, url


def nothing_found(text: str, *filters: url.Field) -> None:
    """Say so, and offer to clear `filters`; also from within a fragment that does not hold them all."""
    st.caption(text)
    label = language.reader("ui")("clear_filters")
    if st.button(label, key="clear_filters", icon=":material/filter_alt_off:", on_click=partial(url.reset, *filters)):
        st.rerun()
